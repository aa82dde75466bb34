"""A finger on a screen: what a browser is told when glass is touched."""

from collections.abc import Callable

from playwright.sync_api import Page


class Finger:
    """One finger over a page, in pixels of the window."""

    def __init__(self, page: Page) -> None:
        self._debugger = page.context.new_cdp_session(page)

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        steps: int = 8,
        *,
        rest: Callable[[], None] = lambda: None,
    ) -> None:
        """Touch the page at one point, rest there until `rest` is over, and let go of it at another."""
        (left, top), (right, bottom) = start, end
        self._tell("touchStart", start)
        rest()
        for step in range(1, steps + 1):
            share = step / steps
            self._tell("touchMove", (left + (right - left) * share, top + (bottom - top) * share))
        self._tell("touchEnd")

    def _tell(self, what: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        self._debugger.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": touches})
