"""The rule about text without quotes that other YAML readers take for something else, ORG010."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any

from orgcli.check.context import Context
from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Finding, Fix, Level, Place
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position_fields import POSITION_FIELDS
from orgcli.model.organisation.reporting_lines import UNKNOWN
from orgcli.model.project import Project
from orgcli.model.source.notation import YAML_SUFFIXES, Notation, notation
from orgcli.model.source.source import Source

_REPEATED_FIELDS = tuple(
    dict.fromkeys(
        field.path[0]
        for name, field in POSITION_FIELDS.items()
        if name not in ("id", "holder", "reports_to", "attributes")
        and (field.is_free_text or is_dataclass(field.kind))
    )
)
"""The fields with texts that many positions have alike."""
_WITHOUT_TEXT = frozenset({bool, int, float, date})
_IDS = frozenset({"id", "reports_to", "dotted_lines"})
_A_NUMBER = "a number"

# What YAML 1.1 (as PyYAML, Ruby and most older tools read it) and the core schema of YAML 1.2
# do not take for text. A line break stands before each word: searching for it is fast.
_TRUTH = "[Yy]|yes|Yes|YES|on|On|ON|true|True|TRUE|[Nn]|no|No|NO|off|Off|OFF|false|False|FALSE"
_TIME = (
    r"\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?"
    r"(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?"
)
_NUMBER = (
    r"[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|[1-9][\d_]*|0[0-7_]*)"
    r"|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?"
    r"|[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?"
    r"|\.\d[\d_]*(?:[eE][-+]\d+)?"
    r"|[-+]?\d+|0o[0-7]+"
    r"|[-+]?(?:\.\d+|\d+\.?\d*)(?:[eE][-+]?\d+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
# Numbers that every reader writes as they were written: no zeros at either end, no exponent,
# not more digits than a double holds.
_FAITHFUL = r"0|-?[1-9]\d{0,14}|-?(?!0\.000)(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9]"
_AMBIGUOUS = re.compile(
    rf"\n(?!(?:{_FAITHFUL})\n)(?:({_TRUTH})|({_TIME})|({_NUMBER}))(?=\n)",
    re.ASCII,
)
_CANDIDATE = re.compile(r"\n((?:[-+.]*\d[^\n]*|[-+.]*[a-zA-Z]{1,5}))(?=\n)", re.ASCII)
"""What every ambiguous text looks like: most texts need not be looked at further."""
_TRUE = frozenset({"y", "yes", "on", "true"})


def ambiguous_scalars(context: Context) -> Iterator[Finding]:
    """ORG010, at every such text of a position or a department that is written without quotes."""
    organisation = context.organisation
    sources = _yaml_sources(context)
    found = _ambiguous(_texts(context)) if sources else {}
    if not found:
        return
    for in_department, at, path, value in _written(organisation, found):
        place = (organisation.department_place if in_department else organisation.place)(at, *path)
        source = sources.get(place.file)
        if source is None or not _is_plain(source, place, value):
            continue
        entries = organisation.departments if in_department else organisation.positions
        whose = "department" if in_department else "position"
        yield _misread(place, value, found[value], entries[at].id, _group(whose, path))


def ambiguous_in_roles(project: Project) -> Iterator[Finding]:
    """The same in role files: their names, the roles they name, and what they state."""
    for file in project.roles:
        written = [(path, text) for path, text in _texts_in(file.role) if "\n" not in text]
        found = _ambiguous([[text for _, text in written]])
        for path, text in written if found else ():
            if text not in found:
                continue
            place = file.place(*path)
            source = project.sources.get(place.file)
            if source is None or notation(source) is not Notation.YAML:
                continue
            if _is_plain(source, place, text):
                yield _misread(place, text, found[text], file.role.role, _group("role", path))


def _misread(place: Place, value: str, reading: str, entity: str, numbers: str) -> Finding:
    """The finding at one text; `numbers` is the group of it where it is taken for a number."""
    return Finding(
        "ORG010",
        f"`{value}` is not in quotes, so other YAML readers take it for {reading}",
        place,
        help=f'write `"{value}"`',
        entity=entity,
        group=numbers if reading == _A_NUMBER else value,
        fix=Fix(value, value, quote=True),
    )


def _group(whose: str, path: Sequence[str | int]) -> str:
    """What to a reader is one finding: all numbers of one field, for other words the same word.

    Where one id has leading zeros, or one phone number is all digits, most are.
    """
    field = next(step for step in reversed(path) if isinstance(step, str))
    return f"{whose} {'id' if path[0] in _IDS else field}"


def _yaml_sources(context: Context) -> Mapping[str, Source]:
    """The texts of the organisation's files that are YAML, by file."""
    sources = context.project.sources
    files = (sources[file] for file in context.organisation.files if file in sources)
    return {source.path: source for source in files if notation(source) is Notation.YAML}


