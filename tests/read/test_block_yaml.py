"""YAML read line by line gives what the parser gives, or leaves the text to it."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.model.source.source import Source
from orgcli.read.syntax.block_yaml import block_places, block_values
from orgcli.read.syntax.document import NodePlaces, Value
from orgcli.read.syntax.parsing import parse
from orgcli.read.syntax.yaml import load_yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from generate import write  # noqa: E402

_PIECES = [
    "a", "b", "x y", "null", "~", "é", "2026-01-01", "9:30", "1", "- ", "-", ": ", ":", "  ", " ",
    "#", " #", "# c", "#1", '"', "'", '"q"', "'q'", '"a: b # c"', "[a, b]", "[]", "[", "]", "{",
    "}", ",", "|", ">", "&a", "*a", "!", "!!str", "?", "---", "...", "\t", "\u2013", "\u2019",
    "\u2028", "\x85", "\ufeff", "\r", "%", "@", "`", "<<", "=", "\\", "''", "(", "/", "+", "$",
]  # fmt: skip
_LINES = st.builds(
    lambda spaces, dash, key, colon, rest: " " * spaces + dash + key + colon + "".join(rest),
    st.sampled_from([0, 0, 1, 2, 2, 3, 4, 4, 6]),
    st.sampled_from(["", "", "- ", "-  ", "- - "]),
    st.sampled_from(["a", "b", "c", "k k", ""]),
    st.sampled_from([": ", ": ", ":", ":  ", " : ", ""]),
    st.lists(st.sampled_from(_PIECES), max_size=3),
)
_TEXTS = st.builds(
    lambda lines, end: "\n".join(lines) + end,
    st.lists(_LINES, min_size=1, max_size=7),
    st.sampled_from(["\n", "", "\n\n"]),
)


def compared(text: str) -> Value:
    """What is read line by line, after it was found to be what the parser reads."""
    values = block_values(text)
    if values is not None:
        document, findings = load_yaml(Source("f.yaml", text))
        assert not findings
        assert document is not None
        assert document.root == values
        places = block_places(text)
        assert places.starts == document.starts
        assert places.ends == document.ends
        assert places.after == document.after
        assert not document.aliases
    return values


@given(_TEXTS)
@settings(max_examples=2000)
def test_lines_give_what_the_parser_gives(text: str) -> None:
    compared(text)


@pytest.mark.parametrize("folder", ["examples", "roles", "docs", "tests/cases", "tests/mend"])
def test_files_of_the_project_give_what_the_parser_gives(folder: str) -> None:
    for path in sorted((ROOT / folder).rglob("*.y*ml")):
        try:
            text = path.read_bytes().decode()
        except UnicodeDecodeError:
            continue
        compared(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: 1\nb:\n- x\n- y\nc:\n", {"a": "1", "b": ["x", "y"], "c": None}),
        ("- a: 1\n  b:\n    - c: 2\n- a: 3\n", [{"a": "1", "b": [{"c": "2"}]}, {"a": "3"}]),
        ("---\n# a: comment:\na: [x, null, y z]\n\nb: []\n", {"a": ["x", None, "y z"], "b": []}),
        ("a: \"b: c # d\"\nb: ''\nc: null\n", {"a": "b: c # d", "b": "", "c": None}),
        ("a: -1\nb: (x)\nc: 9:30\n", {"a": "-1", "b": "(x)", "c": "9:30"}),
        ("a: 1 # c: d\nb: [x]  #\n", {"a": "1", "b": ["x"]}),
        ("a: ü, {v}\nb: c:d#e\n", {"a": "ü, {v}", "b": "c:d#e"}),
    ],
)  # fmt: skip
def test_what_people_write_needs_no_parser(text: str, values: Value) -> None:
    assert compared(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "", "# only a comment\n", "a: 1\na: 2\n", "a: b: c\n", "a: b:\n", "a: 1 #1\n",
        "a: b: # c\n", "a: |\n  b\n", "a: b\n  c\n", "a: b\n  c: d\n", "a: 1\n b: 2\n",
        "a: *b\n", "a: !x 1\n", "a: \"b\n  c\"\n", "a: {b: c}\n", "- - a\n", "a: 1\n- b\n",
        "a:\n  b: 1\n c: 2\n", "a: 1\n---\nb: 2\n", "a:\tb\n", "a: \u201cb\u201d\n",
        "a: [b, [c]]\n", "a: 'it''s'\n", "a: \"\\n\"\n", "? a\n: b\n", "- : b\n",
        "".join(f"{'  ' * depth}a:\n" for depth in range(40)),
    ],
)  # fmt: skip
def test_what_is_rare_or_wrong_is_left_to_the_parser(text: str) -> None:
    assert block_values(text) is None


@pytest.mark.parametrize("format", ["yaml", "nested"])
def test_generated_organisations_are_read_line_by_line(format: str, tmp_path: Path) -> None:
    path = write(tmp_path / "org.yaml", "tree", 300, format)
    assert compared(path.read_text(encoding="utf-8")) is not None


def test_places_are_found_when_the_first_is_needed() -> None:
    source = Source("f.yaml", "positions:\n  - id: a\n    reports_to: b\n")
    document, findings = parse(source)
    assert document is not None
    assert not findings
    assert not isinstance(document.places, NodePlaces)
    assert str(document.place(0, "positions", 0, "reports_to")) == "f.yaml:3:17"
