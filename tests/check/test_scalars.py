"""What other YAML readers take for something else, against those readers."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml.nodes import ScalarNode

from orgcli.check.rules.files.ambiguous_text import _ambiguous
from orgcli.check.run import check
from orgcli.model.findings.finding import Finding
from orgcli.model.settings import Settings
from orgcli.read.organisation.project import read_project

# YAML 1.2.2, chapter 10.3.2, without null, which is no text to us either.
_CORE = re.compile(
    r"true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN"
)
# In YAML 1.1 itself and in Ruby, though not in PyYAML.
_ELSEWHERE = re.compile(
    r"[yYnN]|[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?|\d{4}-\d\d?-\d\d?.*", re.ASCII
)
_resolver = yaml.SafeLoader("")


def _tag(word: str) -> str:
    tag: str = _resolver.resolve(ScalarNode, word, (True, False))
    return tag.rpartition(":")[2]


def _differs(word: str) -> bool:
    """Whether one of the readers makes something of a word that is written differently."""
    tag = _tag(word)
    if tag in ("bool", "int", "float"):
        return str(yaml.safe_load(word)) != word
    return bool(_CORE.fullmatch(word)) or (tag == "timestamp" and len(word) > len("2024-01-01"))


_parts = st.sampled_from([
    *"0123456789", *".-+_:eExoabfyYnN ", "00", "yes", "NO", "On", "off", "True", "2024-01-01",
    "T10:30:00", " 10:30:00", ".inf", ".nan", "1e3", "-05",
])  # fmt: skip
words = st.lists(_parts, min_size=1, max_size=5).map("".join).map(str.strip).filter(bool)


@given(words)
def test_everything_that_another_reader_writes_differently_is_found(word: str) -> None:
    try:
        differs = _differs(word)
    except ValueError:  # such as a date in the 13th month: the other reader breaks off
        return
    if differs:
        assert word in _ambiguous([[word]])


@given(words)
def test_what_is_found_is_text_to_nobody_else(word: str) -> None:
    if word in _ambiguous([[word]]):
        other = _tag(word) in ("bool", "int", "float", "timestamp") or _CORE.fullmatch(word)
        assert other or _ELSEWHERE.fullmatch(word)


@pytest.mark.parametrize(
    "word",
    ["NO", "yes", "on", "true", "y", "007", "010", "3.10", "1.0", "1:30", "0x1F", "1_000", "1e3",
     ".5", "5.", "+4930123", "2024-01-01 10:00:00", "2024-01-01T10:00:00Z", ".inf", "0o17", "-0",
     "12345678901234567890"],
)  # fmt: skip
def test_ambiguous(word: str) -> None:
    assert word in _ambiguous([["Berlin", word, "x"]])


@pytest.mark.parametrize(
    "word",
    ["12", "0", "-7", "3.5", "0.25", "2024-01-01", "Norway", "No one", "yEs", "nO", "1.2.3", "v1",
     "+49 30 123", "2024-01-01 10:00", "e3", "0x", "100%", "1,000", "NO\nYES", "٣",
     "123456789012345"],
)  # fmt: skip
def test_not_ambiguous(word: str) -> None:
    assert word not in _ambiguous([[word]])


def _findings(file: Path, text: str) -> list[Finding]:
    file.write_text(text, "utf-8")
    return list(check(read_project([file]), Settings(select=("ORG010",))).findings)


ENTRY = "organisation: X\npositions:\n  - id: ceo\n    location: "


@pytest.mark.parametrize(
    "written",
    ['"NO"', "'NO'", "!!str NO", "&x NO", "|\n      NO", ">-\n      NO", "[NO]", "[ NO ]", "N\\O"],
)
def test_text_that_is_not_plain(tmp_path: Path, written: str) -> None:
    assert not _findings(tmp_path / "org.yaml", f"{ENTRY}{written}\n")


def test_every_field_of_text_has_its_own_finding(tmp_path: Path) -> None:
    text = """\
organisation: X
departments:
  - {id: 01, name: 02, parent: 03, head: 04, color: 05}
positions:
  - id: 06
    title: 07
    role: 010
    holder: [011, ok, 012]
    dotted_lines: [013, {to: 014, for: 015}]
    department: 016
    location: 017
    tags: 020
    contact: {email: 021, phone: 022, url: 023}
    attributes: {a: 024}
    fte: 0.50
    level: 05
    headcount: 01
    start: 2024-01-01
    reports:
      - {id: 025, dotted_lines: 026, reports_to: 06}
"""
    found = _findings(tmp_path / "org.yaml", text)
    words = [one.fix.new for one in found if one.fix]
    wanted = re.findall(r"0\d+", text[: text.index("fte")])
    assert words == [*wanted, "025", "026", "06"]
    lines = text.splitlines()
    for one in found:
        here = lines[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1]
        assert one.fix and here == one.fix.old == one.fix.new and one.fix.quote


def test_files_that_are_not_yaml(tmp_path: Path) -> None:
    assert not _findings(tmp_path / "org.csv", "id,name,location\n007,Ben,NO\n")
    assert not _findings(tmp_path / "org.json", '{"organisation": "X", "positions": [{"id": 1.0}]}')
    assert _findings(tmp_path / "people.yaml", "- {id: 007, name: Ben}\n")


ROLE = """\
role: {0}
title: {0}
abbreviation: {0}
aliases: [{0}, {{name: {0}}}]
reports_to: [{0}]
focus:
  - {0}
  - text: {0}
  - >-
    NO
level: 3
other:
  size: [{0}]
"""


def test_texts_of_role_files_are_found_and_quoted_ones_are_not(tmp_path: Path) -> None:
    file = tmp_path / "cro.yaml"
    for word, count in (("NO", 9), ("007", 9), ('"NO"', 0), ("Norway", 0)):
        file.write_text(ROLE.format(word), "utf-8")
        found = check(read_project([file]), Settings(select=("ORG010",))).findings
        assert [one.code for one in found] == ["ORG010"] * count
        assert all(one.fix and one.entity == word for one in found)
        lines = [one.place.line for one in found]
        assert lines == [1, 2, 3, 4, 4, 5, 7, 8, 13][:count]
