"""Role files are other people's text: it is shown, and nothing in it is obeyed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from format_tables import FILES
from orgcli.compare.comparison.align import align
from orgcli.compare.comparison.comparison import ComparedRole, Comparison
from orgcli.compare.comparison.formats import FORMATS
from orgcli.compare.versions.differences import ChangeKind, Difference
from orgcli.compare.versions.formats import DIFF_FORMATS
from orgcli.compare.versions.versions import Versions
from orgcli.model.text import cells, visible
from orgcli.read.roles.role_index import KnownRoles
from orgcli.read.roles.role_selection import select_roles
from orgcli.render.lines import measure, one_line, styled, wrap
from orgcli.render.markdown import escaped
from orgcli.render.view import Page

PROJECT = Path(__file__).parent / "project"
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OUR_MARKUP = {"text", "softbreak", "strong_open", "strong_close", "em_open", "em_close"}


@pytest.fixture(scope="module")
def hostile() -> Comparison:
    own = [str(PROJECT / "own" / "hostile.yaml"), str(PROJECT / "roles" / "alliance-lead.yaml")]
    asked = select_roles(own, KnownRoles(PROJECT / "roles"), bytes)
    assert not asked.findings
    return align([ComparedRole(one.file.role, one.shared) for one in asked.roles], asked.library)


def as_text(comparison: Comparison, name: str, page: Page | None = None) -> str:
    """A comparison as text."""
    text = FORMATS[name](comparison, page or Page())
    assert isinstance(text, str)
    return text


@pytest.mark.parametrize("name", [one for one in FORMATS if one not in FILES])
@pytest.mark.parametrize("width", [30, 100])
def test_no_control_character_reaches_the_output(
    hostile: Comparison, name: str, width: int
) -> None:
    for line in as_text(hostile, name, Page(width)).split("\n"):
        assert visible(line) == line


def test_rich_markup_links_and_emoji_are_text(hostile: Comparison) -> None:
    text = as_text(hostile, "table", Page(200, color=True))
    assert "[bold red]markup[/] :warning:" in text
    assert "[link=https://evil.example]x[/link]" in text
    assert "\x1b]8" not in text


def test_json_has_the_text_as_it_is_written(hostile: Comparison) -> None:
    document = json.loads(as_text(hostile, "json"))
    texts = {
        statement["text"]
        for facet in document["facets"]
        for row in facet["rows"]
        for statement in row["statements"]
    }
    written = {wording.statement.text for row in hostile.rows() for wording in row.wordings}
    assert {text for text in written if text} <= texts
    assert "escape \x1b[31mred\x1b[0m bell \x07 csi \x9b31m" in texts


@pytest.mark.parametrize("name", DIFF_FORMATS)
@pytest.mark.parametrize("width", [20, 100])
def test_hostile_file_names_and_ids_in_a_difference(name: str, width: int) -> None:
    file = "\x1b[31mred\x1b]8;;https://evil.example\x07 \u202eabc\n.yaml"
    found = [
        Difference(ChangeKind.ADDED, "focus", "\x1b[7mid", "sells"),
        Difference(ChangeKind.ADDED, file, None, file),
    ]
    text = DIFF_FORMATS[name](Versions(file, f"new-{file}", found, {}), Page(width))
    lines = text.split("\n")
    assert all(visible(line) == line for line in lines)
    if name == "table":
        assert all(cells(line) <= width for line in lines)


def inline(text: str) -> Iterator[Token]:
    for token in MARKDOWN.parse(text):
        yield from token.children or ()


def test_markdown_has_no_markup_but_ours(hostile: Comparison) -> None:
    text = as_text(hostile, "markdown")
    for token in inline(text):
        assert token.type in OUR_MARKUP or token.content == "<br>", token
    assert {token.type for token in MARKDOWN.parse(text)}.isdisjoint(
        {"html_block", "fence", "code_block", "blockquote_open", "ordered_list_open", "hr"}
    )
    cells = [
        "".join(part.content for part in token.children or ()) for token in MARKDOWN.parse(text)
    ]
    for row in hostile.rows():
        for wording in row.wordings:
            assert any(one_line(wording.text).strip() in cell for cell in cells), wording.text


@given(st.text(max_size=80) | st.text("\\`*_[]()<>&|~#-+=!1.@:w \n", max_size=30))
def test_escaped_text_is_only_text(text: str) -> None:
    for around in ("| {} |\n| --- |\n| {} |\n", "- {}\n", "x\n{}\n", "# {}\n"):
        tokens = list(inline(around.replace("{}", escaped(text))))
        assert {token.type for token in tokens} <= {"text", "softbreak"}
        shown = "".join(token.content for token in tokens)
        assert one_line(text).strip() in shown


@given(st.text(max_size=300), st.integers(2, 80))
def test_wrapped_text_fits_and_is_whole(text: str, width: int) -> None:
    lines = wrap(styled(text), width)
    assert all(measure(line) <= width for line in lines)
    shown = "".join(piece for line in lines for piece, _ in line)
    assert shown.replace(" ", "") == one_line(text).replace(" ", "")


def test_words_stay_whole_where_they_fit() -> None:
    lines = wrap(styled("Bereichsleiterin Unternehmenskommunikation und Öffentlichkeitsarbeit"), 24)
    assert ["".join(piece for piece, _ in line) for line in lines] == [
        "Bereichsleiterin",
        "Unternehmenskommunikatio",
        "n und",
        "Öffentlichkeitsarbeit",
    ]