def _texts(context: Context) -> Iterator[Collection[str]]:
    """The texts of all positions and departments, most of them once.

    Ids and names of holders are different anyway; of the rest, sets are made. What a position
    reports to is an id, unless it is unknown.
    """
    organisation = context.organisation
    positions, lines = organisation.positions, organisation.lines
    yield lines.index.keys()
    yield [name for name in context.holders if " " not in name]  # else it is no such word
    values: set[object] = set(chain.from_iterable(map(attrgetter(*_REPEATED_FIELDS), positions)))
    if UNKNOWN in lines.manager:
        values.update(map(attrgetter("reports_to"), positions))
    texts = {text for _, text in _texts_in((*values, *organisation.departments))}
    for attributes in filter(None, map(attrgetter("attributes"), positions)):
        texts.update(attributes.values())
    yield texts


def _ambiguous(groups: Iterable[Collection[str]]) -> Mapping[str, str]:
    """What other readers take the ambiguous ones for."""
    kinds = {}
    candidates = chain.from_iterable(
        _CANDIDATE.findall("\n".join(("", *one, ""))) for one in groups
    )
    for match in _AMBIGUOUS.finditer("\n".join(("", *candidates, ""))):
        word = match[0][1:]
        truth = "`true`" if word.lower() in _TRUE else "`false`"
        kinds[word] = truth if match[1] else "a time" if match[2] else _A_NUMBER
    return kinds


_Path = tuple[str | int, ...]
_Written = tuple[bool, int, _Path, str]
"""Whether it stands in a department, the number of the entry, the way to the text, the text."""


def _written(organisation: Organisation, found: Collection[str]) -> Iterator[_Written]:
    """Where ambiguous texts may stand."""
    for in_department, entries in enumerate((organisation.positions, organisation.departments)):
        for at, entry in enumerate(entries):
            for path, text in _texts_in(entry):
                if text in found:
                    yield bool(in_department), at, path, text


def _texts_in(value: object, path: _Path = ()) -> Iterator[tuple[_Path, str]]:
    """Every text in a part of a model, with the way to it by the keys that people write."""
    steps: Iterable[tuple[str | int, object]]
    if isinstance(value, tuple):
        steps = enumerate(value)
    elif isinstance(value, dict):
        steps = value.items()
    else:
        model: Any = type(value)
        steps = [(key, getattr(value, name)) for name, key in _keys(model)]
    for step, inner in steps:
        if isinstance(inner, str):
            yield (*path, step), inner
        elif inner and type(inner) not in _WITHOUT_TEXT:
            yield from _texts_in(inner, (*path, step))


@cache
def _keys(model: Any) -> Sequence[tuple[str, str]]:
    """The fields of a model, each with the key that is written for it."""
    return [(name, info.alias or name) for name, info in model.__pydantic_fields__.items()]


def _is_plain(source: Source, place: Place, value: str) -> bool:
    """Whether the text is all that stands at the place: no quotes, no alias, no tag."""
    start, end = source.span(place)
    if source.text[start:end] != value:
        return False
    # Standard input may be a table, whose cells have no blank before them.
    return source.path.endswith(YAML_SUFFIXES) or source.text[start - 1 : start] in (" ", "\t")


_START = "organisation: Northwind\npositions:\n  - id: ceo\n    location: "

RULES = (
    Rule(
        "ORG010", "ambiguous-scalar", Level.INFO,
        "text without quotes that other YAML readers take for something else",
        "orgcli reads `NO`, `007`, `3.10` and `1:30` as they are written. Other tools that read "
        "the file, and spreadsheets it ends up in, may make them `false`, `7`, `3.1` and `90`. "
        "In quotes they are text everywhere. Positions, departments and role files are looked at.",
        _START + "NO\n", _START + '"NO"\n',
        ambiguous_scalars,
        ambiguous_in_roles,
        fixable=True,
    ),
)  # fmt: skip
