"""Writing a value in one of its formats, be it text or a file for another program."""

from __future__ import annotations

import sys
from typing import TypeVar

from orgcli.cli.output import fail, note, write_result
from orgcli.render.document.formats import DocumentFormats, MissingLibrary
from orgcli.render.view import Page

Value = TypeVar("Value")


def write_value(
    formats: DocumentFormats[Value], name: str, value: Value, page: Page, output: str | None
) -> None:
    """Write it to stdout or a file; leaves with exit code 2 where that is not possible."""
    try:
        result = formats[name](value, page)
    except MissingLibrary as error:
        fail(str(error), error.help)
    data, notes = (result, ()) if isinstance(result, str | bytes) else (result.data, result.notes)
    if isinstance(data, bytes) and output in (None, "-") and sys.stdout.isatty():
        fail(f"{name} is not for a terminal", f"name a file: -o FILE.{name}")
    write_result(data, output)
    for line in notes:
        note(f"orgcli: {line}")
