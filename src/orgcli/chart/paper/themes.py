"""Colours and borders: how each state of a position looks, on paper, on a screen and in grey."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from orgcli.chart.color.oklch import Oklch, color_of_oklch, oklch_of
from orgcli.chart.color.palette import contrast, grey
from orgcli.chart.deck.cards import LookName

FONTS = "Helvetica,Arial,sans-serif"
INK, QUIET = "#1f2328", "#59636e"
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
        "closed": Look("solid", "#d0d7de", "#eef1f4", QUIET, QUIET),
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
    card, edge     of a box and the line around it
    shadow         below a box; empty for none
    connector      of lines between boxes
    pill, pill_edge, pill_ink  of the count below a box
    hairline       between the rows of a panel
    vacancy_edge, vacancy_ink  of the box of a vacancy, and of the word in it
    halo           around a line where it crosses others
    accent         of the title's rule, and of the top
    tint_lightness, tint_chroma  of grounds in the colour of a group (OKLCH)
    coded          whether cards have the letters of their group
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
    card: str
    edge: str
    shadow: str
    connector: str
    pill: str
    pill_edge: str
    pill_ink: str
    hairline: str
    vacancy_edge: str
    vacancy_ink: str
    halo: str
    accent: str
    tint_lightness: float
    tint_chroma: float
    coded: bool = False


_DARK_CARD = "#22272e"
_READ = 4.5
"""The contrast that WCAG 2 asks of text."""
_DARK_FROM, _DARK_SPAN = 0.6, 0.4
"""Lightness in the dark of what is black on paper, and of how much more is left for white."""
_STEP = 0.02


@cache
def _on_dark(color: str) -> str:
    """The colour as light as stands out from a dark card; what is lighter on paper stays so."""
    lightness, chroma, hue = oklch_of(color)
    return color_of_oklch(Oklch(_DARK_FROM + _DARK_SPAN * lightness, chroma, hue))


def tint(color: str, theme: Theme) -> str:
    """The ground of a panel or a circle in the colour of a group: hardly more than a hint of it."""
    return _tint(color, theme.tint_lightness, theme.tint_chroma)


@cache
def _tint(color: str, lightness: float, most: float) -> str:
    _, chroma, hue = oklch_of(color)
    return color_of_oklch(Oklch(lightness, min(chroma, most), hue))


def ink_of(color: str, theme: Theme) -> str:
    """Ink of the hue of a group, which can be read on its tint and on cards."""
    return _ink(theme.stripe(color), tint(color, theme), theme.card)


@cache
def _ink(color: str, *grounds: str) -> str:
    lightness, chroma, hue = oklch_of(color)
    step = -_STEP if oklch_of(grounds[0]).lightness > 0.5 else _STEP
    ink = color
    while min(contrast(ink, ground) for ground in grounds) < _READ and 0 <= lightness <= 1:
        lightness += step
        ink = color_of_oklch(Oklch(lightness, chroma, hue))
    return ink


def branded(theme: Theme, brand: str) -> Theme:
    """The theme with the colour of its owner, #rrggbb, as its accent; as it is without one."""
    return replace(theme, accent=theme.stripe(brand)) if brand else theme


LIGHT = Theme(
    page="#ffffff",
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
    card="#ffffff",
    edge="#dbe1e8",
    shadow="#e9edf2",
    connector="#aab3c0",
    pill="#ffffff",
    pill_edge="#aab3c0",
    pill_ink="#3d4652",
    hairline="#dfe4ea",
    vacancy_edge="#7d8794",
    vacancy_ink=QUIET,
    halo="#ffffff",
    accent="#1f3a5f",
    tint_lightness=0.965,
    tint_chroma=0.018,
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
            "closed": Look("solid", "#353c45", "#1a1f26", "#8f99a5", "#8f99a5"),
            "unfit": Look("solid", "#353c45", "#1a1f26", "#9da7b3", "#9da7b3"),
        }
    ),
    stripe=_on_dark,
    card=_DARK_CARD,
    edge="#3a424d",
    shadow="",
    connector="#6e7681",
    pill=_DARK_CARD,
    pill_edge="#6e7681",
    pill_ink="#c9d1d9",
    hairline="#3a424d",
    vacancy_edge="#8b949e",
    vacancy_ink="#adb7c2",
    halo="#15191f",
    accent="#9db8dc",
    tint_lightness=0.3,
    tint_chroma=0.03,
)
PRINT = Theme(
    coded=True,
    page="#ffffff",
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
            "closed": Look("solid", "#b0b0b0", "#ffffff", "#6a6a6a", "#6a6a6a"),
            "unfit": Look("solid", "#b0b0b0", "#ffffff", "#606060", "#606060"),
        }
    ),
    stripe=grey,
    card="#ffffff",
    edge="#909090",
    shadow="",
    connector="#707070",
    pill="#ffffff",
    pill_edge="#707070",
    pill_ink="#202020",
    hairline="#c0c0c0",
    vacancy_edge="#606060",
    vacancy_ink="#404040",
    halo="#ffffff",
    accent="#303030",
    tint_lightness=0.965,
    tint_chroma=0.0,
)
THEMES: Mapping[str, Theme] = MappingProxyType({"light": LIGHT, "dark": DARK, "print": PRINT})
"""By the word for `--theme`."""
