"""A field of the model is a field everywhere: in files, tables, findings, schema and charts."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from command_line import run_in
from orgcli.chart.deck.card_fields import FIELDS
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position_fields import POSITION_FIELDS, PositionField
from orgcli.read.organisation.project import read_project
from orgcli.read.tables.columns.headings import FIELDS as MAPPABLE
from orgcli.read.tables.columns.headings import RANK, fold
from orgcli.scaffold.schema.file_schemas import organisation_schema

DRAWN = {"title", "holder", "reports_to", "department", "headcount", "photo"}
SAMPLES = {"role": "cro", "email": "a@example.org", "url": "https://example.org", "photo": "a.png",
           "reports_to": "top"}  # fmt: skip
BY_KIND = {str: "Sample", int: "7", float: "0.5", bool: "true", date: "2027-01-31"}
ALL = [pytest.param(field, id=name) for name, field in POSITION_FIELDS.items()]
IN_TABLES = [one for one in ALL if one.id not in ("id", "attributes", "dotted_lines")]


def sample(field: PositionField) -> str:
    return SAMPLES.get(field.name) or (field.choices or (BY_KIND[field.kind],))[0]


def nested(field: PositionField, value: Any) -> dict[str, Any]:
    for name in reversed(field.path):
        value = {name: value}
    assert isinstance(value, dict)
    return value


def organisation_in(folder: Path, name: str, text: str) -> Organisation:
    (folder / name).write_text(text, "utf-8")
    (found,) = read_project([folder / name]).organisations
    return found


def value_of(organisation: Organisation, field: PositionField) -> Any:
    value: Any = asdict(organisation.positions[1])  # type: ignore[call-overload]
    for name in field.path:
        value = value[name]
    return value


@pytest.mark.parametrize("field", IN_TABLES)
def test_a_value_is_the_same_from_yaml_json_and_csv(field: PositionField, tmp_path: Path) -> None:
    cell = sample(field)
    entry = {"id": "one", **nested(field, cell)}
    yaml_text = yaml.safe_dump({"positions": [{"id": "top"}, entry]}, sort_keys=False)
    json_text = json.dumps([{"id": "top", "reports_to": ""}, {"id": "one", field.name: cell}])
    csv_text = f"id,reports_to,{field.name}\ntop,,\none,top,{cell}\n"
    if field.name == "reports_to":
        csv_text = f"id,reports_to\ntop,\none,{cell}\n"
    texts = {"a.yaml": yaml_text, "b.json": json_text, "c.csv": csv_text}
    values = [value_of(organisation_in(tmp_path, *one), field) for one in texts.items()]
    expected = (cell,) if field.several else values[0]
    assert values == [expected] * 3
    assert values[0] not in (None, (), False)
    assert field.kind is not str or cell in values[0]


@pytest.mark.parametrize("field", ALL)
def test_columns_have_headings_and_can_be_mapped(field: PositionField) -> None:
    if field.kind is dict:
        assert field.name not in MAPPABLE, "what is no field is an attribute"
    else:
        assert fold(field.name) in RANK[field.name]


@pytest.mark.parametrize("field", ALL)
def test_the_schema_and_the_page_on_organisations_describe_it(field: PositionField) -> None:
    *above, name = field.path
    definition = above[0].title() if above else "Position"
    properties = organisation_schema()["definitions"][definition]["properties"]
    assert properties[name]["description"]
    page = (Path(__file__).parents[2] / "docs/organisations.md").read_text("utf-8")
    assert f"`{name}`" in page


@pytest.mark.parametrize("field", ALL)
def test_text_that_others_misread_is_found(
    field: PositionField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (field.is_free_text or field.kind is dict):
        return
    value = "{a: NO}" if field.kind is dict else "[NO]" if field.several else "NO"
    if len(field.path) > 1:
        value = f"{{{field.name}: {value}}}"
    first = "NO" if field.name == "id" else "one"
    line = "" if field.name == "id" else f"    {field.path[0]}: {value}\n"
    text = f"organisation: N\npositions:\n  - id: {first}\n{line}"
    (tmp_path / "org.yaml").write_text(text, "utf-8")
    _, out, _ = run_in(tmp_path, "orgcli validate --select ORG010 -f concise", monkeypatch)
    assert "`NO` has no quotes" in out


def test_what_is_not_drawn_is_a_line_of_cards() -> None:
    printable = {
        name
        for name, field in POSITION_FIELDS.items()
        if name not in DRAWN and (field.is_free_text or field.kind in (int, float, date))
    }
    assert printable == set(FIELDS) - {"name", "title", "department"}


@pytest.mark.parametrize(
    "heading",
    ["Cost Centre", "Kostenstelle", "Kostnadsställe", "costcenter", "Centro de costos",
     "Centro de custo", "Kostnadssted"],
)  # fmt: skip
def test_cost_centers_in_tables(heading: str, tmp_path: Path) -> None:
    text = f"id,manager,{heading}\na,,00123\nb,a,\n"
    positions = organisation_in(tmp_path, "a.csv", text).positions
    assert [one.cost_center for one in positions] == ["00123", None]
    assert [one.attributes for one in positions] == [None, None]


def test_cost_centers_on_charts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "organisation: N\npositions:\n  - {id: a, holder: Ann, cost_center: '00123'}\n"
    (tmp_path / "org.yaml").write_text(text, "utf-8")
    for format in ("tree", "svg", "html"):
        line = f"orgcli chart org.yaml -f {format} --fields name,cost_center -o chart"
        assert run_in(tmp_path, line, monkeypatch)[0] == 0
        assert "00123" in (tmp_path / "chart").read_text("utf-8")
        assert run_in(tmp_path, line.replace(",cost_center", ""), monkeypatch)[0] == 0
        assert "00123" not in (tmp_path / "chart").read_text("utf-8")
