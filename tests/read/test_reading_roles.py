"""Role files and libraries are read whole, or say where they are wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.model.roles.library import Library
from orgcli.model.source.source import Source
from orgcli.read.roles.builtin_roles import builtin_folder, role_ids
from orgcli.read.roles.role_file import read_role
from orgcli.read.syntax.mapping import read_file, read_value

WHOLE = """\
role: head-of-partnerships
title: Head of Partnerships
reports_to: [cro, ceo]
summary: Grows revenue through partners.
responsibilities:
  - Sign partners
  - {text: Keep them, key: true}
level: 3
other: {travel: A week a month}
"""


def test_the_simplest_role() -> None:
    file, findings = read_role(Source("p.yaml", WHOLE))
    assert file is not None
    assert findings == []
    role = file.role
    assert role.name == "Head of Partnerships"
    assert [one.role for one in role.reports_to] == [("cro",), ("ceo",)]
    assert [one.text for one in role.responsibilities] == ["Sign partners", "Keep them"]
    assert role.level[0].rank == 3
    assert [facet for facet, _ in role.facets()] == [
        "level", "summary", "responsibilities", "reports_to", "travel",
    ]  # fmt: skip
    assert str(file.place("responsibilities", 1)) == "p.yaml:7:5"
    assert str(file.place("summary", 0)) == "p.yaml:4:10"


def test_the_same_in_json() -> None:
    text = '{"role": "x", "title": "X", "reports_to": "cro", "focus": ["a", {"text": "b"}]}'
    from_json, wrong = read_role(Source("x.json", text))
    from_yaml, _ = read_role(
        Source("x.yaml", "role: x\ntitle: X\nreports_to: cro\nfocus: [a, {text: b}]")
    )
    assert wrong == []
    assert from_json is not None
    assert from_yaml is not None
    assert from_json.role == from_yaml.role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("role: x\nfocus: {txt: y}", "x.yaml:2:9 ORG004 unknown field `txt`"),
        ("role: x\nreports_to:\n  wen: y\n  role: z", "x.yaml:3:3 ORG004 unknown field `wen`"),
        ("role: x\nfocus:\n  - {key: true}", "x.yaml:3:5 ORG006 item 1 of `focus` has no `text`"),
        ("role: x\nmanages: {when: y}",
         "x.yaml:2:10 ORG006 item 1 of `manages` has no `role` or `text`"),
        ("role: x\nother: {pay: {key: true}}", "x.yaml:2:14 ORG006 item 1 of `pay` has no `text`"),
        ("role: x\nother: {focus: y}",
         "x.yaml:2:9 ORG005 `focus` under `other` is a facet of its own"),
        ("title: X", "x.yaml:1:1 ORG006 `role` is missing"),
        ("", "x.yaml:1:1 ORG007 the file is empty"),
        ("- x", "x.yaml:1:1 ORG007 the file holds no mapping"),
        ("role: x\nrole: y", "x.yaml:2:1 ORG003 the key `role` stands twice in one mapping"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(text: str, expected: str) -> None:
    _, (found,) = read_role(Source("x.yaml", text))
    assert f"{found.place} {found.code} {found.message}" == expected


def test_a_wrong_field_is_left_out_and_the_role_kept() -> None:
    file, findings = read_role(Source("x.yaml", "role: x\ntitle: [X]\nfocus: y\nmetrix: z"))
    assert file is not None
    assert file.role.title is None
    assert file.role.focus[0].text == "y"
    assert [found.code for found in findings] == ["ORG005", "ORG004"]


def test_norway_and_leading_zeros_stay_text() -> None:
    file, _ = read_role(Source("x.yaml", "role: 007\ntitle: no\nfocus: [1:30, 3.10]"))
    assert file is not None
    assert (file.role.role, file.role.title) == ("007", "no")
    assert [one.text for one in file.role.focus] == ["1:30", "3.10"]


@given(st.text("role: x-[]{}\"'\n&*#|>%@`,?!\\", max_size=80))
def test_no_text_is_a_traceback(text: str) -> None:
    for source in (Source("x.yaml", text), Source("x.json", text)):
        for value, findings in (read_role(source), read_value(source, Library, "library")):
            assert value is not None or findings


def test_the_built_in_roles_and_their_library_are_clean() -> None:
    assert {"cso", "cro", "vp-sales"} <= role_ids()
    for id in sorted(role_ids()):
        path = builtin_folder() / f"{id}.yaml"
        file, findings = read_role(Source(str(path), path.read_text("utf-8")), builtin=True)
        assert findings == []
        assert file is not None
        assert file.role.role == id
    library, findings = read_file(builtin_folder() / "library.yaml", Library, "library")
    assert findings == []
    assert library is not None
