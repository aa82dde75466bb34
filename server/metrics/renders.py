"""How long PDFs take, by whom they are for and how it ended."""

from time import monotonic

from server.export.manuscript import Manuscript
from server.export.renderer import Progress, Renderer
from server.rooms.tally import Spread

SECONDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)

MADE, FAILED = "made", "failed"


class TimedRenderer(Renderer):
    """Renders, and notes how long each document of a plan took, without the time it waited its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.times: dict[tuple[str, str], Spread] = {}

    def render_manuscript(self, manuscript: Manuscript, on_progress: Progress | None = None) -> bytes:
        """Return the PDF of a manuscript; raises as `Renderer.render` does."""
        began, outcome = monotonic(), FAILED
        try:
            document = super().render_manuscript(manuscript, on_progress)
            outcome = MADE
        finally:
            self.note(manuscript.about.audience.value, outcome, monotonic() - began)
        return document

    def note(self, audience: str, outcome: str, seconds: float) -> None:
        """Count one document."""
        self.times.setdefault((audience, outcome), Spread(SECONDS)).note(seconds)
