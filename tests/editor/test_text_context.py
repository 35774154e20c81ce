"""What is being typed, by the lines around it; the cursor is where █ stands."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.editor.text.document_nodes import keys_to
from orgcli.editor.text.text_context import TextContext, first_key_of, text_context
from orgcli.mend.organisation.text_tree import content_end
from orgcli.model.source.source import Source
from orgcli.read.syntax.yaml import load_yaml
from timing import cpu_seconds

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").rglob("*.yaml"))
CURSOR = "█"


def context(text: str) -> TextContext | None:
    offset = text.index(CURSOR)
    return text_context(text.replace(CURSOR, ""), offset)


VALUES = {
    "flat": ("positions:\n  - id: a\n    reports_to: c█\n", "positions.reports_to", "c"),
    "empty": ("positions:\n  - id: a\n    reports_to: █\n", "positions.reports_to", ""),
    "no space": ("positions:\n  - id: a\n    reports_to:  █", "positions.reports_to", ""),
    "first key": ("positions:\n  - reports_to: c█\n    id: a\n", "positions.reports_to", "c"),
    "not indented": ("positions:\n- id: a\n  reports_to: c█\n", "positions.reports_to", "c"),
    "behind an apostrophe": ("positions:\n- {id: it's, role: c█}\n", "positions.role", "c"),
    "before a comment": (
        "positions:\n- id: a\n  role: c█ro # x: y\n", "positions.role", "c",
    ),
    "nested": (
        "positions:\n  - id: a\n    reports:\n      - id: b\n        reports:\n"
        "          - role: c█\n",
        "positions.reports.reports.role", "c",
    ),
    "a mapping in a list": (
        "positions:\n- id: a\n  dotted_lines:\n  - to: c█\n    for: x\n",
        "positions.dotted_lines.to", "c",
    ),
    "braces": ("positions:\n  - {id: a, reports_to: c█}\n", "positions.reports_to", "c"),
    "brackets": (
        "positions:\n  - id: a\n    dotted_lines: [b, c█]\n", "positions.dotted_lines", "c",
    ),
    "both": (
        "positions:\n  - id: a\n    dotted_lines: [b, {for: x, to: c█, }]\n",
        "positions.dotted_lines.to", "c",
    ),
    "behind a text with brackets": (
        "positions:\n  - {id: 'a, [', title: \"{\", reports_to: c█}\n", "positions.reports_to", "c",
    ),
    "blank lines and comments": (
        "positions:\n\n# a: b\n  - id: a\n\n# x\n    # y: z\n\n    reports_to: c█\n",
        "positions.reports_to", "c",
    ),
    "CRLF": (
        "positions:\r\n- id: a\r\n  reports_to: c█\r\n- id: b\r\n", "positions.reports_to", "c",
    ),
    "quotes": ("positions:\n- id: a\n  reports_to: 'c█'\n", "positions.reports_to", "'c"),
    "a key in quotes": (
        "\"positions\":\n- id: a\n  'reports_to': c█\n", "positions.reports_to", "c",
    ),
    "JSON": (
        '{\n  "positions": [\n    {\n      "id": "a",\n      "reports_to": "c█"\n    }\n  ]\n}',
        "positions.reports_to", '"c',
    ),
    "JSON in a line": (
        '{"positions": [{"id":"a","reports_to":"c█"}]}', "positions.reports_to", '"c',
    ),
    "JSON that begins in a line": (
        '{"organisation": "N", "positions": [\n  {"id": "a", "x": {}},\n'
        '  {"id": "b", "reports_to": "c█"}\n]}',
        "positions.reports_to", '"c',
    ),
    "braces over lines": (
        "organisation: N\npositions: [\n  {id: a,\n   reports_to: c█}]\n",
        "positions.reports_to", "c",
    ),
    "a department": ("departments:\n  - id: s\n    head: c█\n", "departments.head", "c"),
    "one position": ("id: a\nreports_to: c█", "reports_to", "c"),
    "broken above": (
        "positions:\n  - id: [\n  - id: b\n    reports_to: c█\n  - }\n",
        "positions.reports_to", "c",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VALUES)
def test_a_value_has_its_keys(name: str) -> None:
    text, path, typed = VALUES[name]
    found = context(text)
    assert found is not None
    assert (".".join(found.path), found.typed) == (path, typed)
    assert not found.is_key


KEYS = {
    "a blank line": (
        "positions:\n  - id: a\n    █\n    title: x\n", "positions", "", {"id", "title"},
    ),
    "a word": (
        "positions:\n  - id: a\n    rep█\n  - id: b\n    role: x", "positions", "rep", {"id"},
    ),
    "behind a dash": ("positions:\n  - █\n", "positions", "", set()),
    "the top": ("organisation: a\n█\n", "", "", {"organisation"}),
    "below": ("positions:\n- id: a\n  contact:\n    em█\n", "positions.contact", "em", set()),
    "braces": ("positions:\n  - {id: a, re█}\n", "positions", "re", {"id"}),
    "an item": (
        "positions:\n- id: a\n  dotted_lines:\n  - c█\n", "positions.dotted_lines", "c", set(),
    ),
    "an item as a key": ("roots:\n- c█\n", "roots", "c", set()),
}  # fmt: skip


@pytest.mark.parametrize("name", KEYS)
def test_a_key_has_the_mapping_it_is_in(name: str) -> None:
    text, path, typed, siblings = KEYS[name]
    found = context(text)
    assert found is not None and found.is_key
    assert (".".join(found.path), found.typed, found.siblings) == (path, typed, siblings)


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c█",
        "# c█",
        "  # a: c█",
        "a: |█",
        "a: &x█",
        "a: *x█",
        "a: '#' # b█",
        "a: [b] c█",
        "a:█",
    ],
)
def test_nothing_is_typed_in_comments_and_signs(text: str) -> None:
    assert context(text) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("organisation: x", "organisation"),
        ("\ufeff# c\n\n---\n%YAML 1.2\n'role': x", "role"),
        ('{\n "positions": []}', "positions"),
        ("- a", ""),
        ("", ""),
        ("a", ""),
        ("# role: x", ""),
    ],
)
def test_a_file_says_what_it_is_by_its_first_key(text: str, first: str) -> None:
    assert first_key_of(text) == first


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_value_of_the_examples_has_the_keys_that_the_parser_gives_it(path: Path) -> None:
    text = path.read_text("utf-8")
    document, _ = load_yaml(Source(path.name, text))
    assert document is not None
    for slot, start in enumerate(document.starts):
        end = content_end(document, slot)
        if slot in document.after or text[start] in "\"'|>&*" or "\n" in text[start:end]:
            continue
        keys = keys_to(document, slot)
        if keys is None or start == end:
            continue
        found = text_context(text, end)
        assert found is not None, text[start:end]
        assert (found.path, found.start, found.end) == (keys, start, end)


@pytest.mark.parametrize(
    "line",
    ["a" + " " * 300_000, '"' + '\\"' * 150_000, "{" * 300_000, "- " * 150_000, "'" * 300_001,
     "a: " * 100_000, "[" + '"' * 300_001, " " * 300_000, "\t" * 300_000, "# " * 150_000],
    ids=lambda line: line[:4],
)  # fmt: skip
def test_a_long_line_takes_no_longer_than_it_is(line: str) -> None:
    text = f"positions:\n  - id: a\n    {line}\n"

    def work() -> None:
        for offset in (len(text), len(text) - 1, len(text) // 2, 30):
            text_context(text, offset)
        first_key_of(line)

    assert cpu_seconds(work)[0] < 2


@given(
    st.lists(
        st.sampled_from(["positions:", "- ", "  ", "id: a", "\n", "[", "{", "}", "]", ",", "'", '"',
                         "#", ": ", "reports_to: ", "\r\n", "\t", "é", "-", "|", "&a ", "😀"])
    ),
    st.floats(0, 1),
)  # fmt: skip
def test_whatever_is_written_there_is_an_answer(parts: list[str], part: float) -> None:
    text = "".join(parts)
    offset = round(part * len(text))
    found = text_context(text, offset)
    if found is not None:
        assert 0 <= found.start <= offset <= found.end <= len(text), json.dumps(text)
        assert text[found.start : offset] == found.typed
    first_key_of(text)
