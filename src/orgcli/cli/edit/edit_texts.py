"""The bytes of files that were edited."""

from __future__ import annotations

from pathlib import Path

from orgcli.cli.edit.configuration_texts import NOTHING_UNSAVED, Unsaved, bytes_of
from orgcli.cli.files.text_files import with_mark
from orgcli.model.source.source import Source
from orgcli.plans.seat_changes import RefusedEdit


def encoded(
    source: Source, text: str, now: bytes | None = None, unsaved: Unsaved = NOTHING_UNSAVED
) -> bytes:
    """The bytes of a new text; the mark of the byte order stays.

    source   what was read of the file
    now      what it is already to be, where it was edited before
    unsaved  what is read in the place of files, by their resolved paths
    Raises RefusedEdit for a file that is not UTF-8, or is not what was read any more.
    """
    file = source.path
    try:
        content = bytes_of(Path(file), unsaved) if now is None else now
    except OSError as error:
        raise RefusedEdit(f"cannot read `{file}`: {error.strerror}") from None
    if now is None and content != with_mark(source.text, content):
        raise RefusedEdit(f"`{file}` is not UTF-8, or it has just changed")
    return with_mark(text, content)
