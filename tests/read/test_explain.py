"""Whatever Pydantic refuses is said in our words, once, at the place it speaks of."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from orgcli.model.findings.finding import Finding, Place
from orgcli.model.organisation.organisation import Department
from orgcli.model.organisation.position import Position
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import FACETS, Role
from orgcli.read.syntax.validation.validation_errors import explain, fields_of

EMPTY = "write a value, or remove the key"
MODELS = (Role, Library, Position, Department)


def findings(kind: type, value: object, synonyms: dict[str, str] | None = None) -> list[Finding]:
    """The findings; a place is written as the path it stands for."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return explain(
            error,
            lambda *path: Place("/".join(map(str, path))),
            lambda *path: Place("key " + "/".join(map(str, path))),
            fields_of(kind),
            synonyms or {},
        )
    return []


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Role, {}, ("ORG006", "", "`role` is missing", "")),
        (Role, "text",
         ("ORG005", "", "the entry is `text`; expected a mapping of keys to values", "")),
        (Role, {"role": None}, ("ORG005", "role", "`role` is empty", EMPTY)),
        (Role, {"role": ""}, ("ORG005", "role", "`role` is empty", EMPTY)),
        (Role, {"role": ["x"]}, ("ORG005", "role", "`role` is a list; expected text", "")),
        (Role, {"role": "x", "aliases": ["a", {}]},
         ("ORG006", "aliases/1", "`name` is missing", "")),
        (Role, {"role": "x", "tittle": "y"},
         ("ORG004", "key tittle", "unknown field `tittle`", "did you mean `title`?")),
        (Role, {"role": "x", "boss": "y"},
         ("ORG004", "key boss", "unknown field `boss`", "did you mean `reports_to`?")),
        (Role, {"role": "x", "other": {"travel": [{"q": "y"}]}},
         ("ORG004", "key other/travel/0/q", "unknown field `q`",
          "fields here: `answer`, `archetype`, `concept`, `dispute`, `hedge`, `id`, `key`, `rank`, "
          "`role`, `sources`, `text` and `when`")),
        (Role, {"role": "x", "single": "yes"},
         ("ORG005", "single", "`single` is `yes`; expected `true` or `false`", "write `true`")),
        (Role, {"role": "x", "level": {"rank": "0"}},
         ("ORG005", "level/0/rank", "`rank` is `0`; expected at least 1", "")),
        (Role, {"role": "x", "level": {"rank": "1.5"}},
         ("ORG005", "level/0/rank", "`rank` is `1.5`; expected a whole number", "")),
        (Role, {"role": "x", "archetypes": [{"is": "strategic"}]},
         ("ORG005", "archetypes/0/is", "`is` is `strategic`; expected `executor` or `strategist`",
          "did you mean `strategist`?")),
        (Role, {"role": "\ud800"},
         ("ORG005", "role", "`role` holds half a character (a lone surrogate)",
          "write the character itself")),
        (Position, {"id": "x", "fte": "two"},
         ("ORG005", "fte", "`fte` is `two`; expected a number", "")),
        (Position, {"id": "x", "headcount": "9999999"},
         ("ORG005", "headcount", "`headcount` is `9999999`; expected at most 1,000,000", "")),
        (Position, {"id": "x", "end": "2024-02-31"},
         ("ORG005", "end", "`end` is `2024-02-31`; there is no such date", "")),
        (Position, {"id": "x", "status": "opne"},
         ("ORG005", "status",
          "`status` is `opne`; expected `filled`, `open`, `planned` or `closed`",
          "did you mean `open`?")),
        (Library, {"library": "x", "disputes": [{"key": "K", "question": "q", "sides": []}]},
         ("ORG005", "disputes/0/sides", "`sides` has 0 items; expected at least 2", "")),
        (list[Position], [{"id": "a"}, "b"],
         ("ORG005", "1", "entry 2 is `b`; expected a mapping of keys to values", "")),
    ],
)  # fmt: skip
def test_message(kind: Any, value: object, expected: tuple[str, str, str, str]) -> None:
    (found,) = findings(kind, value, {"boss": "reports_to"})
    assert (found.code, found.place.file, found.message, found.help) == expected


def test_a_misspelt_field_is_not_missing_as_well() -> None:
    assert [found.code for found in findings(Position, {"idd": "x"})] == ["ORG004"]
    assert [found.code for found in findings(Position, {"unlike": "x"})] == ["ORG006", "ORG004"]


def test_a_long_value_is_cut() -> None:
    (found,) = findings(Role, {"role": "x", "single": "y" * 500})
    assert len(found.message) < 120


def test_fields_of_a_path() -> None:
    known = fields_of(Role)
    assert "reports_to" in known(())
    assert set(known(("focus", 3))) == set(known(("other", "anything", 0)))
    assert set(known(("archetypes", 0))) == {"is", "source"}
    assert known(("role",)) == ()
    assert known(("nowhere", "at all")) == ()


LIBRARY_FIELDS = (
    "library works concepts disputes sides shared hedges question statement facet roles"
)
POSITION_FIELDS = "start end fte headcount status contact dotted_lines to for attributes assistant"
ROLE_FIELDS = "role title single other archetypes aliases id key text rank sources is level"
names = st.sampled_from(
    [*FACETS, *LIBRARY_FIELDS.split(), *POSITION_FIELDS.split(), *ROLE_FIELDS.split(), "nonsense"]
)
scalars = st.none() | st.sampled_from(["", "x", "1", "-1", "1e999", "no", "2024-13-01", "\ud800"])
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4)
)


@given(st.sampled_from(MODELS), st.dictionaries(names, values, max_size=8))
def test_every_error_has_a_message_of_ours(kind: type, value: dict[str, object]) -> None:
    for found in findings(kind, value):
        assert found.code in {"ORG004", "ORG005", "ORG006"}
        assert "not valid here" not in found.message
        assert "Input" not in found.message
        assert not found.message.endswith(".")
        assert found.message[0] in "`abcdefghijklmnopqrstuvwxyz"
