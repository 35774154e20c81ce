"""What the role in a file is called, without reading more than the lines that name it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from orgcli.language.tags import ENGLISH
from orgcli.model.findings.finding import Finding
from orgcli.model.roles.role_name import LocalName, squeeze
from orgcli.model.source.notation import Notation, notation
from orgcli.model.source.source import Source
from orgcli.read.syntax.decoding import Unreadable, read_source, top_level
from orgcli.read.syntax.document import Value
from orgcli.read.syntax.parsing import parse

_NAMING_KEYS = "role|translation|title|abbreviation|aliases|language"


@dataclass(frozen=True, slots=True)
class RoleName:
    """What one role is called in one language, and the file that names it."""

    id: str
    path: Path
    builtin: bool = False
    title: str | None = None
    abbreviation: str | None = None
    aliases: tuple[LocalName, ...] = ()
    language: str = ENGLISH

    @property
    def short(self) -> str:
        """What to call the role where there is little room."""
        return self.abbreviation or self.title or self.id

    def names(self) -> Iterator[LocalName]:
        """All its names in its language, with their sources."""
        yield LocalName(self.id, self.language, "id")
        if self.title:
            yield LocalName(self.title, self.language, "title")
        if self.abbreviation:
            yield LocalName(self.abbreviation, self.language, "abbreviation")
        yield from self.aliases


def name_in(
    path: Path, builtin: bool = False, language: str | None = None, having: str = ""
) -> RoleName | None:
    """What the role in a file is called; None where the file is no role or cannot be read.

    language  of the file; else what it says itself, else English
    having    a squeezed name: None also where the lines that name the role do not have it
    """
    try:
        source = read_source(path)
    except Unreadable:
        return None
    if isinstance(source, Finding):
        return None
    text = source.text
    if notation(source) is Notation.YAML:
        text = top_level(text, _NAMING_KEYS) or text
        # A name on several lines or with escapes is not found so; the built-in ones have none.
        if builtin and having and having not in squeeze(text):
            return None
    document, _ = parse(Source(source.path, text))
    root = document.root if document else None
    if not isinstance(root, dict):
        return None
    id = root.get("role", root.get("translation"))
    if not isinstance(id, str):
        return None
    language = language or _text(root.get("language")) or ENGLISH
    title, abbreviation = _text(root.get("title")), _text(root.get("abbreviation"))
    candidates = (_alias(alias, language) for alias in _list(root.get("aliases")))
    aliases = tuple(alias for alias in candidates if alias)
    return RoleName(id, path, builtin, title, abbreviation, aliases, language)


def _alias(alias: Value, language: str) -> LocalName | None:
    if isinstance(alias, str):
        return LocalName(alias, language, "alias", editorial=True)
    if not isinstance(alias, dict) or not isinstance(name := alias.get("name"), str):
        return None
    return LocalName(
        name,
        language,
        "alias",
        alias.get("ambiguous") == "true",
        tuple(source for source in _list(alias.get("sources")) if isinstance(source, str)),
        alias.get("status") != "sourced",
    )


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None


def _list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]
