"""Sheets of paper and screens that a chart can be drawn for, and how the user names them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

MARGIN, SLIDE_MARGIN = 24, 48
"""White space at the edges of a page, in points; most printers reach that far."""
SLIDE_NAME = 12.0
"""The least size of names on a slide, in points, as they can be read from the last row."""
_SMALLEST, _LARGEST = 70, 14_400
"""Points of a side: less shows nothing, and PDF readers accept no more."""
_WIDE, _TALL = 320, 220
"""Points inside the margins from which a page has titles of the usual size."""
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0}
_SIDE = r"([0-9]{1,5}(?:\.[0-9]{1,3})?)"
_SIZE = re.compile(rf"{_SIDE}\s*[x×]\s*{_SIDE}\s*(mm|cm|in|pt)")


class NoSuchPage(Exception):
    """A page is not called so; `help` says what pages there are."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page: its name, and its width and height in points.

    turns  whether it may lie or stand as suits the chart; a slide and a size in figures do not
    slide  whether it is shown and not printed: several of them are a deck
    """

    name: str
    width: float
    height: float
    turns: bool = True
    slide: bool = False

    def turned(self, orientation: str) -> tuple["PageSize", ...]:
        """The ways in which the page may be used: one, or both for `auto`, the wide one first."""
        long, short = max(self.width, self.height), min(self.width, self.height)
        wide = replace(self, width=long, height=short)
        tall = replace(self, width=short, height=long)
        if orientation == "auto":
            return (wide, tall) if self.turns and long > short else (self,)
        return (wide,) if orientation == "landscape" else (tall,)

    @property
    def full_name(self) -> str:
        """Its name, and how it lies where the name does not tell."""
        if not self.turns or self.width == self.height:
            return self.name
        return f"{self.name} {'landscape' if self.width > self.height else 'portrait'}"

    @property
    def lettering(self) -> float:
        """How large titles and legends are: as usual but on cards and labels."""
        return min(1.0, self.room[0] / _WIDE, self.room[1] / _TALL)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height inside the margins."""
        around = 2 * (SLIDE_MARGIN if self.slide else MARGIN)
        return self.width - around, self.height - around


_MILLIMETRES = {
    "a5": (148, 210),
    "a4": (210, 297),
    "a3": (297, 420),
    "a2": (420, 594),
    "a1": (594, 841),
    "a0": (841, 1189),
}
_MM = _POINTS["mm"]
PAGES: Mapping[str, PageSize] = MappingProxyType(
    {
        **{name: PageSize(name, x * _MM, y * _MM) for name, (x, y) in _MILLIMETRES.items()},
        "letter": PageSize("letter", 612, 792),
        "legal": PageSize("legal", 612, 1008),
        "tabloid": PageSize("tabloid", 792, 1224),
        "16:9": PageSize("16:9", 960, 540, turns=False, slide=True),
    }
)
"""By the word for `--page`; 16:9 is a slide."""
NONE = "none"
NAMES = (*PAGES, NONE)
"""The words for `--page` besides sizes."""


def page_of(text: str) -> PageSize | None:
    """The page that a user names, as in `a3`, `16:9` or `420x297mm`; None for `none`.

    Raises NoSuchPage.
    """
    word = text.strip().casefold()
    if word == NONE:
        return None
    if word in PAGES:
        return PAGES[word]
    match = _SIZE.fullmatch(word)
    if not match:
        listed = ", ".join(NAMES)
        raise NoSuchPage(f"there is no page `{text}`", f"it is {listed}, or a size as 420x297mm")
    per_unit = _POINTS[match[3]]
    width, height = (float(match[at]) * per_unit for at in (1, 2))
    if not (min(width, height) >= _SMALLEST and max(width, height) <= _LARGEST):
        raise NoSuchPage(
            f"a page cannot be `{text}`", "each side is 25 mm to 5,080 mm (1 to 200 inches)"
        )
    return PageSize(word.replace("×", "x").replace(" ", ""), width, height, turns=False)
