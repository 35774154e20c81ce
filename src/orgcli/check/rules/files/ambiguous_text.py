"""The rule about text without quotes that other YAML readers take for something else, ORG010."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date
from functools import cache, partial
from itertools import chain
from operator import attrgetter
from typing import Any

from orgcli.check.context import Context
from orgcli.check.rule import Rule
from orgcli.model.findings.finding import Finding, Fix, Level, Place
from orgcli.model.organisation.position_fields import POSITION_FIELDS
from orgcli.model.organisation.reporting_lines import UNKNOWN
from orgcli.model.project import Project
from orgcli.model.source.notation import YAML_SUFFIXES, Notation, notation
from orgcli.model.source.source import Source
from orgcli.model.strict import keys_of

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
    sources = _yaml_sources(context.project, organisation.files)
    readings = _ambiguous(_texts(context)) if sources else {}
    if not readings:
        return
    for at, position in enumerate(organisation.positions):
        place = partial(organisation.place, at)
        yield from _misread(sources, readings, place, position, "position", position.id)
    for at, department in enumerate(organisation.departments):
        place = partial(organisation.department_place, at)
        yield from _misread(sources, readings, place, department, "department", department.id)


def ambiguous_in_roles(project: Project) -> Iterator[Finding]:
    """The same in role files: their names, the roles they name, and what they state."""
    for file in project.roles:
        readings = _ambiguous([[text for _, text in _texts_in(file.role) if "\n" not in text]])
        if readings:
            sources = _yaml_sources(project, [file.place("role").file])
            yield from _misread(sources, readings, file.place, file.role, "role", file.role.role)


def _misread(
    sources: Mapping[str, Source],
    readings: Mapping[str, str],
    place_of: Callable[..., Place],
    value: object,
    kind: str,
    entity: str,
) -> Iterator[Finding]:
    """A finding at each ambiguous text in a part of a model.

    readings  what other readers take the ambiguous texts for
    kind      position, department or role; `entity` is its id
    """
    for path, text in _texts_in(value):
        if text not in readings:
            continue
        place, reading = place_of(*path), readings[text]
        source = sources.get(place.file)
        if source is not None and _is_plain(source, place, text):
            message = f"`{text}` has no quotes, so other YAML readers read it as {reading}"
            group = _group(kind, path) if reading == _A_NUMBER else text
            fix = Fix(text, text, quote=True)
            help = f'write `"{text}"`'
            yield Finding("ORG010", message, place, help, entity, group=group, fix=fix)


def _group(kind: str, path: Sequence[str | int]) -> str:
    """What to a reader is one finding: all numbers of one field, for other words the same word.

    Where one id has leading zeros, or one phone number is all digits, most are.
    """
    field = next(step for step in reversed(path) if isinstance(step, str))
    return f"{kind} {'id' if path[0] in _IDS else field}"


def _yaml_sources(project: Project, files: Iterable[str]) -> Mapping[str, Source]:
    """The texts of those files that are YAML, by file."""
    texts = {file: project.sources[file] for file in files if file in project.sources}
    return {file: source for file, source in texts.items() if notation(source) is Notation.YAML}


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
        _CANDIDATE.findall("\n".join(("", *group, ""))) for group in groups
    )
    for match in _AMBIGUOUS.finditer("\n".join(("", *candidates, ""))):
        word = match[0][1:]
        truth = "`true`" if word.lower() in _TRUE else "`false`"
        kinds[word] = truth if match[1] else "a time" if match[2] else _A_NUMBER
    return kinds


_Path = tuple[str | int, ...]


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
    return [*keys_of(model).items()]


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
        "text without quotes that other YAML readers do not read as text",
        "orgcli reads `NO`, `007`, `3.10` and `1:30` as they are written. Other tools and "
        "spreadsheets may read them as `false`, `7`, `3.1` and `90`. In quotes, all tools read "
        "them as text. The rule checks positions, departments and role files.",
        _START + "NO\n", _START + '"NO"\n',
        ambiguous_scalars,
        ambiguous_in_roles,
        fixable=True,
    ),
)  # fmt: skip
