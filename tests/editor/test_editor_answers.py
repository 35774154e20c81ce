"""Whatever is written and wherever the cursor is: an answer or none, and never an exception."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.check.run import check
from orgcli.editor.completions import completions
from orgcli.editor.cursor import reference_at
from orgcli.editor.hover import hover_text
from orgcli.editor.id_renaming import plain_rename
from orgcli.editor.locations import definitions, references
from orgcli.editor.outline import SeatOutline, matching, outline
from orgcli.editor.project_index import ProjectIndex
from orgcli.editor.quick_fixes import quick_fixes
from orgcli.mend.edits import edited
from orgcli.model.settings import Settings
from orgcli.model.source.source import Source
from orgcli.plans.seat_changes import RefusedEdit
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project

PARTS = [
    "organisation: N\n", "positions:\n", "  - id: ceo\n", "  - id: cro\n    reports_to: ceo\n",
    "    reports_to: CEO\n", "    role: cro\n", "    dotted_lines: [ceo, {to: cro}]\n", "- ",
    "    reports:\n      - id: x\n", "departments: [{id: d, head: ceo}]\n", "&a ", "*a", "{", "}",
    "    department: d\n", "[", "]", "'", '"', "|\n", ": ", "\n", "  ", "#", "\t", "\r\n", "\ufeff",
    "role: mine\n", "reports_to: [cro]\n", "status: ", "id: ceo", "é😀", "<<: *a\n", "---\n",
    "id,name,manager\nceo,Ada,\n2,Ben,Ada\n", "\x1b[31m", "```",
]  # fmt: skip
NAMES = st.sampled_from(["x.yaml", "x.json", "x.csv"])


@given(st.lists(st.sampled_from(PARTS), max_size=14), NAMES, st.data())
@settings(max_examples=100)
def test_there_is_an_answer(parts: list[str], name: str, data: st.DataObject) -> None:
    text = "".join(parts)
    project = read_project(["-"], Files(stdin=text.encode(), stdin_name=name))
    index = ProjectIndex(project, "en")
    read = project.sources.get(name)
    now = Source(name, text.removeprefix("\ufeff"))
    if read is None or data.draw(st.booleans()):
        now = Source(name, now.text + data.draw(st.sampled_from(PARTS)))
    offset = data.draw(st.integers(0, len(now.text)))
    found = completions(index, now, offset)
    if found is not None:
        assert 0 <= found.start <= offset <= found.end <= len(now.text)
        assert all(one.label and one.text for one in found.proposals)
    reference = reference_at(index, now, offset)
    if reference is not None:
        assert reference.start <= offset <= reference.end
        said = hover_text(index, reference, name)
        assert "\x1b" not in said
        places = [*definitions(index, reference, name), *references(index, reference, True)]
        assert {place.file for place in places} <= {name}
        try:
            edits = plain_rename(index, reference.value, "other", ())
        except RefusedEdit:
            edits = None
        if edits is not None and read is not None:
            edited(read.text, edits[name])
    entries = list(walked(outline(index, name)))
    assert len(entries) == sum(len(one.positions) for one in project.organisations)
    list(matching(index, "c"))
    if read is not None:
        findings = [one for one in check(project, Settings()).findings if not one.suppressed]
        for fix in quick_fixes(index, findings, read, 0, len(read.text)):
            edited(read.text, fix.edits)


def walked(entries: object) -> Iterator[SeatOutline]:
    waiting = list(entries)  # type: ignore[call-overload]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += one.reports


@pytest.mark.parametrize("shape", ["chain", "ring", "fan"])
def test_an_outline_is_never_deep_and_never_slow(shape: str, tmp_path: Path) -> None:
    above = {"chain": lambda at: at - 1, "ring": lambda at: (at - 1) % 5000, "fan": lambda _: 0}
    lines = [f"  - {{id: p{at}, reports_to: p{above[shape](at)}}}" for at in range(5000)]
    file = tmp_path / "org.yaml"
    file.write_text("\n".join(["positions:", *lines]), "utf-8")
    index = ProjectIndex(read_project([file]), "en")
    (name,) = index.project.files
    tops = outline(index, name)
    depth, level = 0, list(tops)
    while level:
        depth, level = depth + 1, [below for one in level for below in one.reports]
    assert depth <= 40
    assert len(list(walked(tops))) == 5000


def test_a_reference_that_looks_the_same_is_one() -> None:
    text = "positions:\n  - id: vp-emea\n  - {id: a, reports_to: vp\u2011emea}\n"
    project = read_project(["-"], Files(stdin=text.encode(), stdin_name="x.yaml"))
    index = ProjectIndex(project, "en")
    found = reference_at(index, Source("x.yaml", text), text.index("\u2011"))
    assert found is not None
    assert [place.line for place in definitions(index, found, "x.yaml")] == [2]
    assert [place.line for place in references(index, found, True)] == [2, 3]
