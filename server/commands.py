"""The commands of `tavolo`: serve, and what an administrator does beside."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from config.settings import SETTINGS, Setting, SettingRefused, load_settings
from server.errors import Refused
from server.export.edition import Audience
from server.export.errors import ExportError
from server.texts import gettext as _

if TYPE_CHECKING:
    from server.maintenance.backup import Manifest

Command = TypeVar("Command", bound=Callable[..., Any])

MOST_FAULTS = 20


class Commands(click.Group):
    """Tells expected trouble in a line or two, never as a traceback."""

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(context)
        except Refused as refused:
            raise click.ClickException(words_of(refused)) from None
        except SettingRefused as refused:
            raise click.ClickException(str(refused)) from None
        except ExportError as error:
            raise click.ClickException(error.words) from None


def words_of(refused: Refused) -> str:
    """Return a refusal with the places it names, one a line."""
    faults = [f"  {fault.where}: {fault.message}" for fault in refused.faults]
    more = [_("  and {count} more", count=len(faults) - MOST_FAULTS)] if len(faults) > MOST_FAULTS else []
    return "\n".join([refused.message, *faults[:MOST_FAULTS], *more])


def with_settings(*names: str) -> Callable[[Command], Command]:
    """Give a command the options of these settings, all of them when none is named."""

    def add(command: Command) -> Command:
        for setting in reversed(SETTINGS):
            if not setting.secret and (not names or setting.name in names):
                command = option_of(setting)(command)
        return command

    return add


def option_of(setting: Setting) -> Callable[[Command], Command]:
    """Return the option of a setting; without it the environment speaks, then the default."""
    shown = (
        {True: "yes", False: "no"}.get(setting.default, setting.default) if setting.default != "" else "none"
    )
    help = f"{setting.help}  [{setting.variable}; default: {shown}]"
    if isinstance(setting.default, bool):
        return click.option(f"{setting.flag}/--no-{setting.flag[2:]}", setting.name, default=None, help=help)
    kind = type(setting.default).__name__.upper().replace("POSIXPATH", "FOLDER").replace("STR", "TEXT")
    return click.option(setting.flag, setting.name, default=None, metavar=kind, help=help)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="tavolo", message="Tavolo %(version)s")
def tavolo() -> None:
    """Plan key accounts together, at one table, in real time."""


@tavolo.command(
    epilog=_("TAVOLO_DATABASE_URL, a database URL, can only be set in the environment: it holds a password.")
)
@with_settings()
def serve(**flags: Any) -> None:
    """Start Tavolo and print where to open it."""
    from server.serving import serve_installation

    serve_installation(load_settings(flags), click.echo)


@tavolo.command()
@with_settings("data")
def demo(**flags: Any) -> None:
    """Add the demo account with its plans to a data folder."""
    from server.administration import add_demo_to

    titles = add_demo_to(load_settings(flags))
    click.echo(_("Added: {titles}", titles=", ".join(titles)) if titles else _("The demo is already there."))


@tavolo.command()
@click.argument("plan")
@click.option(
    "--audience", type=click.Choice([a.value for a in Audience]), default="customer", show_default=True
)
@click.option("--format", "kind", type=click.Choice(["pdf", "json"]), default="pdf", show_default=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File to write; named after the plan if left out."
)
@with_settings("data")
def export(plan: str, audience: str, kind: str, output: Path | None, **flags: Any) -> None:
    """Write PLAN, its title, account or identifier, to a file."""
    from server.administration import export_plan

    name, content = export_plan(load_settings(flags), plan, Audience(audience), kind)
    path = output or Path(name)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise click.ClickException(
            _("{path} cannot be written: {why}", path=path, why=error.strerror)
        ) from None
    click.echo(_("Wrote {path}", path=path))


@tavolo.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--account", help="Account to put the plan in; made when missing. The document's own if left out."
)
@with_settings("data")
def import_(file: Path, account: str | None, **flags: Any) -> None:
    """Make a plan of FILE, a JSON document that Tavolo exported."""
    from server.administration import import_plan

    settings = load_settings(flags)
    try:
        document = json.loads(file.read_text("utf-8"))
    except json.JSONDecodeError as error:
        where = _(
            "{path} is no JSON at line {line}, column {column}",
            path=file,
            line=error.lineno,
            column=error.colno,
        )
        raise Refused("unreadable_file", where) from None
    except (OSError, UnicodeDecodeError):
        raise Refused("unreadable_file", _("{path} cannot be read", path=file)) from None
    plan_id = import_plan(settings, document, account)
    click.echo(_("Imported: {address}", address=f"{settings.address}/plans/{plan_id}"))


@tavolo.command("set-up-link")
@with_settings("data", "host", "port", "base_url")
def set_up_link(**flags: Any) -> None:
    """Print a new set-up link while nobody has set up."""
    from server.administration import make_setup_link

    click.echo(make_setup_link(load_settings(flags)))


@tavolo.command()
@click.argument("file", type=click.Path(path_type=Path))
@with_settings("data")
def backup(file: Path, **flags: Any) -> None:
    """Write everything to FILE, a ZIP with a checksum, also while people edit."""
    from server.administration import back_up

    manifest = back_up(load_settings(flags), file)
    click.echo(_("Wrote {path}: {what}", path=file, what=_contents(manifest)))


@tavolo.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Replace what is there; it is kept beside, in the data folder.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_settings("data")
def restore(file: Path, replace: bool, yes: bool, **flags: Any) -> None:
    """Put the backup FILE into a data folder; Tavolo must not run on it."""
    from server.administration import restore_from

    if replace and not yes:
        click.confirm(_("Replace everything that is there now?"), abort=True)
    manifest, kept = restore_from(load_settings(flags), file, replace=replace)
    click.echo(
        _("Restored what was backed up on {day}: {what}", day=manifest.made_at, what=_contents(manifest))
    )
    if kept is not None:
        click.echo(_("What was there before is in {path}", path=kept))


@tavolo.command()
@with_settings("data", "host", "port", "base_url")
def doctor(**flags: Any) -> None:
    """Look everything over, say what is wrong and what to do; end with 1 when something is."""
    from server.administration import diagnoses

    signs = {"good": "ok ", "doubtful": "?  ", "bad": "BAD"}
    worst = False
    for one in diagnoses(load_settings(flags)):
        click.echo(f"{signs[one.level]}  {one.what}")
        if one.remedy:
            click.echo(f"     {one.remedy}")
        worst = worst or one.level == "bad"
    if worst:
        raise click.exceptions.Exit(1)


@tavolo.command()
@click.option("--format", "kind", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@with_settings("data")
def audit(kind: str, **flags: Any) -> None:
    """Print who did what, when, the newest first."""
    from server.administration import audit_text

    click.echo(audit_text(load_settings(flags), kind), nl=False)


@tavolo.group()
def person() -> None:
    """What is kept about one member: taken along, and erased."""


@person.command("export")
@click.argument("email")
@with_settings("data")
def export_person(email: str, **flags: Any) -> None:
    """Print everything that is kept about the member of EMAIL, as JSON."""
    from server.administration import person_text

    click.echo(person_text(load_settings(flags), email), nl=False)


@person.command("erase")
@click.argument("email")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_settings("data")
def erase_person(email: str, yes: bool, **flags: Any) -> None:
    """Erase the member of EMAIL for good; Tavolo must not run. What they worked on stays."""
    from server.administration import erase_member

    if not yes:
        click.confirm(_("Erase {email} for good? Nothing brings a name back.", email=email), abort=True)
    erase_member(load_settings(flags), email)
    click.echo(_("Erased: {email}. Backups made before still hold the name.", email=email))


def _contents(manifest: "Manifest") -> str:
    return _("{accounts} accounts, {plans} plans", accounts=manifest.accounts, plans=manifest.plans)
