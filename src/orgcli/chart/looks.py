"""Colours and borders: how each state of a position looks, on a screen and in grey."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from orgcli.model.organisation import Status

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


LOOKS: Mapping[Status, Look] = MappingProxyType(
    {
        "filled": Look("solid", "#b1bac4", "#ffffff", INK, QUIET),
        "open": Look("dashed", "#6e7781", "#ffffff", QUIET, QUIET),
        "planned": Look("dotted", "#59636e", "#ffffff", QUIET, QUIET),
        "closed": Look("solid", "#d0d7de", "#eef1f4", FAINT, FAINT),
    }
)
