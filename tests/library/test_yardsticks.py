"""Published figures: every one has a number, a work and its translations; both sides are cited."""

import re
from functools import cache
from pathlib import Path

import pytest

from orgcli.language.tags import LANGUAGES
from orgcli.model.roles.rewriting import texts_of
from orgcli.model.roles.translation import texts
from orgcli.model.roles.yardsticks import (
    Yardstick,
    YardsticksTranslation,
    rewrite_yardsticks,
)
from orgcli.read.organisation.project import read_project
from orgcli.read.roles.builtin_roles import builtin_folder
from orgcli.read.roles.library import Libraries
from orgcli.read.roles.translations import FIRST, translation_path
from orgcli.read.roles.yardsticks import read_yardsticks
from orgcli.read.syntax.mapping import read_file

YARDSTICKS = read_yardsticks("en")
STATEMENTS = {one.id: one for one in YARDSTICKS.statements}
DISPUTES = {one.key: one for one in YARDSTICKS.disputes}
WORKS = {one.key: one for one in YARDSTICKS.works}
TEXTS = texts_of(rewrite_yardsticks, YARDSTICKS)
OTHERS = [tag for tag in LANGUAGES if tag != "en"]
LIBRARY = Libraries("en", []).base


@cache
def translated(language: str) -> dict[str, str]:
    path = translation_path(builtin_folder(), language, "shape")
    found, findings = read_file(path, YardsticksTranslation, FIRST)
    assert found is not None
    assert not findings
    return texts(found)


def test_the_file_is_right() -> None:
    project = read_project([builtin_folder() / "shape.yaml"])
    assert not [f"{one.place}: {one.message}" for one in project.findings]
    assert len(project.yardsticks) == 1


def test_keys_are_unique() -> None:
    assert len(STATEMENTS) == len(YARDSTICKS.statements) >= 10
    assert len(DISPUTES) == len(YARDSTICKS.disputes)
    assert len(WORKS) == len(YARDSTICKS.works)
    marks = [one.mark for one in (*YARDSTICKS.works, *LIBRARY.works)]
    assert len(marks) == len(set(marks))


@pytest.mark.parametrize("id", STATEMENTS)
def test_a_statement_has_a_number_and_a_year(id: str) -> None:
    one = STATEMENTS[id]
    least, most = one.range
    assert least is not None or most is not None
    assert least is None or most is None or least <= most
    assert 1900 <= one.year <= 2100
    assert re.fullmatch(r"SHAPE-\d\d", id)


@pytest.mark.parametrize("id", STATEMENTS)
def test_a_statement_cites_what_there_is(id: str) -> None:
    one = STATEMENTS[id]
    assert one.sources
    assert set(one.sources) <= set(WORKS)
    assert one.hedge in (LIBRARY.hedges or {})
    assert one.dispute is None or one.dispute in DISPUTES


@pytest.mark.parametrize("key", DISPUTES)
def test_both_sides_of_a_dispute_are_cited(key: str) -> None:
    sides = DISPUTES[key].sides
    assert len(sides) >= 2
    for side in sides:
        assert side.sources and set(side.sources) <= set(WORKS), side.text
    assert any(one.dispute == key for one in YARDSTICKS.statements)


@pytest.mark.parametrize("key", WORKS)
def test_a_work_is_cited(key: str) -> None:
    cited = {work for one in YARDSTICKS.statements for work in one.sources}
    cited |= {work for one in YARDSTICKS.disputes for side in one.sides for work in side.sources}
    assert key in cited


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("key", TEXTS)
def test_a_text_is_translated(key: str, language: str) -> None:
    assert key in translated(language)


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_is_of_a_text(language: str) -> None:
    assert set(translated(language)) <= set(TEXTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_speaks_every_language(language: str) -> None:
    found = read_yardsticks(language)
    assert [one.id for one in found.statements] == list(STATEMENTS)
    assert [one.range for one in found.statements] == [one.range for one in STATEMENTS.values()]
    assert [one.key for one in found.works] == list(WORKS)
    assert "[en]" not in repr(found)
    spoken = texts_of(rewrite_yardsticks, found)
    if language != "en":
        same = [key for key, text in spoken.items() if text == TEXTS[key]]
        assert not same


@pytest.mark.parametrize("id", STATEMENTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translated_text_says_the_same_numbers(language: str, id: str) -> None:
    """Numbers in digits are the same, with the decimal sign of the language; words are free."""
    found = next(one for one in read_yardsticks(language).statements if one.id == id)
    assert _digits(found) == _digits(STATEMENTS[id])


def _digits(one: Yardstick) -> set[str]:
    said = {number.replace(",", ".") for number in re.findall(r"\d+(?:[.,]\d+)?", one.text)}
    return said - {"1980", "2000"}  # Spanish has words for a decade


def test_without_a_file_there_are_no_statements(tmp_path: Path) -> None:
    assert not read_yardsticks("sv", tmp_path).statements


def test_a_missing_translation_is_marked(tmp_path: Path) -> None:
    source = (builtin_folder() / "shape.yaml").read_text("utf-8")
    (tmp_path / "shape.yaml").write_text(source, "utf-8")
    (tmp_path / "sv").mkdir()
    (tmp_path / "sv/shape.yaml").write_text(
        "translation: shape\nstatements: {SHAPE-01: {of: Chefer}}\n", "utf-8"
    )
    first = read_yardsticks("sv", tmp_path).statements[0]
    assert first.of == "Chefer"
    assert first.text == f"{STATEMENTS['SHAPE-01'].text} [en]"
