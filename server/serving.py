"""Serving an installation until it is told to stop."""

import gc
from collections.abc import Callable

import gevent
import structlog
from gevent.event import Event

from config.settings import EVERY_ADDRESS, Settings
from server.app import Application, create_app
from server.export.errors import ExportError
from server.logs import configure_logs, log_greenlets, log_libraries
from server.sockets.serve import run
from server.store.folder import lock_folder, make_folder
from server.texts import gettext as _
from server.usecases.documents import add_demo
from server.usecases.set_up import new_setup_token

log = structlog.get_logger("server")

Say = Callable[[str], object]


def serve_installation(settings: Settings, say: Say) -> None:
    """Serve, and say where, until a signal asks to stop; gevent must have patched the process.

    Raises
    ------
    Refused
        When the data folder cannot be used, or the port.
    """
    # What was imported stays, and need not be looked through for garbage before serving.
    gc.freeze()
    configure_logs(settings.log_level)
    log_libraries()
    log_greenlets(gevent.get_hub())
    make_folder(settings.data)
    with lock_folder(settings.data):
        application = create_app(settings)
        if application.is_first_start and settings.demo:
            with application.database.session() as session:
                add_demo(session, application.services.clock())

        stopping = Event()

        def started(host: str, port: int) -> None:
            greet(application, say)
            gevent.spawn(warm, application, stopping)

        def stop() -> None:
            stopping.set()
            application.stop()

        run(application.flask, settings.host, settings.port, stop=stop, started=started)


def greet(application: Application, say: Say) -> None:
    """Say where Tavolo is, and how to set it up while nobody has."""
    settings = application.services.settings
    with application.database.session() as session:
        token = new_setup_token(session)
    say(_("Tavolo is open at {address}", address=settings.address))
    if token is not None:
        say(_("Nobody has set it up yet. Open this link, which works once:"))
        say(f"  {settings.address}/setup#{token}")
    if settings.host in EVERY_ADDRESS and not settings.base_url:
        example = f"http://NAME:{settings.port}"
        say(_("For other devices, also say under which name they reach it: --base-url {url}", url=example))
    say(_("Data: {folder}. Stop with Ctrl+C.", folder=settings.data.resolve()))


def warm(application: Application, stopping: Event) -> None:
    """Start what sets documents and makes reports, so that the first ones do not wait for it."""
    application.analyst.warm()
    try:
        application.renderer.warm()
    except ExportError as error:
        # A stop ends it on its way, and then nothing is wrong with it.
        if not stopping.is_set():
            log.warning("PDF export is not available", code=error.code, remedy=error.remedy)
