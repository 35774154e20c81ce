"""The formats that are neither our YAML nor CSV: how each is recognised, and what reads it.

A format is one row here. Text formats are recognised before anything is parsed, by how the text
begins, else by the ending of the file's name; document formats by the values that a JSON or YAML
file holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from orgcli.model.request.flag import loaded
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
    within     endings of names of files whose beginning counts; none for all files
    signs      texts of which one stands in every beginning: without it, nothing is searched
    read       `module:function`, called with the Source and the TableOptions; gives Entries, or
               an OrganisationFile where the file has a name or departments
    """

    read: str
    beginning: re.Pattern[str] | str | None = None
    suffixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()

    def begins(self, head: str, suffix: str) -> bool:
        """Whether a file with an ending begins as its format does."""
        if self.beginning is None or (self.within and suffix not in self.within):
            return False
        if self.signs and not any(sign in head for sign in self.signs):
            return False
        return re.match(self.beginning, head) is not None


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A kind of JSON or YAML file.

    fits  `module:function`, called with the root value of the document; whether it is one
    read  `module:function`, called with the Document and the TableOptions; gives what the read
          of a TextFormat gives
    """

    fits: str
    read: str


_DRAWINGS = "orgcli.read.drawings.notations"
# Front matter and comments may stand above a Mermaid chart.
_MERMAID = (
    r"\s*+(?:---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*+---[ \t]*\r?\n\s*+)?+"
    r"(?:%%[^\n]*(?:\n\s*+|\Z))*+"
    r"(?:(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|RL|LR))?[ \t]*(?:;|\r?\n|%%|\Z)"
    r"|mindmap[ \t]*\r?\n)"
)
_DOT = (
    r"(?:\s++|//[^\n]*+|#[^\n]*+|/\*(?s:.*?)\*/)*+(?:strict\s++)?(?:di)?graph\b"
    r"\s*+(?:[\w.-]++|\"[^\"\n]*+\")?\s*+\{"
)
_DRAWIO = (
    r"\s*+(?:<\?xml[^>]*>\s*+)?(?:<!--[^>]*>\s*+|<!DOCTYPE[^>]*>\s*+)*+"
    r"<(?:mxfile|mxGraphModel|svg)\b"
)
_TREE = r"(?:[^\n]*\n){1,8}?(?:[ │|\u00a0]|[0-9]{1,9}… )*+(?:[├└]──? |(?:(?<=\|)|[`+\\])-- )"
_OUTLINE = (
    r"\s*+(?:#+ [^\n]*+\s++)?(?:[-*+•][ \t]+(?!(?:id|title|name|holder|role|key|reports_to)\s*:)"
    r"|(?![^\n]*[:;{}\[\]|])\S[^\n]*\n(?:[ ]{2,}|\t)(?!\w+:)\S)"
)
# A table as databases print it and Markdown has it: a row with bars, then a line of dashes.
_RULED = (
    r"\s*+(?:#+ [^\n]*\n\s*+)?(?:\+[-=+]++[ \t\r]*+\n)?"
    r"[^\n|]*+\|[^\n]*+\n[ \t|+:]*+-[-:|+ \t\r]*+(?:\n|\Z)"
)
TEXT_FORMATS: Mapping[str, TextFormat] = {
    "LDIF": TextFormat(
        "orgcli.read.directories.ldif:ldif_entries",
        re.compile(r"(?i)(?:[^\S\n]*+(?:#[^\n]*+)?\n|version:[ \t]*+1[ \t\r]*+\n)*+dn::? ?\S"),
        (".ldif", ".ldf"),
    ),
    "agent company": TextFormat(
        "orgcli.read.directories.agent_companies:agent_entries", names=("agents.md", "company.md")
    ),
    "Mermaid": TextFormat(
        f"{_DRAWINGS}.mermaid:mermaid_entries",
        _MERMAID,
        (".mmd", ".mermaid"),
        signs=("graph", "flowchart", "mindmap"),
    ),
    "PlantUML": TextFormat(
        f"{_DRAWINGS}.plantuml:plantuml_entries",
        r"\s*+(?:'[^\n]*\n\s*+)*+@start\w",
        (".puml", ".plantuml", ".pu", ".iuml", ".wsd"),
        signs=("@start",),
    ),
    "DOT": TextFormat(f"{_DRAWINGS}.dot:dot_entries", _DOT, (".dot", ".gv"), signs=("graph",)),
    "draw.io CSV": TextFormat(
        f"{_DRAWINGS}.drawio_table:drawio_entries",
        r"(?:#[^\n]*\n)*?# namespace: orgcli-\r?\n",
        signs=("# namespace: orgcli-",),
    ),
    "draw.io": TextFormat(
        f"{_DRAWINGS}.drawio_xml:drawio_xml_entries",
        _DRAWIO,
        (".drawio", ".dio"),
        signs=("<mx", "<svg"),
    ),
    "ruled table": TextFormat(
        "orgcli.read.tables.files.csv:csv_entries",
        _RULED,
        within=(".txt", ".text", ".md", ".markdown", ""),
        signs=("|",),
    ),
    "text tree": TextFormat(
        f"{_DRAWINGS}.text_tree:tree_entries",
        _TREE,
        within=(".txt", ".text", ".tree", ""),
        signs=("─ ", "-- "),
    ),
    "outline": TextFormat(
        f"{_DRAWINGS}.markdown:markdown_entries",
        _OUTLINE,
        (".md", ".markdown"),
        within=(".txt", ".text"),
    ),
}
"""Name, as people call it -> format; the first that fits is taken."""

DOCUMENT_FORMATS: Mapping[str, DocumentFormat] = {
    "records of orgcli": DocumentFormat(
        "orgcli.read.directories.own_records:holds_records",
        "orgcli.read.directories.own_records:record_organisation",
    ),
    "Backstage catalog": DocumentFormat(
        "orgcli.read.directories.backstage:is_catalog",
        "orgcli.read.directories.backstage:catalog_organisation",
    ),
}
"""Name, as people call it -> kind of document; the first that fits is taken."""


def text_format(source: Source) -> TextFormat | None:
    """The text format of a file, or None where it is CSV, JSON, YAML or nothing known."""
    head, suffix = source.text[:_HEAD], PurePath(source.path).suffix.lower()
    for format in TEXT_FORMATS.values():
        if format.begins(head, suffix):
            return format
    name = PurePath(source.path).name.lower()
    formats = TEXT_FORMATS.values()
    return next(
        (format for format in formats if suffix in format.suffixes or name in format.names), None
    )


def document_format(document: Document) -> DocumentFormat | None:
    """The kind of a JSON or YAML file that is no organisation or role of our own, else None."""
    formats = DOCUMENT_FORMATS.values()
    return next((format for format in formats if loaded(format.fits)(document.root)), None)


def entries_in(
    format: TextFormat | DocumentFormat, content: Source | Document, options: TableOptions
) -> Entries | OrganisationFile:
    """What a file in a format holds."""
    entries: Entries | OrganisationFile = loaded(format.read)(content, options)
    return entries
