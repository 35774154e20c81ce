"""What commands on roles print as JSON is what its schema and docs/role-json.md say, in whole."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import pytest
from jsonschema import Draft7Validator

from command_line import run_in
from orgcli.language.tags import LANGUAGES
from orgcli.scaffold.schema import advice_fields, common_fields, comparison_fields, role_fields
from orgcli.scaffold.schema.common_fields import JsonObject
from orgcli.scaffold.schema.output_fields import ROOTS
from orgcli.scaffold.schema.output_schemas import OUTPUTS, definition_name, output_schema

ROOT = Path(__file__).resolve().parents[2]
ORGANISATION = ROOT / "examples/revenue-led"
OBJECTS = {
    definition_name(one): one
    for module in (common_fields, comparison_fields, role_fields, advice_fields)
    for one in vars(module).values()
    if isinstance(one, type) and one.__module__ == module.__name__ and one is not JsonObject
}
COMMANDS = {
    "compare-output": [
        "compare cso cro vp",
        "compare own.yaml cro ceo",
        "compare cso@sbi cso@pipl",
    ],
    "compare-table-output": [
        "compare cso cro --table",
        "compare vp ae sdr --full",
        "compare cso cro --facet focus",
        "compare cso cro own.yaml --only shared",
    ],
    "compare-diff-output": ["compare own.yaml newer.yaml --diff"],
    "role-output": ["role cro --full", "role own.yaml", "role board"],
    "roles-output": ["roles"],
    "roles-aliases-output": ["roles --aliases"],
    "roles-concepts-output": ["roles --concepts"],
    "dispute-output": ["dispute", "dispute K2 K13"],
    "advise-output": ["advise -a answers.yaml", f"advise {ORGANISATION}", "advise -a some.yaml"],
    "advise-gaps-output": ["advise --gaps", "advise --gap pay", "advise --gap nonsense"],
}
OWN = """role: own
title: Head of Growth
abbreviation: HoG
focus: [{text: Grows, concept: revenue-growth, key: true}, Wins]
reports_to: {role: [cro, ceo], when: both-exist}
signals: [Growth lags]
"""
NEWER = OWN.replace("Wins", "Wins more").replace("Head of Growth", "Growth Lead")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own.yaml").write_text(OWN)
    (tmp_path / "newer.yaml").write_text(NEWER)
    (tmp_path / "answers.yaml").write_text(
        "channels: several\nproducts: several\ngap: [execution, planning]\nseats: [cro, vp-sales]\n"
        "holders: {cro: executor}\nreport-to: {marketing: cro}\n"
    )
    (tmp_path / "some.yaml").write_text("seats: [cso]\n")
    return tmp_path


def closed(schema: Any) -> Any:
    """The schema without room for keys that it does not know."""
    made = deepcopy(schema)
    for one in (made, *made["definitions"].values()):
        one["additionalProperties"] = False
    return made


def test_every_output_has_commands() -> None:
    assert COMMANDS.keys() == OUTPUTS.keys()


@pytest.mark.parametrize("kind", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_printed_is_what_the_schema_says(
    kind: str, language: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    validator = Draft7Validator(closed(output_schema(kind)))
    for command in COMMANDS[kind]:
        line = f"orgcli {command} -f json --lang {language}"
        code, out, err = run_in(folder, line, monkeypatch)
        assert code in (0, 1), f"{line}: {err}"
        faults = [
            f"{one.json_path}: {one.message}" for one in validator.iter_errors(json.loads(out))
        ]
        assert faults == [], line


def test_every_object_is_part_of_a_document() -> None:
    used = {name for kind in ROOTS for name in output_schema(kind)["definitions"]}
    assert used == OBJECTS.keys()


def test_the_answer_in_json_is_the_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run_in(folder, "orgcli compare cso cro vp -f json", monkeypatch)
    answer = json.loads(out)["answer"]
    assert answer["decides"] == "K2"
    assert answer["one_work"] == {"work": "sbi", "statements": 11, "of": 12}
    kinds = [row["kind"] for row in answer["rows"]]
    assert kinds[0] == "summary" and kinds[-3:] == ["hire_when", "pair_with", "wrong_person"]
    *_, together = answer["reporting_lines"]
    texts = [(node["above"], node["text"]) for node in together["nodes"]]
    assert texts == [(None, None), (0, "CRO"), (1, "CSO"), (2, "VP Sales")]
    _, table, _ = run_in(folder, "orgcli compare cso cro vp -f json --table", monkeypatch)
    assert "answer" not in json.loads(table)
    run_in(folder, "orgcli compare cso cro vp -o a.json --table", monkeypatch)
    assert (folder / "a.json").read_text("utf-8") == table


def _shown(kind: Any) -> str:
    first, *others = get_args(kind) or (None,)
    if get_origin(kind) is Annotated:
        return _shown(first)
    if get_origin(kind) is Literal:
        return ", ".join(one or "or null" for one in (first, *others))
    if get_origin(kind) is list:
        return f"list of {_shown(first)}"
    if others:
        return f"{_shown(first)}, or null"
    if issubclass(kind, JsonObject):
        name = definition_name(kind)
        return f"[{name}](#{name.lower()})"
    return {str: "text", int: "number", bool: "`true` or `false`"}[kind]


def _table(model: type, schema: Any) -> Iterator[str]:
    yield "| field | kind | what it is |"
    yield "|---|---|---|"
    for key, kind in get_type_hints(model, include_extras=True).items():
        yield f"| `{key}` | {_shown(kind)} | {schema['properties'][key]['description']} |"


def _page() -> Iterator[str]:
    schemas = {kind: output_schema(kind) for kind in ROOTS}
    yield "# JSON of roles, disputes and advice"
    yield (
        "Commands on roles print one JSON document with `-f json`. Every field is always there.\n"
        "`version` changes only if a field changes its meaning or is removed; new fields may come\n"
        "without. `orgcli schema KIND` prints the JSON Schema (draft-07) of each document."
    )
    yield "\n".join(
        [
            "| command | document | schema |",
            "|---|---|---|",
            *(
                f"| `{one['title']}` | {one['description']} | [`{kind}`](../schemas/{kind}.json) |"
                for kind, one in schemas.items()
            ),
        ]
    )
    yield "Texts are in the language of `--lang`; keys and ids are the same in all languages."
    for kind, (title, document) in ROOTS.items():
        yield f"## {title}"
        yield "\n".join(_table(document, schemas[kind]))
    yield "## Objects"
    definitions = {
        name: one for all in schemas.values() for name, one in all["definitions"].items()
    }
    for name, model in OBJECTS.items():
        yield f"### {name}"
        yield definitions[name]["description"]
        yield "\n".join(_table(model, definitions[name]))


def test_the_page_says_what_the_schemas_say(golden: Callable[[Path, str], None]) -> None:
    golden(ROOT / "docs/role-json.md", "\n\n".join(_page()) + "\n")
