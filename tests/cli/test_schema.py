"""`orgcli schema`: what editors are told fits what the readers take, and is told whole."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from command_line import run_in
from editor import load_as_editor
from orgcli.check.registry import RULES
from orgcli.check.rule import example_files
from orgcli.cli.commands.schema import SCHEMAS, schema_text
from orgcli.model.roles.role import Role
from orgcli.model.source.source import Source
from orgcli.read.roles.role_file import read_role
from orgcli.scaffold.schema.model_conversion import objects

ROOT = Path(__file__).resolve().parents[2]


def kind_of(name: str, text: str) -> str | None:
    """Which schema a file goes by: that of its first key, as the reader decides."""
    if name.endswith(".toml"):
        return "config"
    value = load_as_editor(text)
    first = next(iter(value)) if isinstance(value, dict) and value else None
    if first in ("organisation", "positions", "departments", "include", "id"):
        return "org"
    return first if first in ("role", "plan") else None


@cache
def validator(kind: str) -> Draft7Validator:
    return Draft7Validator(SCHEMAS[kind](), format_checker=Draft7Validator.FORMAT_CHECKER)


def errors(kind: str, value: Any) -> list[str]:
    found = validator(kind).iter_errors(value)
    return [f"{error.json_path}: {error.message}" for error in found]


def files() -> Iterator[Any]:
    for path in sorted([*ROOT.glob("examples/**/*.yaml"), *ROOT.glob("roles/*.yaml")]):
        yield pytest.param(path.name, path.read_text("utf-8"), id=str(path.relative_to(ROOT)))
    for rule in RULES.values():
        for name, text in example_files(rule.good).items():
            yield pytest.param(name, text, id=f"{rule.code} {name}")


@pytest.mark.parametrize(("name", "text"), list(files()))
def test_what_is_right_fits(name: str, text: str) -> None:
    kind = kind_of(name, text)
    if kind is not None:
        value = tomllib.loads(text) if kind == "config" else load_as_editor(text)
        assert errors(kind, value) == []


@pytest.mark.parametrize(
    "text",
    [
        "id: ceo\n",
        "id: 007\nholder: 12\nreports_to: true\nlevel: '3'\nassistant: 'true'\n",
        "id: a\nholder: [Ben Li, 12]\ntags:\ndotted_lines: cfo\nstart: 2027-01-01\nfte: .5\n",
        "id: a\ndotted_lines: [cfo, {to: cto, for: 3.10}]\nheadcount: 12\ntitle:\n",
        "id: a\nattributes: {cost_centre: 00123}\ncontact: {phone: 030123}\nstatus:\n",
        "positions: [{id: a, reports: [{id: b, reports: [{id: c}]}]}]\n",
        "organisation: N\ninclude: teams/*.yaml\n",
        "departments: [{id: a, name: 12}]\n",
        "positions:\n",
    ],
)
def test_every_way_to_write_an_organisation_fits(text: str) -> None:
    assert errors("org", load_as_editor(text)) == []


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("positions: [{id: a, status: vacant}]", "$.positions[0].status"),
        ("positions: [{id: a, headcount: 0}]", "$.positions[0].headcount"),
        ("positions: [{id: a, headcount: many}]", "$.positions[0].headcount"),
        ("positions: [{id: a, fte: -1}]", "$.positions[0].fte"),
        ("positions: [{id: a, assistant: yes}]", "$.positions[0].assistant"),
        ("positions: [{id: a, start: 1 May}]", "$.positions[0].start"),
        ("positions: [{id: a, archetype: boss}]", "$.positions[0].archetype"),
        ("positions: [{id: a, reports: [{title: B}]}]", "$.positions[0].reports[0]"),
        ("positions: [{id: a, holder: {name: B}}]", "$.positions[0].holder"),
        ("positions: [{id: a, dotted_lines: [{for: B}]}]", "$.positions[0].dotted_lines"),
        ("positions: [a]", "$.positions[0]"),
        ("positions: {a: b}", "$.positions"),
        ("positions: [{title: CEO}]", "$.positions[0]"),
        ("id: a\nstatus: gone", "$.status"),
        ("departments: [{name: A}]", "$.departments[0]"),
        ("people: []", "$"),
    ],
)
def test_mistakes_in_an_organisation_do_not_fit(text: str, where: str) -> None:
    assert [
        error for error in errors("org", load_as_editor(text)) if error.startswith(f"{where}: ")
    ]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("role: a", True),
        ("role: a\nlevel: 4\nfocus: One\nskills: [A, {text: B, key: true}]\nother: {x: A}", True),
        ("role: a\nreports_to: {role: [cro, ceo], when: both-exist}\naliases: b", True),
        ("role: a\narchetypes: {is: executor, source: sbi}\nmetrics:", True),
        ("title: A", False),
        ("role: a\nfocus: [{key: true}]", False),
        ("role: a\nfocus: [{text: A, key: perhaps}]", False),
        ("role: a\nlevel: {rank: 0}", False),
        ("role: a\narchetypes: executor", False),
        ("role: a\narchetypes: [{is: boss}]", False),
        ("role: a\naliases: [{name: b, status: guessed}]", False),
        ("role: a\nother: [A]", False),
    ],
)
def test_roles(text: str, fits: bool) -> None:
    assert (errors("role", load_as_editor(text)) == []) is fits
    assert (read_role(Source("a.yaml", text))[1] == []) is fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ('select = ["ALL", "ORG1", "org102", "several-roots"]\nignore = "ORG404"\n', True),
        (
            'paths = "org.yaml"\nlanguage = "sv"\nfail-on = "never"\nformat = ["sarif:a.sarif"]',
            True,
        ),
        ('[severity]\nORG102 = "off"\n[rules.several-roots]\nmax = 2\n', True),
        ('[per-file-ignores]\n"drafts/*" = ["ORG1"]\n', True),
        ('select = ["sevral-roots"]\n', False),
        ('fail-on = "sometimes"\n', False),
        ('[severity]\nORG102 = "loud"\n', False),
        ('[severity]\nunknown-manger = "off"\n', False),
        ("[rules.several-root]\nmax = 2\n", False),
        ('[rules.several-roots]\nmax = "2"\n', False),
        ('format = "xml"\n', False),
        ('[chart]\nfields = "id"\npage = "420x297mm"\nmin-font = 6\ntheme = "dark"\n', True),
        ('[chart]\nfields = ["id", "nmae"]\n', False),
        ('[chart]\ntheme = "drak"\n', False),
        ("[chart]\nmin-font = 0\n", False),
        ("[chart]\ndpi = 20\n", False),
        ("[chart]\ntop-layers = 1.5\n", False),
    ],
)
def test_configurations(text: str, fits: bool) -> None:
    assert (errors("config", tomllib.loads(text)) == []) is fits


ROLE_KEYS = sorted({field.name for field in fields(Role)} - {"role"})
_SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 40), st.sampled_from(["executor", "x", "2"])
)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["text", "role", "rank", "is", "name", "key"]), inner)
    ),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(ROLE_KEYS), _VALUES, max_size=3))
def test_what_the_reader_takes_the_schema_takes(role: dict[str, Any]) -> None:
    text = yaml.safe_dump({"role": "a", **role}, sort_keys=False)
    if not read_role(Source("a.yaml", text))[1]:
        assert errors("role", load_as_editor(text)) == [], text


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_draft_07_and_says_what_each_key_is_for(kind: str) -> None:
    schema = SCHEMAS[kind]()
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["title"]
    assert schema["description"]
    for name, one in objects(schema):
        described = {"itself": one, **one["properties"]}
        for key, part in described.items():
            line = part.get("description", "")
            assert line.strip() and "\n" not in line, f"{name or kind}: {key}"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_stays_open_and_its_references_lead_somewhere(kind: str) -> None:
    text = schema_text(kind)
    assert '"additionalProperties": false' not in text
    assert "$defs" not in text
    definitions = json.loads(text)["definitions"]
    for name in re.findall(r'"\$ref": "([^"]+)"', text):
        assert name.removeprefix("#/definitions/") in definitions


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_command_prints_the_file_that_is_here(
    kind: str,
    golden: Callable[[Path, str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code, out, err = run_in(tmp_path, f"orgcli schema {kind}", monkeypatch)
    assert (code, err) == (0, "")
    golden(ROOT / f"schemas/{kind}.json", out)
    assert run_in(tmp_path, f"orgcli schema {kind} -o x.json", monkeypatch) == (0, "", "")
    assert (tmp_path / "x.json").read_text("utf-8") == out


def test_another_schema_there_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = run_in(tmp_path, "orgcli schema rule", monkeypatch)
    assert (code, out) == (2, "")
    assert "did you mean `role`" in err
