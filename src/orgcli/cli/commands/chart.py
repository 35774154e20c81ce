"""`orgcli chart`: read an organisation, draw it, write the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from orgcli.cli.chart import flags
from orgcli.cli.inputs import (
    Columns,
    ConfigFile,
    Inputs,
    Isolated,
    Paths,
    RootToken,
    Source,
    StdinFilename,
)
from orgcli.cli.language import Lang

if TYPE_CHECKING:
    from orgcli.cli.chart.request import Flags


def chart(
    paths: Paths = None,
    output: flags.Output = None,
    format: flags.Format = None,
    page: flags.PageName = None,
    orientation: flags.Orientation = None,
    min_font: flags.MinFont = None,
    book: flags.Book = None,
    book_dir: flags.BookDir = None,
    dpi: flags.Dpi = None,
    top_layers: flags.TopLayers = None,
    leaves_first: flags.LeavesFirst = None,
    dotted: flags.Dotted = None,
    title: flags.Title = None,
    root: flags.Root = None,
    depth: flags.Depth = None,
    chain: flags.Chain = None,
    as_of: flags.AsOf = None,
    show_closed: flags.ShowClosed = False,
    color_by: flags.ColorBy = None,
    fields: flags.Fields = None,
    theme: flags.ThemeName = None,
    lang: Lang = None,
    watch: flags.Watch = False,
    open_: flags.Open = False,
    engine: flags.Engine = "bundled",
    columns: Columns = None,
    root_token: RootToken = None,
    source: Source = None,
    stdin_filename: StdinFilename = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
) -> None:
    """Draw an org chart.

    \b
    orgcli chart org.yaml                 writes org.svg
    orgcli chart people.csv -o people.pdf --page a3
    orgcli chart org.yaml -o - -f png > org.png
    orgcli chart org.yaml -f tree         on the terminal
    orgcli chart org.yaml --root cro --depth 2 --color-by location
    orgcli chart org.yaml --watch --open  draws again when the file is saved
    """
    from orgcli.cli.chart.request import Flags, Style, selection_of

    inputs = Inputs(
        paths or (), columns or (), root_token, stdin_filename, config, isolated, source
    )
    style = Style(
        format, page, orientation, min_font, top_layers, leaves_first, dotted, dpi, color_by,
        None if fields is None else [word.strip() for word in fields.split(",")], theme,
    )  # fmt: skip
    selection = selection_of(root, depth, chain, as_of, show_closed)
    typed = Flags(style, selection, output, title, engine, book, book_dir, lang, watch, open_)
    if watch:
        from orgcli.cli.chart.watch import watch as keep_drawing

        keep_drawing(inputs, typed)
    else:
        _draw(inputs, typed)


def _draw(inputs: Inputs, typed: Flags) -> None:
    """One chart; exit code 1 where files it is drawn from could not be read as what they are."""
    from orgcli.cli.chart.drawing import drawn, read, said, written

    reading = read(inputs, typed)
    drawing = drawn(reading)
    path = written(reading, drawing)
    said(reading, drawing)
    if typed.open:
        from orgcli.cli.viewer import open_file

        open_file(path)
    if reading.broken:
        raise typer.Exit(1)
