"""docs/roles.md has a table of every field, made from the models; its examples work together.

`pytest --update` writes the tables between `<!-- fields: Model -->` and `<!-- end -->`.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import MISSING, fields
from inspect import getdoc
from os import environ
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from pydantic import TypeAdapter

from forked import run_forked
from orgcli.model.roles import library as library_model
from orgcli.model.roles import role as role_model
from orgcli.model.roles import translation as translation_model
from orgcli.model.roles import yardsticks as yardsticks_model
from orgcli.model.roles.library import Library
from orgcli.model.roles.role import FACETS, RELATIONS, Role
from orgcli.model.source.marks import Before
from orgcli.model.source.source import Source
from orgcli.model.strict import keys_of
from orgcli.read.roles.role_file import read_role
from orgcli.read.syntax.mapping import read_file
from orgcli.scaffold.schema.model_words import words_of

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/roles.md"
_TABLE = re.compile(r"(<!-- (fields|facets|words): (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_MEANING = re.compile(r"^(\w+) {2,}(\S.*)$")
_LISTED = {"_several", "_as_list", "_listed"}
"""Validators that take one value for a list of one."""


def models() -> dict[str, type[Any]]:
    """What users write, by name: the dataclasses that forbid unknown fields."""
    return {
        name: value
        for module in (role_model, library_model, yardsticks_model, translation_model)
        for name, value in vars(module).items()
        if hasattr(value, "__pydantic_config__") and value.__module__ == module.__name__
    }


def meanings(model: type[Any]) -> dict[str, str]:
    """What the docstring of a model, or those of its fields, say of each field."""
    found: dict[str, str] = {}
    last = ""
    for line in (getdoc(model) or "").splitlines():
        if match := _MEANING.match(line):
            last = match[1]
            found[last] = match[2]
        elif last and line.startswith("  ") and line.strip():
            found[last] += f" {line.strip()}"
    return found | {key: text for key, text in words_of(model).items() if key}


def kind(annotation: Any) -> str:
    """What a field holds, in words."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        several = any(isinstance(one, Before) and one.read.__name__ in _LISTED for one in args)
        inner = kind(args[0])
        return f"{inner.removeprefix('list of ')}, or a list" if several else inner
    if origin in (UnionType, Union):
        return kind(next(one for one in args if one is not NoneType))
    if origin is Literal:
        return " or ".join(f"`{one}`" for one in args)
    if origin is tuple:
        return f"list of {kind(args[0])}"
    if origin is dict:
        return f"mapping to {kind(args[1])}"
    names = {str: "text", int: "whole number", float: "number", bool: "`true` or `false`"}
    return names.get(annotation) or f"[{annotation.__name__}](#{annotation.__name__.lower()})"


def default(one: Any) -> str:
    """What a field is where it is left out."""
    value = one.default
    if value is MISSING:
        return "required" if one.default_factory is MISSING else "–"
    if value is None or value == ():
        return "–"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def fields_table(name: str) -> str:
    """The fields of a model; of a role those that are no facets."""
    model = models()[name]
    hints, said = get_type_hints(model, include_extras=True), meanings(model)
    lines = ["| field | what it holds | if left out | what it is |", "|---|---|---|---|"]
    for one in fields(model):
        if model is Role and one.name in FACETS:
            continue
        called = keys_of(model)[one.name]
        held = kind(hints[one.name])
        lines.append(f"| `{called}` | {held} | {default(one)} | {plainly(said[called])} |")
    return "\n".join(lines)


def plainly(meaning: str) -> str:
    """A meaning with the truths as they are written in a file."""
    return re.sub(r"\bTrue\b", "`true`", meaning)


def facets_table(name: str) -> str:
    """The facets with the label of their row."""
    labels, said = library().facets or {}, meanings(models()[name])
    lines = ["| facet | row | plain strings are | what it is |", "|---|---|---|---|"]
    for facet in FACETS:
        plain = "ids of roles" if facet in RELATIONS else "sentences"
        plain = "sentences, or a number" if facet == "level" else plain
        lines.append(f"| `{facet}` | {labels[facet]} | {plain} | {said[facet]} |")
    return "\n".join(lines)


def words_table(name: str) -> str:
    """Keys of the built-in library with their words."""
    found: dict[str, str] = getattr(library(), name) or {}
    firm = library().firm
    if name != "hedges":
        lines = ["| key | words |", "|---|---|"]
        return "\n".join((*lines, *(f"| `{key}` | {words} |" for key, words in found.items())))
    lines = ["| key | words | firm |", "|---|---|---|"]
    for key, words in found.items():
        lines.append(f"| `{key}` | {words or '(just holds)'} | {'yes' if key in firm else ''} |")
    return "\n".join(lines)


TABLES: dict[str, Callable[[str], str]] = {
    "fields": fields_table,
    "facets": facets_table,
    "words": words_table,
}


def library() -> Library:
    found, findings = read_file(ROOT / "roles/library.yaml", Library, "library")
    assert found is not None and not findings
    return found


def test_tables_are_those_of_the_models(golden: Callable[[Path, str], None]) -> None:
    text = PAGE.read_text("utf-8")
    golden(PAGE, _TABLE.sub(lambda m: f"{m[1]}{TABLES[m[2]](m[3])}\n{m[4]}", text))


def test_every_model_has_a_table() -> None:
    text = PAGE.read_text("utf-8")
    for name in models():
        assert f"<!-- fields: {name} -->" in text, name
        assert f"# {name}\n" in text, name


@pytest.mark.parametrize("name", models())
def test_every_field_has_a_meaning(name: str) -> None:
    model = models()[name]
    assert set(meanings(model)) == {*keys_of(model).values()}
    TypeAdapter(model)


def test_the_numbers_are_those_of_the_library() -> None:
    roles = [
        file.role
        for path in sorted((ROOT / "roles").glob("*.yaml"))
        if path.stem not in ("library", "advice", "shape")
        for file, _ in [read_role(Source(path.name, path.read_text("utf-8")))]
        if file
    ]
    said = [one for role in roles for _, several in role.facets() for one in several]
    said += [one.statement for one in library().shared]
    ours = [one for one in said if one.sources == ("editorial",)]
    left_out_page = (ROOT / "docs/claims-left-out.md").read_text().partition("\n## ")[0]
    left_out = len(re.findall(r"^\| [A-Z]+-\d+ ", left_out_page, re.M))
    text = PAGE.read_text("utf-8")
    for number, what in (
        (len(roles), "roles"),
        (len(said) - len(ours), "statements"),
        (len(ours), "of our own"),
        (left_out, "are left out"),
        (len(library().disputes), "questions"),
    ):
        assert f"{number} {what}" in text, (number, what)


def test_the_examples_work_together(tmp_path: Path) -> None:
    """Blocks that begin with the name of a file are those files."""
    blocks = re.findall(
        r"^```yaml\n# (\S+\.yaml)\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S
    )
    assert len(blocks) >= 3
    for name, text in blocks:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    environment = {**environ, "COLUMNS": "100", "NO_COLOR": "1", "LANG": "C"}
    for command in (
        "validate roles --fail-on info", "roles", "role head-of-partnerships --full",
        "role chief-of-deals --lang sv --full", "dispute D1", "compare hop cro",
    ):  # fmt: skip
        done = run_forked(tmp_path, *command.split(), environment=environment)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    shutil.rmtree(tmp_path)
