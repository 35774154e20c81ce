"""The flags of `orgcli chart` that say what is shown, and how they become what a chart takes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from orgcli.cli.completion import complete_color_by, complete_fields, complete_theme
from orgcli.cli.output import fail, one_of

if TYPE_CHECKING:
    from orgcli.chart.asked import Appearance, Selection

Root = Annotated[
    str | None, typer.Option("--root", metavar="ID", help="Only this position and all below it.")
]
Depth = Annotated[
    int | None,
    typer.Option("--depth", min=0, metavar="N", help="Only so many layers below the top."),
]
Chain = Annotated[
    str | None,
    typer.Option(
        "--chain", metavar="ID", help="Make the line from a position to the top stand out."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="As it is on that day, by start and end."),
]
ShowClosed = Annotated[bool, typer.Option("--show-closed", help="Closed positions too, in grey.")]
ColorBy = Annotated[
    str,
    typer.Option(
        "--color-by",
        metavar="WHAT",
        help="department, level, role, location, status or none.",
        autocompletion=complete_color_by,
    ),
]
Fields = Annotated[
    str | None,
    typer.Option(
        "--fields",
        metavar="F,F,...",
        help="The lines of a card: name,title and others; without name no holders are shown.",
        autocompletion=complete_fields,
    ),
]
ThemeName = Annotated[
    str,
    typer.Option(
        "--theme", metavar="THEME", help="light, dark or print.", autocompletion=complete_theme
    ),
]


def selection_of(
    root: str | None, depth: int | None, chain: str | None, as_of: str | None, show_closed: bool
) -> Selection:
    """Which positions were asked for; leaves with exit code 2 where a day is none."""
    from orgcli.chart.asked import Selection

    return Selection(root, depth, chain, _day(as_of), show_closed)


def appearance_of(color_by: str, fields: str | None, theme: str) -> Appearance:
    """How the chart was asked to look; leaves with exit code 2 where a word is not known."""
    from orgcli.chart.asked import NAME_AND_TITLE, Appearance
    from orgcli.chart.coloring import COLOR_BY
    from orgcli.chart.fields import FIELDS
    from orgcli.chart.looks import THEMES

    one_of("--color-by", color_by, COLOR_BY)
    one_of("--theme", theme, THEMES)
    if fields is None:
        return Appearance(color_by, NAME_AND_TITLE, theme)
    words = dict.fromkeys(one_of("--fields", word.strip(), FIELDS) for word in fields.split(","))
    return Appearance(color_by, tuple(words), theme)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # Python also reads 20270101 and 2027-W01-1, which other days of a file may not be.
    if day is None or day.isoformat() != text:
        fail(f"--as-of cannot be `{text}`", "write a day as 2027-01-31")
    return day
