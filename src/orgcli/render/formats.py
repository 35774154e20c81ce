"""Tables of output formats: names, and functions that are imported when they are used."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import Generic, TypeVar, cast

Writer = TypeVar("Writer")

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".md": "markdown",
        ".html": "html",
        ".htm": "html",
        ".csv": "csv",
        ".json": "json",
        ".svg": "svg",
        ".png": "png",
        ".pdf": "pdf",
    }
)
"""The endings of files that ask for a format, whether or not a table has it."""


class UnknownFormat(KeyError):
    """A format that a table lacks.

    name   the format asked for; known  those that there are
    """

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        listed = ", ".join(f"`{name}`" for name in self.known)
        return f"there is no format `{self.name}`; the formats are {listed}"


class Formats(Mapping[str, Writer], Generic[Writer]):
    """A table whose rows are `"markdown": "package.module:function"`.

    Its type parameter is the interface of all its functions. `formats[name]` imports the module of
    one row and gives its function; names, their order and `in` import nothing.
    """

    def __init__(self, rows: Mapping[str, str], endings: Mapping[str, str] = ENDINGS) -> None:
        self.names = tuple(rows)
        self._rows = rows
        self._endings = endings

    def load(self, name: str) -> Writer:
        """The function that writes a format; raises UnknownFormat where no row has the name."""
        if name not in self._rows:
            raise UnknownFormat(name, self.names)
        module, _, function = self._rows[name].partition(":")
        return cast(Writer, getattr(import_module(module), function))

    def by_ending(self, path: str) -> str | None:
        """The name of the format that the ending of a file asks for; None where it asks for none.

        Where several endings match, the longest counts: `.drawio.csv` before `.csv`.
        Raises UnknownFormat where the format is one that this table lacks.
        """
        file = PurePath(path).name.lower()
        endings = (end for end in self._endings if file.endswith(end))
        ending = max(endings, key=len, default=None)
        if ending is None:
            return None
        name = self._endings[ending]
        if name not in self._rows:
            raise UnknownFormat(name, self.names)
        return name

    def ending_of(self, name: str) -> str | None:
        """The ending that files of a format get; None where it has none of its own."""
        return next((end for end, format in self._endings.items() if format == name), None)

    def __getitem__(self, name: str) -> Writer:
        return self.load(name)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)
