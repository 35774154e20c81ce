"""Damaged organisations and tables: findings with a place in the file, never an exception."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.check.run import check
from orgcli.model.settings import Settings
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from orgcli.report.formats import FORMATS, Rendering

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
INPUTS = Path(__file__).parent / "read/directories/inputs"
SEEDS = {
    "org.yaml": (EXAMPLES / "revenue-led/org.yaml").read_bytes(),
    "nested.yaml": (EXAMPLES / "startup/org.yaml").read_bytes(),
    "people.csv": (EXAMPLES / "people.csv").read_bytes(),
    "org.json": json.dumps(
        {"organisation": "N", "positions": [{"id": "a", "fte": 0.5}, {"id": "b", "holder": ["x"]}]}
    ).encode(),
    **{
        name: (INPUTS / name).read_bytes()
        for name in (
            "active-directory.ldif",
            "catalog.yaml",
            "scim-list.json",
            "personio.json",
            "tree-names.yaml",
            "tree-groups.yaml",
            "edges-faults.json",
            "people.jsonl",
            "google-data-table.json",
            "config-and-people.yaml",
            "direct-reports-flat.json",
        )
    },
    "AGENTS.md": (INPUTS / "company/agents/ceo/AGENTS.md").read_bytes(),
    "people.json": json.dumps([{"id": 1, "boss": None}, {"id": 2, "boss": 1}]).encode(),
}
SPLINTERS = [b"\0", b"\t", b"\xff", b"[", b"{", b"'", b'"', b":", b": ", b"- ", b"\n", b"\r", b"#",
             b"&a ", b"*a", b"<<: *a\n", b"---\n", b"!!x ", b"|", b">", b",", b";", b"null", b"%",
             b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"reports_to: ceo\n", b"id: ceo\n", b"\x1b[31m",
             b"reports:\n", b"    "]  # fmt: skip


pytestmark = pytest.mark.usefixtures("elsewhere")


def examine(name: str, raw: bytes) -> None:
    files = Files(stdin=raw, stdin_name=name)
    project = read_project([Path("-")], files)
    verdict = check(project, Settings())
    for finding in verdict.findings:
        place, source = finding.place, project.sources.get(finding.place.file)
        assert place.file == name
        if source is not None:
            assert 1 <= place.line <= source.line_count
            assert 1 <= place.column <= len(source.line(place.line)) + 2
            assert (place.line, place.column) <= (place.end_line, place.end_column)
    for row in FORMATS.values():
        text = row.write(verdict, Rendering(project.sources, max_findings=0))
        assert "\x1b" not in text
        text.encode("utf-8")
    counts = json.loads(FORMATS["json"].write(verdict, Rendering({})))["summary"]
    assert counts["error"] + counts["warning"] + counts["info"] == len(verdict.findings)


@pytest.mark.parametrize("name", SEEDS)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=120, deadline=None)
def test_splintered_files(name: str, seed: int) -> None:
    chance = random.Random(seed)
    raw = bytearray(SEEDS[name])
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(raw) + 1)
        cut = at + chance.choice([0, 0, 1, 5, 40])
        raw[at:cut] = chance.choice(SPLINTERS) * chance.choice([1, 1, 1, 3])
    examine(name, bytes(raw))


@pytest.mark.parametrize("name", SEEDS)
@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=150, deadline=None)
def test_anything_at_all(name: str, raw: bytes) -> None:
    examine(name, raw)


FIELDS = "id reports_to holder reports dotted_lines status fte start end role tags contact title to"
words = st.sampled_from(FIELDS.split())
values = st.recursive(
    st.sampled_from(["a", "b", "ceo", "", None, "filled", "2024-01-01", "1", "[red]", "007"]),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(words, inside, max_size=4),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(words, values, max_size=6) | values, max_size=8))
@settings(max_examples=400, deadline=None)
def test_any_shape_of_organisation(entries: object) -> None:
    examine("org.json", json.dumps({"organisation": "N", "positions": entries}).encode())
    examine("rows.json", json.dumps(entries).encode())
