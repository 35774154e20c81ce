"""Files that nobody named on the command line are replaced where orgcli wrote them before."""

from collections.abc import Callable
from pathlib import Path

from orgcli.cli.output import fail

_HEAD = 4096
"""Bytes in which a file of ours is known."""


def refuse_foreign(file: str, is_ours: Callable[[bytes], bool], name_it: str) -> None:
    """Leave with exit code 2 where a file is there that is none of ours.

    is_ours  whether a file that begins so was written by orgcli, in the same format
    name_it  the flag that replaces it all the same
    """
    path = Path(file)
    if not path.exists():
        return
    try:
        if not path.is_file():
            fail(f"`{file}` is no file")
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        fail(f"cannot write `{file}`: {error.strerror or error}")
    if head and not is_ours(head):
        fail(f"`{file}` was not written by orgcli", f"delete it, or name it: {name_it}")
