"""Tables of output formats: names, and functions that are imported when they are used."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Generic, TypeVar, cast

from orgcli.model.request.flag import loaded

Writer = TypeVar("Writer")

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".md": "markdown",
        ".html": "html",
        ".htm": "html",
        ".csv": "csv",
        ".json": "json",
        ".docx": "docx",
        ".xlsx": "xlsx",
        ".svg": "svg",
        ".png": "png",
        ".pdf": "pdf",
    }
)
"""The endings of files that ask for a format, whether or not a table has it."""
PLAIN_ENDINGS = frozenset({"", ".txt", ".text", ".log", ".out", ".yaml", ".yml", ".toml"})
"""Those that ask for none; files of orgcli's own are looked at before they are written over."""


class Formats(Mapping[str, Writer], Generic[Writer]):
    """A table whose rows are `markdown="package.module:function"`.

    Its type parameter is the interface of all its functions. `formats[name]` imports the module of
    one row and gives its function; names, their order and `in` import nothing.
    """

    def __init__(self, **rows: str) -> None:
        self._rows = rows

    def __getitem__(self, name: str) -> Writer:
        return cast(Writer, loaded(self._rows[name]))

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
