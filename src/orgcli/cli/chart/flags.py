"""The flags of `orgcli chart`, each with its help."""

from __future__ import annotations

from typing import Annotated

import typer

from orgcli.cli.completion import (
    complete_chart_format,
    complete_color_by,
    complete_dotted,
    complete_engine,
    complete_fields,
    complete_orientation,
    complete_page,
    complete_theme,
)

Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Its ending says the format; - is stdout."),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="svg, png, pdf, html, dot, mermaid, plantuml, drawio, tree or txt.",
        autocompletion=complete_chart_format,
    ),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Above the chart.")]
Engine = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="ENGINE",
        help="bundled, or system for the Graphviz installed here.",
        autocompletion=complete_engine,
    ),
]
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
    str | None,
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
    str | None,
    typer.Option(
        "--theme", metavar="THEME", help="light, dark or print.", autocompletion=complete_theme
    ),
]
PageName = Annotated[
    str | None,
    typer.Option(
        "--page",
        metavar="PAGE",
        help="a4, a3, letter, tabloid, 16:9, WIDTHxHEIGHTmm or none.",
        autocompletion=complete_page,
    ),
]
Orientation = Annotated[
    str | None,
    typer.Option(
        "--orientation",
        metavar="HOW",
        help="auto, portrait or landscape.",
        autocompletion=complete_orientation,
    ),
]
MinFont = Annotated[
    float | None,
    typer.Option("--min-font", metavar="PT", help="Smaller names make a book of pages; 7."),
]
TopLayers = Annotated[
    int | None,
    typer.Option(
        "--top-layers", min=0, metavar="N", help="Layers that keep their reports side by side; 1."
    ),
]
LeavesFirst = Annotated[
    bool | None,
    typer.Option(
        "--leaves-first/--no-leaves-first", help="Reports without reports of their own first."
    ),
]
Book = Annotated[
    bool | None,
    typer.Option("--book/--no-book", help="Several pages in any case, or never; else as needed."),
]
BookDir = Annotated[
    str | None,
    typer.Option("--book-dir", metavar="DIR", help="The pages as files: SVG, or PNG with -f png."),
]
Dotted = Annotated[
    str | None,
    typer.Option(
        "--dotted",
        metavar="HOW",
        help="Dotted lines as lines, as chips on cards, or none.",
        autocompletion=complete_dotted,
    ),
]
Dpi = Annotated[
    int | None,
    typer.Option("--dpi", min=36, max=1200, metavar="N", help="Pixels to the inch of a PNG."),
]
Watch = Annotated[
    bool, typer.Option("--watch", help="Draw again when a file changes, until Ctrl-C.")
]
Open = Annotated[bool, typer.Option("--open", help="Show the file in this computer's viewer.")]
