"""The formats that are neither our YAML nor CSV: how each is recognised, and what reads it.

A format is one row here. Text formats are recognised before anything is parsed, by how the text
begins, else by the ending of the file's name; document formats by the values that a JSON or YAML
file holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from orgcli.model.source.source import Source

if TYPE_CHECKING:
    from orgcli.read.entries import Entries, TableOptions
    from orgcli.read.organisation.organisation_file import OrganisationFile
    from orgcli.read.syntax.document import Document

_HEAD = 4096
"""Characters at the beginning of a text that decide its format."""


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A notation of its own.

    beginning  what the text of such a file begins with, searched in its first 4,096 characters
    suffixes   endings of names, in small letters, of files that are in it however they begin
    names      whole names, in small letters, of such files
    read       `module:function`, called with the Source and the TableOptions; gives Entries, or
               an OrganisationFile where the file has a name or departments
    """

    read: str
    beginning: re.Pattern[str] | None = None
    suffixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A kind of JSON or YAML file.

    fits  `module:function`, called with the root value of the document; whether it is one
    read  `module:function`, called with the Document and the TableOptions; gives what the read
          of a TextFormat gives
    """

    fits: str
    read: str


TEXT_FORMATS: Mapping[str, TextFormat] = {
    "LDIF": TextFormat(
        "orgcli.read.directories.ldif:ldif_entries",
        re.compile(r"(?i)(?:\s*#[^\n]*\n|[ \t\r]*\n|version:\s*1\s*\n)*dn::? ?\S"),
        (".ldif", ".ldf"),
    ),
    "agent company": TextFormat(
        "orgcli.read.directories.agent_companies:agent_entries", names=("agents.md", "company.md")
    ),
}
"""Name, as people call it -> format; the first that fits is taken."""

DOCUMENT_FORMATS: Mapping[str, DocumentFormat] = {
    "Backstage catalog": DocumentFormat(
        "orgcli.read.directories.backstage:is_catalog",
        "orgcli.read.directories.backstage:catalog_organisation",
    ),
}
"""Name, as people call it -> kind of document; the first that fits is taken."""


def text_format(source: Source) -> TextFormat | None:
    """The text format of a file, or None where it is CSV, JSON, YAML or nothing known."""
    head, suffix = source.text[:_HEAD], PurePath(source.path).suffix.lower()
    for one in TEXT_FORMATS.values():
        if one.beginning is not None and one.beginning.match(head):
            return one
    name = PurePath(source.path).name.lower()
    formats = TEXT_FORMATS.values()
    return next((one for one in formats if suffix in one.suffixes or name in one.names), None)


def document_format(document: Document) -> DocumentFormat | None:
    """The kind of a JSON or YAML file that is no organisation or role of our own, else None."""
    formats = DOCUMENT_FORMATS.values()
    return next((one for one in formats if _function(one.fits)(document.root)), None)


def entries_in(
    format: TextFormat | DocumentFormat, content: Source | Document, options: TableOptions
) -> Entries | OrganisationFile:
    """What a file in a format holds."""
    entries: Entries | OrganisationFile = _function(format.read)(content, options)
    return entries


def _function(path: str) -> Any:
    module, name = path.split(":")
    return getattr(import_module(module), name)
