"""Plans in an editor: their keys and verbs, the positions that steps name."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from orgcli.editor.completions import completions
from orgcli.editor.cursor import reference_at
from orgcli.editor.hover import hover_text
from orgcli.editor.id_renaming import plain_rename
from orgcli.editor.locations import definitions, references
from orgcli.editor.project_index import ProjectIndex
from orgcli.model.organisation.plan import STEPS
from orgcli.model.source.source import Source
from orgcli.read.organisation.project import read_project

ORG = "organisation: N\npositions:\n  - {id: ceo, title: CEO}\n  - {id: cro, reports_to: ceo}\n"
PLAN = "plan: P\nsteps:\n  - move: cro\n    to: ceo\n    date: 2027-01-01\n"


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ProjectIndex:
    monkeypatch.chdir(tmp_path)
    Path("org.yaml").write_text(ORG)
    Path("p.yaml").write_text(PLAN)
    return ProjectIndex(read_project(["org.yaml", "p.yaml"]), "en")


def proposed(index: ProjectIndex, text: str) -> Sequence[str]:
    """What may stand where `|` is."""
    before, _, after = text.partition("|")
    found = completions(index, Source("p.yaml", before + after), len(before))
    return [one.label for one in found.proposals] if found else []


def test_what_may_be_written(index: ProjectIndex) -> None:
    start = "plan: P\nsteps:\n"
    assert proposed(index, f"{start}  - move: |") == ["ceo", "cro"]
    assert proposed(index, f"{start}  - move: cro\n    to: c|") == ["ceo", "cro"]
    assert proposed(index, f"{start}  - close: cr|") == ["cro"]
    assert proposed(index, f"{start}  - {{leave: cr|}}") == ["cro"]
    assert proposed(index, f"{start}  - add: c|") == []
    assert set(STEPS) <= set(proposed(index, f"{start}  - |"))
    assert "alone" in proposed(index, f"{start}  - move: cro\n    a|")
    assert proposed(index, f"{start}  - move: cro\n    alone: |") == ["true", "false"]
    assert "location" in proposed(index, f"{start}  - set: cro\n    fields:\n      l|")
    assert {"after", "organisation", "steps"} <= set(proposed(index, "plan: P\n|"))


def test_a_position_that_a_step_names(index: ProjectIndex) -> None:
    offset = PLAN.index("cro") + 1
    reference = reference_at(index, Source("p.yaml", PLAN), offset)
    assert reference is not None and reference.value == "cro"
    assert "cro" in hover_text(index, reference, "p.yaml")
    (place,) = definitions(index, reference, "p.yaml")
    assert (place.file, place.line) == ("org.yaml", 4)
    found = [(one.file, one.line) for one in references(index, reference, True)]
    assert found == [("org.yaml", 4), ("p.yaml", 3)]


def test_a_plan_is_renamed_by_reading_it_again(index: ProjectIndex) -> None:
    """The quick way knows nothing of plans."""
    assert plain_rename(index, "cro", "other", ()) is None
