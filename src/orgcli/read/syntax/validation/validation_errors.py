"""What Pydantic refuses becomes findings in our own words, each at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from orgcli.model.findings.finding import Finding, Fix, Place
from orgcli.model.likeness import Near, close_fix, did_you_mean, nearest_words
from orgcli.model.strict import keys_of
from orgcli.model.text import quoted, shortened

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails, ValidationError

Path = tuple[str | int, ...]
"""Keys and indices from the validated value down to what an error is about."""

_NONE: Mapping[str, str] = MappingProxyType({})
_UNKNOWN = frozenset({"unexpected_keyword_argument", "extra_forbidden"})
_MISSING = frozenset({"missing", "missing_argument", "missing_keyword_only_argument"})
_OURS = frozenset({"whole_number", "number", "truth", "day", "encoding", "delimiter"})
_LIST = "a list"
_MAPPING = "a mapping of keys to values"
_EXPECTED = {
    "string_type": "text",
    "bool_type": "`true` or `false`",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "date_type": "a date as YYYY-MM-DD",
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _MAPPING,
    "mapping_type": _MAPPING,
    "dataclass_type": _MAPPING,
    "model_type": _MAPPING,
    "finite_number": "a finite number",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}
_COUNTS = {"too_short": ("min_length", "at least"), "too_long": ("max_length", "at most")}
_TRUTHS = {"yes": "true", "y": "true", "on": "true", "1": "true",
           "no": "false", "n": "false", "off": "false", "0": "false"}  # fmt: skip
_EMPTY_HELP = "write a value, or remove the key"


def synonyms_of(**words: str) -> Mapping[str, str]:
    """For `explain`: each of the words people write, and the field that it stands for."""
    return {word: field for field, several in words.items() for word in several.split()}


def explain(
    error: ValidationError,
    place: Callable[..., Place],
    key_place: Callable[..., Place],
    known: Callable[[Path], Collection[str]],
    synonyms: Mapping[str, str] = _NONE,
) -> list[Finding]:
    """The findings of one failed validation, in the order of the file.

    place      place(*path) is where a value is written, or what encloses it where it is not
    key_place  the same for the key that the path ends with
    known      the fields a mapping at a path may have (see `fields_of`)
    synonyms   fields people write that have another name here: {"manager": "reports_to"}
    Codes: ORG004 unknown field, ORG006 missing field, ORG005 anything else. A missing field
    whose misspelling stands in the same mapping is reported once, as the misspelling.
    """
    details = error.errors(include_url=False)
    nearest = cache(nearest_words)
    findings: list[Finding] = []
    claims: Counter[Path] = Counter()
    unknown = []
    for path in (detail["loc"] for detail in details if detail["type"] in _UNKNOWN):
        *above, field = path
        fields = tuple(known(tuple(above)))
        synonym = synonyms.get(str(field).casefold())
        near = (synonym,) if synonym and synonym in fields else nearest(str(field), fields)
        claims[(*above, near[0] if len(near) == 1 else "")] += 1
        unknown.append((path, near, fields))
    for path, near, fields in unknown:
        field, fix = str(path[-1]), None
        if len(near) == 1 and claims[(*path[:-1], near[0])] == 1:
            # The place of a key that is not written is that of its mapping.
            is_written = key_place(*path[:-1], near[0]) != place(*path[:-1])
            fix = None if is_written else close_fix(field, near)
        findings.append(_unknown_field(field, near, fields, key_place(*path), fix))
    for detail in details:
        kind, path = detail["type"], detail["loc"]
        if kind in _MISSING and path not in claims:
            message = f"`{path[-1]}` is missing" if path else "a value is missing"
            findings.append(Finding("ORG006", message, place(*path[:-1])))
        elif kind not in _MISSING and kind not in _UNKNOWN:
            findings.append(_wrong_value(detail, place(*path)))
    return sorted(findings, key=lambda finding: finding.place)


def fields_of(model: type) -> Callable[[Path], Collection[str]]:
    """For `explain`: the fields that a mapping at a path below `model` may have.

    model  a dataclass as in `keys_of`; the path may lead through lists and mappings into others
    """

    @cache
    def fields(path: Path) -> Collection[str]:
        here: Any = model
        for step in path:
            if isinstance(step, str):
                here = _below(here, step)
        return next((tuple(_fields(part)) for part in _parts(here) if is_dataclass(part)), ())

    return fields


def _below(annotation: Any, key: str) -> Any:
    """The annotation of what stands under a key of a dataclass or of a mapping."""
    for part in _parts(annotation):
        if is_dataclass(part):
            return _fields(part).get(key)
        if get_origin(part) is dict:
            return get_args(part)[1]
    return None


def _parts(annotation: Any) -> Iterator[Any]:
    """The annotation and what it wraps (optional, annotated, tuples), but not below a mapping."""
    yield annotation
    if get_origin(annotation) is not dict:
        for part in get_args(annotation):
            yield from _parts(part)


def _fields(model: Any) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)
    return {key: hints[name] for name, key in keys_of(model).items()}


def _unknown_field(
    field: str, near: Near, fields: Collection[str], place: Place, fix: Fix | None
) -> Finding:
    few = f"fields here: {quoted(sorted(fields), 'and')}" if 0 < len(fields) <= 12 else ""
    help = did_you_mean(near, few)
    return Finding("ORG004", f"unknown field `{shortened(field)}`", place, help=help, fix=fix)


def _wrong_value(detail: ErrorDetails, place: Place) -> Finding:
    """ORG005, with the exact edit where another word is clearly right."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    what = _name(detail["loc"])
    if value is None or value == "":
        return Finding("ORG005", f"{what} is empty", place, help=_EMPTY_HELP)
    stands = f"{what} is {_value_text(value)}"
    if kind == "literal_error":
        return _not_a_choice(stands, value, context["expected"], place)
    if kind in _OURS:
        better = _TRUTHS.get(str(value).casefold()) if kind == "truth" else None
        fix = Fix(str(value), better, bare=True) if better else None
        near = did_you_mean(context.get("near", ()))
        help = f"write `{better}`" if better else near
        return Finding("ORG005", f"{stands}; {detail['msg']}", place, help=help, fix=fix)
    if kind == "string_unicode":
        message = f"{what} holds half a character (a lone surrogate)"
        return Finding("ORG005", message, place, help="write the character itself")
    if kind in _COUNTS:
        limit, bound = _COUNTS[kind]
        count = context["actual_length"]
        items = f"{count} item{'' if count == 1 else 's'}"
        return Finding("ORG005", f"{what} has {items}; expected {bound} {context[limit]}", place)
    if kind in _BOUNDS:
        limit, bound = _BOUNDS[kind]
        return Finding("ORG005", f"{stands}; expected {bound} {context[limit]:,}", place)
    expected = f"; expected {_EXPECTED[kind]}" if kind in _EXPECTED else ", which is not valid here"
    return Finding("ORG005", f"{stands}{expected}", place)


def _not_a_choice(stands: str, value: object, expected: str, place: Place) -> Finding:
    choices = [part for part in expected.split("'")[1::2] if part]
    near = nearest_words(value, choices) if isinstance(value, str) else ()
    message = f"{stands}; expected {quoted(choices, 'or')}"
    fix = close_fix(str(value), near)
    return Finding("ORG005", message, place, help=did_you_mean(near), fix=fix)


def _name(path: Path) -> str:
    """What a message calls the thing at a path: its field, with the item where it is a list."""
    field = next((step for step in reversed(path) if isinstance(step, str)), None)
    last = path[-1] if path else None
    if field is None:
        return "the entry" if last is None else f"entry {int(last) + 1}"
    return f"item {last + 1} of `{shortened(field)}`" if isinstance(last, int) else f"`{field}`"


def _value_text(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    return f"`{shortened(str(value))}`"
