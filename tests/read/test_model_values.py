"""What is read without Pydantic is what Pydantic reads, and what is right is read without it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from orgcli.model.organisation.organisation import Department
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import ChartStyle
from orgcli.model.roles.advice import Advice, AdviceTranslation
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import Role
from orgcli.model.roles.translation import LibraryTranslation, RoleTranslation
from orgcli.model.roles.yardsticks import Yardsticks, YardsticksTranslation
from orgcli.model.settings import Settings
from orgcli.model.source.source import Source
from orgcli.model.strict import keys_of
from orgcli.model.table_settings import ConfiguredTables, IncludedTables
from orgcli.read.syntax.parsing import parse
from orgcli.read.syntax.validation.model_values import NotSound, sound_value

ROLES = Path(__file__).parents[2] / "roles"
MODELS: tuple[Any, ...] = (
    Position, Department, Role, RoleTranslation, Library, LibraryTranslation, Advice,
    AdviceTranslation, Settings, ChartStyle, ConfiguredTables, IncludedTables,
)  # fmt: skip

_TEXTS = st.sampled_from(
    ("a", "", "1", "-1", "0.5", "2e3", "true", "True", "no", "2027-01-31", "2027-02-30", "open",
     "executor", "strategist", "is", "editorial", "a4", "ÅÄ", "\ud800", "comma", "utf-8", "inf")
)  # fmt: skip
_SCALARS = st.one_of(
    _TEXTS, st.none(), st.booleans(), st.integers(-2, 2000),
    st.floats(allow_nan=True), st.dates().map(str),
)  # fmt: skip


def _values(keys: list[str]) -> st.SearchStrategy[Any]:
    key = st.sampled_from((*keys, "key", "text", "ask", "to", "for", "is", "name", "email", "id"))
    return st.recursive(
        _SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(key, inner, max_size=3),
        max_leaves=6,
    )


@given(st.data())
def test_pydantic_reads_the_same(data: st.DataObject) -> None:
    model = data.draw(st.sampled_from(MODELS))
    keys = [*keys_of(model).values()]
    written = data.draw(st.dictionaries(st.sampled_from(keys), _values(keys), max_size=4))
    try:
        found = sound_value(model, written)
    except NotSound:
        return
    expected = TypeAdapter(model).validate_python(written)
    assert repr(found) == repr(expected)


@given(st.data())
def test_what_pydantic_takes_of_plain_entries_is_read(data: st.DataObject) -> None:
    """Positions of texts, which most files have, need no Pydantic."""
    written = {
        "id": "a",
        **data.draw(st.dictionaries(st.sampled_from([*keys_of(Position)]), _TEXTS, max_size=4)),
    }
    try:
        expected = TypeAdapter(Position).validate_python(written)
    except ValidationError:
        with pytest.raises(NotSound):
            sound_value(Position, written)
    else:
        assert sound_value(Position, written) == expected


@pytest.mark.parametrize("path", sorted(ROLES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_library_is_read(path: Path) -> None:
    document, findings = parse(Source(path.name, path.read_text("utf-8")))
    assert document is not None
    assert not findings
    first = next(iter(document.mapping))
    models = {"role": Role, "library": Library, "advice": Advice, "yardsticks": Yardsticks}
    model: Any = models.get(first)
    if model is None:
        stem = {
            "library": LibraryTranslation,
            "advice": AdviceTranslation,
            "shape": YardsticksTranslation,
        }
        model = stem.get(path.stem, RoleTranslation)
    assert sound_value(model, document.mapping) == TypeAdapter(model).validate_python(
        document.mapping
    )
