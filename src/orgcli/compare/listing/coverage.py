"""What the languages lack, as a listing: file by file, text by text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Protocol

from orgcli.compare.listing.listing import Entry, Field, Listing, Section
from orgcli.language.words import RolesWords

_SHOWN = 4


class Covered(Protocol):
    """One file in one language; see orgcli.read.roles.coverage."""

    @property
    def language(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def beside(self) -> str: ...
    @property
    def there(self) -> bool: ...
    @property
    def texts(self) -> int: ...
    @property
    def lacking(self) -> tuple[str, ...]: ...
    @property
    def unnamed(self) -> bool: ...


def coverage(files: Sequence[Covered], languages: Mapping[str, str], says: RolesWords) -> Listing:
    """For each language the files that lack something, or one line that says that none does.

    languages  tag -> what the language calls itself, in the order of the listing
    """
    order = {tag: at for at, tag in enumerate(languages)}
    ordered = sorted(files, key=lambda one: order[one.language])
    entries = tuple(
        entry
        for tag, some in groupby(ordered, key=lambda one: one.language)
        for entry in _entries(tag, languages[tag], list(some), says)
    )
    return Listing(
        "coverage",
        says.coverage,
        (
            Field("language", says.language, "role", plain=True),
            Field("file", says.file, plain=True),
            Field("texts", says.texts, number=True),
            Field("lacking", says.lacking, number=True),
            Field("keys", says.which, "quiet", plain=True),
        ),
        (Section("", entries),),
        (),
        (says.needs_id,) if any(one.unnamed for one in files) else (),
    )


def _entries(tag: str, name: str, files: Sequence[Covered], says: RolesWords) -> Iterator[Entry]:
    shown = {"language": f"{tag} {name}"}
    some = [one for one in files if one.lacking]
    if not some:
        texts = sum(one.texts for one in files)
        values = {"language": tag, "file": None, "texts": texts, "lacking": 0, "keys": ()}
        yield Entry(values, {**shown, "keys": says.nothing})
    for one in some:
        yield Entry(
            {
                "language": tag,
                "file": one.file,
                "texts": one.texts,
                "lacking": len(one.lacking),
                "keys": one.lacking,
            },
            {**shown, "keys": _which(one, says)},
        )


def _which(one: Covered, says: RolesWords) -> str:
    if not one.there and len(one.lacking) == one.texts:
        return says.whole_file.format(path=one.beside)
    first = ", ".join(_short(key) for key in one.lacking[:_SHOWN])
    more = len(one.lacking) - _SHOWN
    return f"{first}, {says.several_more.format(count=more)}" if more > 0 else first


def _short(key: str) -> str:
    """Statements go by their id alone."""
    return key.removeprefix("statements.")
