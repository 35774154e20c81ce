"""Writing a value in one of its formats, be it text, a picture, or a file for another program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

from orgcli.cli.output import fail, note, refusing, write_result
from orgcli.render.view import Page, PageResult, ResultWriter

Value = TypeVar("Value")


def write_value(
    formats: Mapping[str, ResultWriter[Value]],
    name: str,
    value: Value,
    page: Page,
    output: str | None,
) -> None:
    """Write it to stdout or a file; leaves with exit code 2 where that is not possible."""
    write_result_of(lambda: formats[name](value, page), name, output)


def write_result_of(make: Callable[[], PageResult], format: str, output: str | None) -> None:
    """Write what is made; leaves with exit code 2 where it cannot be made or written.

    format  its name; a file for another program does not go to a terminal
    """
    with refusing():
        result = make()
    data, notes = (result, ()) if isinstance(result, str | bytes) else (result.data, result.notes)
    if output in (None, "-") and sys.stdout.isatty() and not _is_text(data):
        fail(f"{format} is not for a terminal", f"name a file: -o FILE.{format}")
    write_result(data, output)
    for line in notes:
        note(f"orgcli: {line}")


def _is_text(data: str | bytes) -> bool:
    try:
        if isinstance(data, bytes):
            data.decode()
    except UnicodeDecodeError:
        return False
    return True
