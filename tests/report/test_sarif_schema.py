"""SARIF against the schema of the standard, by a validator of the keywords that it uses."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from report_samples import HOSTILE, HOW, VERDICTS, of

from orgcli.check.registry import RULES
from orgcli.check.rule_pages.markdown import rule_section
from orgcli.model.findings.finding import Verdict
from orgcli.report.formats import FORMATS
from orgcli.report.rendering import Rendering, RuleText

SCHEMA = Path(__file__).resolve().parents[3] / "shared/design/sarif-schema.json"
EVERY_RULE = [
    RuleText(rule.code, rule.name, rule.level, rule.summary, rule.why, rule_section(rule))
    for rule in RULES.values()
]
_TYPES = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
    "boolean": bool,
}  # fmt: skip
_ANNOTATIONS = {"description", "default", "title", "$schema", "$id", "definitions"}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    if not SCHEMA.exists():
        pytest.skip("the schema of SARIF is not beside this checkout")
    return json.loads(SCHEMA.read_text("utf-8"))


def faults(value: Any, schema: dict[str, Any], top: dict[str, Any], at: str = "$") -> list[str]:
    """What draft 7 of JSON Schema has against a value, for the keywords of SARIF's schema."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/definitions/")
        return faults(value, top["definitions"][name], top, at)
    found = []
    for word, wanted in schema.items():
        if word not in _ANNOTATIONS:
            found += [f"{at}: {word} {one}" for one in _KEYWORDS[word](value, wanted)]
    for word in ("anyOf", "oneOf"):
        fits = [not faults(value, one, top, at) for one in schema.get(word, ())]
        if fits and (sum(fits) != 1 if word == "oneOf" else not any(fits)):
            found.append(f"{at}: {word}")
    return found + _inside(value, schema, top, at)


def _inside(value: Any, schema: dict[str, Any], top: dict[str, Any], at: str) -> list[str]:
    found = []
    if isinstance(value, dict):
        for key, inner in value.items():
            known = schema.get("properties", {})
            inside = known.get(key, schema.get("additionalProperties", True))
            if inside is False:
                found.append(f"{at}: no property {key}")
            elif inside is not True:
                found += faults(inner, inside, top, f"{at}.{key}")
    if isinstance(value, list) and "items" in schema:
        for number, inner in enumerate(value):
            found += faults(inner, schema["items"], top, f"{at}[{number}]")
    return found


def _type(value: Any, wanted: str | list[str]) -> list[str]:
    names = [wanted] if isinstance(wanted, str) else wanted
    fits = any(isinstance(value, _TYPES[name]) for name in names)
    return [] if fits and (not isinstance(value, bool) or "boolean" in names) else [str(wanted)]


def _format(value: Any, wanted: str) -> list[str]:
    if wanted == "date-time":
        datetime.fromisoformat(value)
        return []
    assert wanted in ("uri", "uri-reference")
    fits = re.fullmatch(r"(?:[A-Za-z0-9._~:/?#@!$&'()*+,;=\[\]-]|%[0-9A-Fa-f]{2})*", value)
    absolute = wanted == "uri-reference" or urlsplit(value).scheme
    return [] if fits and absolute else [value]


def _unique(value: Any, wanted: bool) -> list[str]:
    texts = [json.dumps(one, sort_keys=True) for one in value] if isinstance(value, list) else []
    return ["twice the same"] if wanted and len(set(texts)) < len(texts) else []


_KEYWORDS: dict[str, Any] = {
    "type": _type,
    "format": _format,
    "uniqueItems": _unique,
    "enum": lambda value, wanted: [] if value in wanted else [repr(value)],
    "pattern": lambda value, wanted: [] if re.search(wanted, value) else [repr(value)],
    "minimum": lambda value, wanted: [] if value >= wanted else [repr(value)],
    "maximum": lambda value, wanted: [] if value <= wanted else [repr(value)],
    "minItems": lambda value, wanted: [] if len(value) >= wanted else [repr(value)],
    "required": lambda value, wanted: [one for one in wanted if one not in value],
    # these look at what is inside the value, or at all of the schema
    **dict.fromkeys(
        ("properties", "additionalProperties", "items", "anyOf", "oneOf"), lambda *_: []
    ),
}


@pytest.mark.parametrize("verdict", [*VERDICTS.values(), of(*HOSTILE)], ids=["none", "some", "bad"])
@pytest.mark.parametrize("how", [HOW, Rendering(rules=lambda: EVERY_RULE)], ids=["few", "every"])
def test_sarif_is_valid(schema: dict[str, Any], verdict: Verdict, how: Rendering) -> None:
    document = json.loads(FORMATS["sarif"].write(verdict, how))
    assert faults(document, schema, schema) == []


def test_the_validator_finds_what_is_wrong(schema: dict[str, Any]) -> None:
    document = json.loads(FORMATS["sarif"].write(VERDICTS["some"], HOW))
    run = document["runs"][0]
    run["columnKind"] = "bytes"
    run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    run["results"][1]["level"] = "info"
    del run["tool"]["driver"]["name"]
    run["nonsense"] = 1
    assert len(faults(document, schema, schema)) == 5


def test_every_rule_has_words_within_the_limits() -> None:
    run = json.loads(FORMATS["sarif"].write(VERDICTS["none"], Rendering(rules=lambda: EVERY_RULE)))[
        "runs"
    ][0]
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == sorted(RULES)
    for one in rules:
        assert len(one["name"]) <= 255
        for field in ("shortDescription", "fullDescription"):
            assert 0 < len(one[field]["text"]) <= 1024
        assert one["help"]["text"]
        assert one["help"]["markdown"].startswith(f"## {one['id']} {one['name']}\n")
        assert len(one["properties"]["tags"]) <= 10
        assert "other" not in one["properties"]["tags"]
