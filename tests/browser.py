"""A small driver for Chromium: the DevTools protocol over a pipe, with real keys and clicks."""

import base64
import json
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tools import program

CHROMIUM = program("chromium")
needs_chromium = pytest.mark.needs("chromium")
WINDOW = (1400, 900)
"""The size of a new tab, in CSS pixels."""
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-extensions", "--mute-audio", "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip
_SECONDS = 60
_KEYS = {
    "Enter": ("Enter", 13, "\r"), "Escape": ("Escape", 27, ""), "Tab": ("Tab", 9, ""),
    "ArrowLeft": ("ArrowLeft", 37, ""), "ArrowUp": ("ArrowUp", 38, ""),
    "ArrowRight": ("ArrowRight", 39, ""), "ArrowDown": ("ArrowDown", 40, ""),
    "PageUp": ("PageUp", 33, ""), "PageDown": ("PageDown", 34, ""),
    "Home": ("Home", 36, ""), "End": ("End", 35, ""), " ": ("Space", 32, " "),
}  # fmt: skip


class Page:
    """One tab: its document, its keyboard and mouse, and what went wrong in it."""

    def __init__(self, browser: "Browser", session: str, target: str) -> None:
        self._browser = browser
        self._session = session
        self._target = target
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._is_blank = self.is_as_new = True
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> Any:
        """The result of a command of the protocol."""
        if method == "Page.addScriptToEvaluateOnNewDocument":
            self.is_as_new = False
        return self._browser.call(method, params, self._session, self)

    def size(self, width: int, height: int, touch: bool = False) -> None:
        """The size of the window in CSS pixels; `touch` makes it a phone."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=touch,
        )  # fmt: skip
        self.call("Emulation.setTouchEmulationEnabled", enabled=touch)

    def prefer(self, **features: str) -> None:
        """Media features of the reader: `color_scheme="dark"`. Calm, unless said otherwise.

        On a busy machine a movement can rest for longer than anybody would wait for it to end.
        """
        wanted = {"reduced_motion": "reduce", **features}
        named = [{"name": f"prefers-{k.replace('_', '-')}", "value": v} for k, v in wanted.items()]
        self.call("Emulation.setEmulatedMedia", media="", features=named)

    def open(self, path: Path, fragment: str = "") -> None:
        """Go to a file and wait until it is loaded."""
        if not self._is_blank:
            self.call("Page.navigate", url="about:blank")
        self._is_blank = False
        self.call("Page.navigate", url=path.as_uri() + fragment)
        self.until("document.readyState === 'complete' && location.protocol === 'file:'")

    def run(self, script: str) -> Any:
        """The value of an expression; a promise is waited for."""
        said = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in said:
            raise AssertionError(said["exceptionDetails"])
        return said["result"].get("value")

    def until(self, script: str, seconds: float = _SECONDS) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + seconds
        while not self.run(f"Boolean({script})"):
            assert time.monotonic() < end, f"never true: {script}"
            time.sleep(0.02)

    def still(self) -> None:
        """Wait until nothing moves any more."""
        world = "document.getAnimations().length + document.getElementById('paper').style.transform"
        before = None
        while (now := self.run(world)) != before or not now.startswith("0"):
            before = now
            time.sleep(0.06)

    def press(self, *keys: str) -> None:
        """Keys as a person presses them: a name such as ArrowDown, or one character."""
        for key in keys:
            code, number, text = _KEYS.get(key, ("", ord(key[0].upper()), key))
            event = {"key": key, "code": code, "windowsVirtualKeyCode": number}
            down = {"type": "keyDown", "text": text} if text else {"type": "rawKeyDown"}
            self.call("Input.dispatchKeyEvent", **down, **event)
            self.call("Input.dispatchKeyEvent", type="keyUp", **event)

    def type(self, text: str) -> None:
        """Text as an input method enters it."""
        self.call("Input.insertText", text=text)

    def middle(self, selector: str) -> tuple[float, float]:
        """The middle of an element in the window."""
        x, y = self.run(
            f"(r => [r.x + r.width / 2, r.y + r.height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        return x, y

    def click(self, target: str | tuple[float, float], times: int = 1) -> None:
        """Click the middle of what a selector finds, or a point of the window."""
        x, y = self.middle(target) if isinstance(target, str) else target
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        for count in range(1, times + 1):
            for kind in ("mousePressed", "mouseReleased"):
                self.call(
                    "Input.dispatchMouseEvent",
                    type=kind, x=x, y=y, button="left", clickCount=count,
                )  # fmt: skip

    def drag(self, start: tuple[float, float], by: tuple[float, float]) -> None:
        """Press, move in steps, let go."""
        x, y = start
        mouse = "Input.dispatchMouseEvent"
        self.call(mouse, type="mousePressed", x=x, y=y, button="left", clickCount=1)
        for step in range(1, 6):
            at = {"x": x + by[0] * step / 5, "y": y + by[1] * step / 5}
            self.call(mouse, type="mouseMoved", **at, button="left", buttons=1)
        self.call(mouse, type="mouseReleased", **at, button="left", clickCount=1)

    def wheel(self, at: tuple[float, float], turn: float) -> None:
        """Turn the wheel over a point; up is negative."""
        self.call(
            "Input.dispatchMouseEvent", type="mouseWheel", x=at[0], y=at[1], deltaX=0, deltaY=turn
        )

    def touch(self, *moments: Sequence[tuple[float, float]]) -> None:
        """Fingers at these points, moment by moment; then they are lifted."""
        for number, points in enumerate(moments):
            self.call(
                "Input.dispatchTouchEvent",
                type="touchMove" if number else "touchStart",
                touchPoints=[{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(points)],
            )
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def accessibility_nodes(self) -> list[dict[str, Any]]:
        """The nodes that a screen reader meets: role, name and properties of each."""
        self.call("Accessibility.enable")
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        return [
            {
                "role": node["role"]["value"],
                "name": node.get("name", {}).get("value", ""),
                **{one["name"]: one["value"].get("value") for one in node.get("properties", [])},
            }
            for node in nodes
            if not node.get("ignored")
        ]

    def screenshot(self, path: Path) -> None:
        """The window as a PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def pdf(self) -> bytes:
        """What the printer gets."""
        said = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(said["data"])

    def keep_downloads(self, folder: Path) -> None:
        """Put what is downloaded into a folder."""
        wanted = {"behavior": "allow", "downloadPath": str(folder)}
        self._browser.call("Browser.setDownloadBehavior", wanted)

    def close(self) -> None:
        """Give the tab back, in which nothing is left of what it has shown."""
        if self.is_as_new:
            self.call("Page.navigate", url="about:blank")
            self.until("location.href === 'about:blank' && document.readyState === 'complete'")
            self.call("Page.resetNavigationHistory")
            self.call("Accessibility.disable")
            self.problems.clear()
            self.requests.clear()
            self._is_blank = True
            self._browser.free.append(self)
        else:
            self._browser.call("Target.closeTarget", {"targetId": self._target})
            self._browser.forget(self._session)

    def keep_event(self, method: str, params: dict[str, Any]) -> None:
        """Keep what an event tells of errors, warnings and requests."""
        if method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.problems.append(params["entry"]["text"])
        if method == "Runtime.exceptionThrown":
            self.problems.append(json.dumps(params["exceptionDetails"]))
        if method == "Runtime.consoleAPICalled":
            self.problems.append(json.dumps(params["args"]))
        if method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])


