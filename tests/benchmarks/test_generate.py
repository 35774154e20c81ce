"""The generator of organisations: shapes, formats, names, and the same bytes every time."""

import csv
import io
from collections.abc import Iterable

import pytest
from pydantic import TypeAdapter

from generate import (
    COMB_SPAN,
    DEEPEST_NESTING,
    FORMATS,
    SHAPES,
    TREE_SPAN,
    Row,
    main,
    plan,
    positions,
)
from orgcli.model.organisation.position import Position
from orgcli.model.organisation.reporting_lines import ReportingLines, reporting_lines
from orgcli.model.source.source import Source
from orgcli.read.organisation.organisation_file import read_organisation
from orgcli.read.syntax.yaml import load_yaml

SIZE = 400


def lines_of(rows: Iterable[Row]) -> ReportingLines:
    rows = list(rows)
    return reporting_lines([row.id for row in rows], [row.reports_to for row in rows])


def written(form: str, shape: str, size: int = SIZE, seed: int = 1) -> str:
    stream = io.StringIO()
    FORMATS[form](plan(shape, size, seed), stream)
    return stream.getvalue()


def entries_of(text: str) -> list[dict[str, object]]:
    document, findings = load_yaml(Source("generated.yaml", text))
    assert document is not None
    assert not findings
    file = read_organisation(document)
    assert not file.findings
    assert not file.entries.findings
    return list(file.entries.records)


@pytest.mark.parametrize("shuffle", [False, True])
@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "ring"])
def test_every_shape_but_the_ring_hangs_together(shape: str, shuffle: bool) -> None:
    rows = list(positions(shape, SIZE, seed=3, shuffle=shuffle))
    lines = lines_of(rows)
    assert len({row.id for row in rows}) == SIZE
    assert len(lines.roots) == 1
    assert not lines.rings
    assert min(lines.layer) == 1
    assert sum(lines.span) == SIZE - 1


@pytest.mark.parametrize("shuffle", [False, True])
def test_shapes_are_what_they_say(shuffle: bool) -> None:
    def of(shape: str) -> ReportingLines:
        return lines_of(positions(shape, SIZE, seed=5, shuffle=shuffle))

    assert of("chain").layers == SIZE
    assert of("wide").layers == 2
    assert max(of("tree").span) == TREE_SPAN
    assert of("tree").layers == 4
    assert of("deep").layers == SIZE // COMB_SPAN + 1
    ring = of("ring")
    assert not ring.roots
    assert [len(members) for members in ring.rings] == [SIZE]


def test_shuffling_moves_managers_behind_their_reports() -> None:
    lines = lines_of(positions("tree", SIZE, shuffle=True))
    assert any(above > at for at, above in enumerate(lines.manager))


@pytest.mark.parametrize("shape", SHAPES)
def test_one_position_is_enough(shape: str) -> None:
    (row,) = positions(shape, 1)
    assert row.reports_to == (row.id if shape == "ring" else None)


def test_people_hold_one_position_each() -> None:
    holders = [row.holder for row in positions("tree", 20_000) if row.holder]
    assert len(set(holders)) == len(holders)


def test_open_positions_lead_nobody_and_say_no_holder() -> None:
    rows = list(positions("tree", 5_000, seed=2))
    led = {row.reports_to for row in rows}
    vacant = [row for row in rows if row.status]
    assert {row.status for row in vacant} == {"open", "planned"}
    assert not any(row.holder or row.id in led for row in vacant)


def test_dotted_lines_add_to_the_solid_line() -> None:
    rows = list(positions("tree", 5_000, seed=2))
    ids = {row.id for row in rows}
    dotted = [row for row in rows if row.dotted_lines]
    assert dotted
    assert all(row.dotted_lines in ids - {row.id, row.reports_to} for row in dotted)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_arguments_give_the_same_bytes(form: str) -> None:
    assert written(form, "random", seed=7) == written(form, "random", seed=7)
    assert written(form, "random", seed=7) != written(form, "random", seed=8)


def test_yaml_csv_and_memory_agree() -> None:
    rows = list(positions("random", SIZE, seed=1))
    table = list(csv.DictReader(io.StringIO(written("csv", "random"))))
    from_csv = [{name: cell for name, cell in line.items() if cell} for line in table]
    entries = entries_of(written("yaml", "random"))
    from_yaml = [
        {name: value[0] if isinstance(value, list) else value for name, value in entry.items()}
        for entry in entries
    ]
    assert from_csv == from_yaml == [row.record() for row in rows]


@pytest.mark.parametrize("shape", ["tree", "wide", "random"])
def test_nested_says_the_same_in_another_order(shape: str) -> None:
    flat = entries_of(written("yaml", shape))
    nested = entries_of(written("nested", shape))
    assert sorted(nested, key=lambda entry: str(entry["id"])) == flat


def test_the_model_accepts_what_is_generated() -> None:
    found = TypeAdapter(list[Position]).validate_python(entries_of(written("yaml", "tree")))
    assert [position.id for position in found] == [row.id for row in positions("tree", SIZE, 1)]


def test_nesting_refuses_what_it_cannot_write() -> None:
    with pytest.raises(ValueError, match="ring"):
        written("nested", "ring")
    with pytest.raises(ValueError, match="deeper"):
        written("nested", "chain", size=DEEPEST_NESTING + 1)
    with pytest.raises(ValueError, match="at least one"):
        plan("tree", 0)


def test_the_command_writes_a_file(tmp_path, capsys) -> None:
    target = tmp_path / "org.yaml"
    assert main(["--size", "9", "--seed", "1", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == written("yaml", "tree", size=9)
    assert main(["--size", "9", "--seed", "1"]) == 0
    assert capsys.readouterr().out == written("yaml", "tree", size=9)


def test_the_command_says_what_is_impossible(capsys) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--shape", "ring", "--format", "nested"])
    assert "nobody at the top" in capsys.readouterr().err
