"""What a frame costs while somebody moves a drawing: processor time by kind of work, from a trace.

Only the page's own thread is judged, the one that runs scripts, styles, layout and paint's records:
where there is no graphics card the browser also rasterises by processor, on other threads, and that is
told apart.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

Event = dict[str, Any]

FRAMES = 120
# What a hand does is done by script, a step a frame. `elementFromPoint` is what a real pointer costs besides.
PAN = """async (pane, count) => {
  const map = pane.closest('.react-flow').querySelector('.react-flow__viewport');
  const box = pane.getBoundingClientRect();
  const at = (type, x, y) => (type === 'mousedown' ? pane : window).dispatchEvent(new MouseEvent(type, {
    bubbles: true, cancelable: true, view: window, button: 0, buttons: 1, clientX: x, clientY: y,
  }));
  const [x, y] = [box.left + box.width / 2, box.top + 8];
  const places = new Set();
  const times = [];
  at('mousedown', x, y);
  for (let step = 0; step < count; step += 1) {
    times.push(await new Promise(requestAnimationFrame));
    performance.mark('step');
    document.elementFromPoint(x, y);
    at('mousemove', x + 300 * Math.sin(step / 12), y + 120 * Math.sin(step / 9));
    places.add(map.style.transform);
  }
  at('mouseup', x, y);
  return { places: places.size, times };
}"""
SCROLL = """async (inside, count) => {
  const goesOn = (one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;
  const isOpen = (one) => /auto|scroll/.test(getComputedStyle(one).overflow);
  let one = inside;
  while (one !== document.scrollingElement && !(isOpen(one) && goesOn(one))) one = one.parentElement;
  const places = new Set();
  const times = [];
  for (let step = 0; step < count; step += 1) {
    times.push(await new Promise(requestAnimationFrame));
    performance.mark('step');
    one.scrollBy(24 * Math.cos(step / 12), 24 * Math.cos(step / 12));
    places.add(`${one.scrollLeft}/${one.scrollTop}`);
  }
  return { places: places.size, times };
}"""
KINDS = {
    "script": {"FunctionCall", "EvaluateScript", "FireAnimationFrame", "EventDispatch", "RunMicrotasks",
               "MajorGC", "MinorGC", "V8.GC_MC_BACKGROUND_MARKING"},
    "layout": {"UpdateLayoutTree", "Layout", "HitTest", "RecalculateStyles"},
    "paint": {"PrePaint", "Paint", "Layerize", "Commit", "UpdateLayer", "UpdateLayerTree"},
}  # fmt: skip
TASKS = {"RunTask", "ThreadControllerImpl::RunTask"}
CATEGORIES = [
    "toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing",
    "__metadata",
]  # fmt: skip


@dataclass(frozen=True)
class Panning:
    """Milliseconds of processor time of the page: each frame, and kinds of work in the average one."""

    frames: list[float]
    kinds: dict[str, float]
    raster: float
    a_second: float
    """Frames that this machine really showed in a second."""

    def within(self, share: float) -> float:
        """Return what this share of the frames stayed within."""
        return sorted(self.frames)[min(int(len(self.frames) * share), len(self.frames) - 1)]

    def __str__(self) -> str:
        parts = ", ".join(f"{name} {value:.1f}" for name, value in self.kinds.items())
        return (
            f"page {self.within(0.5):5.1f} / {self.within(0.95):5.1f} ms a frame (median / 95 %: {parts})"
            f"   raster elsewhere {self.raster:5.1f} ms   shown {self.a_second:3.0f} a second"
        )


def measure_panning(page: Page, seized: Locator, *, scrolls: bool = False) -> Panning:
    """Move a drawing by what is seized, once to warm up and once to measure."""
    script = SCROLL if scrolls else PAN
    seized.evaluate(script, FRAMES)
    browser = page.context.browser
    assert browser
    browser.start_tracing(page=page, categories=CATEGORIES)
    moved = seized.evaluate(script, FRAMES)
    trace = json.loads(browser.stop_tracing())["traceEvents"]
    assert moved["places"] > FRAMES / 3, "The drawing did not move."
    times = moved["times"]
    return read_trace(trace, 1000 * (len(times) - 1) / (times[-1] - times[0]))


def read_trace(events: list[Event], a_second: float = 60.0) -> Panning:
    """Read what each frame cost the page's own thread, from one step of the hand to the next."""
    steps = sorted((one["ts"], one["pid"], one["tid"]) for one in events if one["name"] == "step")
    thread = steps[0][1:]
    starts = [at for at, *_ in steps]
    own = [one for one in events if (one.get("pid"), one.get("tid")) == thread and "tdur" in one]
    frames = [0.0] * (len(starts) - 1)
    kinds: Counter[str] = Counter()
    for event, spent in own_times([one for one in own if one["ph"] == "X"]):
        frame = sum(start < end_of(event) for start in starts) - 1
        if 0 <= frame < len(frames):
            frames[frame] += spent / 1000
            kinds[kind_of(event["name"])] += spent / 1000 / len(frames)
    raster = sum(one["tdur"] for one in events if one["name"] == "RasterTask" and "tdur" in one)
    named = {kind: kinds[kind] for kind in (*KINDS, "other")}
    return Panning(frames, named, raster / 1000 / len(frames), a_second)


def kind_of(name: str) -> str:
    """Return which kind of work an event of the trace is."""
    return next((kind for kind, names in KINDS.items() if name in names), "other")


def own_times(events: list[Event]) -> Iterator[tuple[Event, float]]:
    """Give the events of one thread, each with its processor time less that of those inside it."""
    inside: defaultdict[int, float] = defaultdict(float)
    open_at: list[int] = []
    events = sorted(events, key=lambda event: (event["ts"], -event["dur"]))
    for at, event in enumerate(events):
        while open_at and end_of(events[open_at[-1]]) <= event["ts"]:
            open_at.pop()
        if open_at:
            inside[open_at[-1]] += event["tdur"]
        open_at.append(at)
    for at, event in enumerate(events):
        yield event, event["tdur"] - inside[at]


def end_of(event: Event) -> int:
    """Return when an event of the trace is over, in microseconds."""
    return int(event["ts"]) + int(event["dur"])
