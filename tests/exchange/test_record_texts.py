"""Records written by columns are what `json.dumps` writes of them, one by one."""

import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.exchange.tables.record_texts import json_records
from orgcli.render.json import plain_value

TEXTS = st.text(max_size=8) | st.sampled_from(
    ["", "%", "%s", 'a "b"', "a\nb", "\x00", "ø\u2028", "\\"]
)
COLUMNS = [
    TEXTS,
    st.none() | TEXTS,
    st.integers(),
    st.booleans(),
    st.none() | st.booleans(),
    st.none() | st.integers(0, 5) | st.floats(allow_nan=False, allow_infinity=False),
    st.none() | st.dates(),
    st.lists(TEXTS, max_size=3).map(tuple),
    st.none() | st.lists(TEXTS, max_size=3),
    st.dictionaries(TEXTS, TEXTS, max_size=3),
    st.lists(st.fixed_dictionaries({"to": TEXTS}, optional={"for": TEXTS}), max_size=2),
    st.none() | TEXTS | st.integers() | st.booleans() | st.dates(),
]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[list[Any]]]:
    rows = draw(st.integers(0, 4))
    kinds = draw(st.lists(st.sampled_from(COLUMNS), min_size=1, max_size=5))
    names = draw(st.lists(TEXTS, min_size=len(kinds), max_size=len(kinds), unique=True))
    return names, [draw(st.lists(kind, min_size=rows, max_size=rows)) for kind in kinds]


def as_json(value: object) -> Any:
    return (
        [as_json(one) for one in value] if isinstance(value, list | tuple) else plain_value(value)
    )


@given(table=tables(), indent=st.sampled_from([None, 0, 4]))
@settings(max_examples=300, deadline=None)
def test_records_are_what_json_writes(
    table: tuple[list[str], list[list[Any]]], indent: int | None
) -> None:
    names, columns = table
    records = [
        dict(zip(names, map(as_json, row), strict=True)) for row in zip(*columns, strict=True)
    ]
    step = None if indent is None else 2
    wanted = [json.dumps(one, indent=step, ensure_ascii=False) for one in records]
    pad = " " * (indent or 0)
    wanted = [pad + one.replace("\n", "\n" + pad) for one in wanted]
    assert list(json_records(names, columns, indent)) == wanted


def test_a_truth_is_no_number() -> None:
    assert list(json_records(["a"], [[1, True, date(2027, 1, 1), None]])) == [
        '{"a": 1}', '{"a": true}', '{"a": "2027-01-01"}', '{"a": null}',
    ]  # fmt: skip
