"""Colours and borders: how each state of a position looks, on paper, on a screen and in grey."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from orgcli.chart.deck.cards import LookName
from orgcli.chart.deck.palette import grey, luminance, mixed

FONTS = "Helvetica,Arial,sans-serif"
INK, QUIET, FAINT = "#1f2328", "#59636e", "#8b949e"
LINE = "#8b949e"
TROUBLE = "#c8322b"
"""Marks and borders of cards whose lines are wrong; 5:1 on white."""


@dataclass(frozen=True, slots=True)
class Look:
    """Border and fill of a card (Graphviz `style`, colours), and the colours of its text."""

    border: str
    color: str
    fill: str
    name: str
    title: str


LOOKS: Mapping[LookName, Look] = MappingProxyType(
    {
        "filled": Look("solid", "#b1bac4", "#ffffff", INK, QUIET),
        "open": Look("dashed", "#6e7781", "#ffffff", QUIET, QUIET),
        "planned": Look("dotted", "#59636e", "#ffffff", QUIET, QUIET),
        "closed": Look("solid", "#d0d7de", "#eef1f4", FAINT, FAINT),
        "unfit": Look("solid", "#d0d7de", "#f6f8fa", QUIET, QUIET),
    }
)


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a whole chart.

    page           behind everything
    ink, quiet     of the title, and of what stands below it
    line, dotted   of reporting lines, and of dotted ones
    trouble        of what is wrong
    chain, lit     of the line that stands out, and behind its cards
    weight         of its borders and lines, in points
    looks          of cards by state, and of those that do not fit the filter
    stripe         what becomes of the colour of a department
    """

    page: str
    ink: str
    quiet: str
    line: str
    dotted: str
    trouble: str
    chain: str
    lit: str
    weight: float
    looks: Mapping[LookName, Look]
    stripe: Callable[[str], str]


_DARK_CARD = "#22272e"
_SEEN = 3.0
"""The contrast that WCAG 2 asks of what is not text."""


def _on_dark(color: str) -> str:
    """The colour with as much white in it as makes it stand out from a dark card."""
    against = luminance(_DARK_CARD) + 0.05
    tints = (mixed(color, "#ffffff", step / 20) for step in range(20))
    return next((one for one in tints if (luminance(one) + 0.05) / against >= _SEEN), "#ffffff")


LIGHT = Theme(
    page="white",
    ink=INK,
    quiet=QUIET,
    line=LINE,
    dotted="#4d5c9e",
    trouble=TROUBLE,
    chain="#0550ae",
    lit="#e6f0ff",
    weight=2.25,
    looks=LOOKS,
    stripe=lambda color: color,
)
DARK = Theme(
    page="#15191f",
    ink="#e6edf3",
    quiet="#9da7b3",
    line="#6e7681",
    dotted="#a5b4fc",
    trouble="#ff7b72",
    chain="#79c0ff",
    lit="#12324f",
    weight=2.25,
    looks=MappingProxyType(
        {
            "filled": Look("solid", "#4b535d", _DARK_CARD, "#e6edf3", "#9da7b3"),
            "open": Look("dashed", "#9da7b3", "#15191f", "#adb7c2", "#9da7b3"),
            "planned": Look("dotted", "#9da7b3", "#15191f", "#adb7c2", "#9da7b3"),
            "closed": Look("solid", "#353c45", "#1a1f26", "#768390", "#768390"),
            "unfit": Look("solid", "#353c45", "#1a1f26", "#9da7b3", "#9da7b3"),
        }
    ),
    stripe=_on_dark,
)
PRINT = Theme(
    page="white",
    ink="#000000",
    quiet="#404040",
    line="#707070",
    dotted="#000000",
    trouble="#000000",
    chain="#000000",
    lit="#ffffff",
    weight=2.75,
    looks=MappingProxyType(
        {
            "filled": Look("solid", "#707070", "#ffffff", "#000000", "#404040"),
            "open": Look("dashed", "#505050", "#ffffff", "#404040", "#404040"),
            "planned": Look("dotted", "#505050", "#ffffff", "#404040", "#404040"),
            "closed": Look("solid", "#b0b0b0", "#ffffff", "#808080", "#808080"),
            "unfit": Look("solid", "#b0b0b0", "#ffffff", "#606060", "#606060"),
        }
    ),
    stripe=grey,
)
THEMES: Mapping[str, Theme] = MappingProxyType({"light": LIGHT, "dark": DARK, "print": PRINT})
"""By the word for `--theme`."""
