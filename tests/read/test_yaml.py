"""YAML and JSON: text stays as written, every node knows its place, nothing is a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.model.findings.finding import Finding
from orgcli.model.source.source import Source
from orgcli.read.syntax.decoding import decode
from orgcli.read.syntax.document import Document
from orgcli.read.syntax.json import load_json
from orgcli.read.syntax.yaml import FAST, load_yaml
from timing import cpu_seconds


def loaded(text: str) -> Document:
    document, findings = load_yaml(Source("f.yaml", text))
    assert not findings
    assert document is not None
    return document


def codes(text: str) -> list[str]:
    return [finding.code for finding in load_yaml(Source("f.yaml", text))[1]]


def test_the_fast_parser_is_there() -> None:
    assert FAST


@pytest.mark.parametrize(
    "text", ["no", "NO", "on", "y", "1:30", "017", "007", "08", "0o17", "1e3", "1_000",
             "2024-01-01", "3.10", "=", "0x1F", "+1", ".5", "true", "Infinity"],
)  # fmt: skip
def test_scalars_stay_the_text_that_was_written(text: str) -> None:
    assert loaded(f"k: {text}\n").root == {"k": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_nothing_and_quotes_keep_it_text(text: str) -> None:
    assert loaded(f"k: {text}\n").root == {"k": None}
    assert loaded(f"k: '{text}'\n").root == {"k": text}


def test_places_of_keys_values_and_entries() -> None:
    document = loaded("positions:\n  - id: a\n    reports_to: b\n  - id: c\n    title: T\n")
    assert str(document.place(0, "positions", 0, "reports_to")) == "f.yaml:3:17"
    assert str(document.key_place(0, "positions", 0, "reports_to")) == "f.yaml:3:5"
    entry = document.place(0, "positions", 1)
    assert (entry.line, entry.column, entry.end_line, entry.end_column) == (4, 5, 4, 10)
    assert str(document.place(0, "positions", 1, "absent", 3)) == "f.yaml:4:5"


def test_places_count_code_points_and_cr_lf() -> None:
    document = loaded("a: 🏢é\r\nb: x\r\n")
    place = document.place(0, "a")
    assert (place.column, place.end_column) == (4, 6)
    assert str(document.place(0, "b")) == "f.yaml:2:4"


def test_a_quoted_merge_key_is_a_key_and_the_next_one_still_merges() -> None:
    text = "base: &b {x: 1}\none: {'<<': 2}\ntwo: {<<: *b}\nthree: {'<<': 3}\n"
    assert loaded(text).root == {
        "base": {"x": "1"}, "one": {"<<": "2"}, "two": {"x": "1"}, "three": {"<<": "3"},
    }  # fmt: skip


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("text", ["a: é\nb: [😀, x]\n", "a: \x01\n", "a: [\n", "\ufeffa: 1\n"])
def test_the_bytes_of_a_text_give_what_the_text_gives(mark: str, text: str) -> None:
    raw = (mark + text).encode()
    source = decode("f.yaml", raw)
    assert isinstance(source, Source)
    (given, said), (other, also) = load_yaml(source, raw), load_yaml(source)
    assert said == also
    assert (given and (given.root, given.starts, given.ends)) == (
        other and (other.root, other.starts, other.ends)
    )


def test_merge_keys_are_what_authors_expect() -> None:
    document = loaded("a: &a {x: 1, y: 2}\nb: &b {y: 3}\nc: {<<: [*a, *b], x: 9}\n")
    assert document.root["c"] == {"x": "9", "y": "2"}  # type: ignore[index, call-overload]


def test_place_inside_an_alias_is_where_it_was_written() -> None:
    document = loaded("a: &a {x: 1}\nb: *a\n")
    assert str(document.place(0, "b", "x")) == "f.yaml:1:11"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: 1\na: 2\n", "ORG003"),
        ("a: &x 1\n*x : 2\n'1': 3\n", "ORG003"),
        ("? [a]\n: 1\n", "ORG005"),
        ("? {a: b}\n: 1\n", "ORG005"),
        ("? \n: 1\n", "ORG005"),
        ("a: !!python/object:os.system x\n", "ORG001"),
        ("a: !ruby/hash {b: 1}\n", "ORG001"),
        ("a: *missing\n", "ORG001"),
        ("a: &a [*a]\n", "ORG001"),
        ("<<: 3\n", "ORG005"),
        ("a: 1\n---\nb: 2\n", "ORG001"),
        ("a:\n\t- b\n", "ORG001"),
        ("a: [1\n", "ORG001"),
        ("a: \x01\n", "ORG001"),
        ("%YAML 3.0\n---\na: 1\n", "ORG001"),
        ("[" * 200_000, "ORG009"),
        ("{a: " * 200_000, "ORG009"),
        ("- " * 200_000, "ORG009"),
    ],
    ids=lambda value: value[:20],
)
def test_what_is_wrong_has_a_code(text: str, code: str) -> None:
    seconds, found = cpu_seconds(lambda: codes(text))
    assert found == [code]
    assert seconds < 10


def test_alias_bomb_is_over_the_limit() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for number in range(1, 30):
        lines.append(f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]")
    assert codes("\n".join(lines)) == ["ORG009"]


def test_a_few_aliases_are_fine() -> None:
    anchors = "a: &a {x: 1}\n" + "".join(f"k{number}: *a\n" for number in range(10_000))
    assert not codes(anchors)


plain: Any = st.recursive(
    st.none() | st.text(max_size=12),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.text(min_size=1, max_size=6), inside, max_size=4)
    ),
    max_leaves=20,
)


def _spans_are_inside(document: Document, size: int) -> None:
    for start, end in zip(document.starts, document.ends, strict=True):
        assert 0 <= start <= end <= size


@given(st.dictionaries(st.text(min_size=1, max_size=6), plain, max_size=5))
@settings(max_examples=300)
def test_what_json_writes_json_and_yaml_read_alike(value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    document, findings = load_json(Source("f.json", text))
    assert not findings
    assert document is not None
    assert document.root == value
    _spans_are_inside(document, len(text))
    if "<<" not in text and text.isprintable():  # PyYAML writes U+0085 bare
        again, _ = load_yaml(Source("f.yaml", yaml.safe_dump(value, allow_unicode=True)))
        assert again is not None
        assert again.root == value


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=500)
def test_any_text_gives_a_value_or_a_finding_in_the_file(text: str) -> None:
    source = decode("f", text.encode())
    if isinstance(source, Finding):
        return
    for load in (load_yaml, load_json):
        document, findings = load(source)
        if document is not None:
            _spans_are_inside(document, len(source.text))
        for finding in findings:
            assert 1 <= finding.place.line <= source.line_count
            assert finding.place.column <= len(source.line(finding.place.line)) + 2


@pytest.mark.parametrize(
    "text",
    ["[1,]", '{"a" 1}', '{"a": 1,}', "[1] 2", "nope", "[01]", '"abc', '{"a": 1', "{a: 1}",
     "[1 2]", '["\t"]', "[+1]", "NaN", "[.5]", "]", "[}", "'a'"],
)  # fmt: skip
def test_json_is_json_only(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        json.loads(text, parse_constant=lambda name: 1 / 0 if False else int("x"))
    assert [finding.code for finding in load_json(Source("f.json", text))[1]] == ["ORG001"]


def test_json_numbers_stay_text_and_duplicates_are_seen() -> None:
    document, findings = load_json(Source("f.json", '{"a": 1.50, "b": [true, null], "a": 2}'))
    assert document is not None
    assert document.root == {"a": "1.50", "b": ["true", None]}
    assert [(one.code, str(one.place)) for one in findings] == [("ORG003", "f.json:1:32")]


def test_bytes_that_are_not_text_are_placed(tmp_path: Path) -> None:
    assert str(_finding(b"a: 1\nb: \xe9").place) == "f:2:4"
    assert str(_finding(b"\xef\xbb\xbfa: \xe9").place) == "f:1:4"
    assert _finding("a: ü".encode("utf-16")).code == "ORG002"
    assert str(_finding(b"a\n\0").place) == "f:2:1"


def _finding(raw: bytes) -> Finding:
    found = decode("f", raw)
    assert isinstance(found, Finding)
    return found


def test_one_item_may_stand_for_a_list_of_it() -> None:
    document = loaded("a: &x {to: b}\nc: x\nd:\n  to: b\ne: [{to: f}]\n")
    assert str(document.place(0, "a", 0, "to")) == "f.yaml:1:12"
    assert str(document.place(0, "c", 0)) == "f.yaml:2:4"
    assert str(document.key_place(0, "d", 0, "to")) == "f.yaml:4:3"
    assert str(document.place(0, "e", 0, "to")) == "f.yaml:5:10"


def test_a_key_that_stands_a_hundred_thousand_times_takes_no_square_of_that() -> None:
    count = 100_000
    document, findings = load_yaml(Source("x.yaml", "first: 1\n" + "a: b\n" * count))
    assert document is not None and document.root == {"first": "1", "a": "b"}
    assert len(findings) == count - 1
    assert all(str(one.related[0].place) == "x.yaml:2:1" for one in (findings[0], findings[-1]))


def test_a_duplicate_in_a_mapping_that_never_closes_knows_the_first() -> None:
    document, findings = load_yaml(Source("x.yaml", "a: {b: 1, 'c': 2, c: 3,\n"))
    assert document is None
    assert (findings[0].code, len(findings[0].related)) == ("ORG003", 1)