class Browser:
    """A Chromium of our own, spoken to by lines that end in NUL."""

    def __init__(self, profile: Path) -> None:
        assert CHROMIUM is not None
        commands, self._write = os.pipe()
        self._read, answers = os.pipe()
        # The program reads commands on 3 and answers on 4, whatever the pipes are numbered here.
        shell = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'
        self._process = subprocess.Popen(
            ["bash", "-c", shell, "bash", str(commands), str(answers), CHROMIUM, *_FLAGS,
             f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(commands, answers), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(commands)
        os.close(answers)
        self._number = 0
        self._waiting = b""
        self._pages: dict[str, Page] = {}
        self.free: list[Page] = []
        """Tabs that were given back: to make one takes longer than most tests use it."""

    def page(self) -> Page:
        """An empty tab of the size of WINDOW, in which nothing moves."""
        page = self.free.pop() if self.free else self._new_page()
        page.size(*WINDOW)
        page.prefer()
        return page

    def _new_page(self) -> Page:
        target = self.call("Target.createTarget", {"url": "about:blank"})["targetId"]
        said = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})
        page = Page(self, said["sessionId"], target)
        self._pages[said["sessionId"]] = page
        return page

    def forget(self, session: str) -> None:
        """Nothing more is heard of a tab that is closed."""
        del self._pages[session]

    def call(
        self, method: str, params: dict[str, Any], session: str = "", page: Page | None = None
    ) -> Any:
        """The result of a command; events that come before it go to their pages."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": params}
        if session:
            command["sessionId"] = session
        os.write(self._write, json.dumps(command).encode() + b"\0")
        while True:
            said = self._next()
            if said.get("id") == self._number:
                assert "error" not in said, f"{method}: {said['error']}"
                return said["result"]
            known = self._pages.get(said.get("sessionId", ""), page)
            if known and "method" in said:
                known.keep_event(said["method"], said["params"])

    def _next(self) -> dict[str, Any]:
        end = time.monotonic() + _SECONDS
        while b"\0" not in self._waiting:
            assert time.monotonic() < end, "Chromium does not answer"
            part = os.read(self._read, 1 << 16)
            assert part, "Chromium has ended"
            self._waiting += part
        line, _, self._waiting = self._waiting.partition(b"\0")
        found: dict[str, Any] = json.loads(line)
        return found

    def close(self) -> None:
        """End the program and wait for it."""
        os.close(self._write)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._read)


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """A browser with an empty profile, ended behind the block."""
    browser = Browser(profile)
    try:
        yield browser
    finally:
        browser.close()
