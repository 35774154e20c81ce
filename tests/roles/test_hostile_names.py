"""What roles and libraries of one's own say is shown by every command, and nothing is obeyed."""

import csv
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from test_role_screens import HERE, run

from orgcli.compare.listing.formats import LISTINGS
from orgcli.compare.listing.listing import Listing, ListingField, ListingRow, ListingSection
from orgcli.model.text import cells, visible
from orgcli.render.view import Page

HOSTILE = HERE / "hostile"
DISPUTE = "dispute 'H<1>|'"
EVERY = [
    *(f"{command} -f {name}" for command in ("roles", "roles --aliases")
      for name in ("table", "markdown", "csv", "json")),
    *(f"role hostile --full --sources -f {name}"
      for name in ("table", "markdown", "html", "csv", "json")),
    *(f"{command} -f {name}" for command in (DISPUTE, "dispute")
      for name in ("text", "markdown", "json")),
]  # fmt: skip
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OUR_MARKUP = {
    "text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close",
}  # fmt: skip
OUR_TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "table", "tbody",
    "tr", "th", "td", "ul", "li", "span", "a", "section", "footer", "strong", "h3",
}  # fmt: skip
texts = st.text(max_size=60) | st.text(
    "\\`*_[]()<>&|~#-+=!1.@:w \n\x1b\u202e日e\u0301", max_size=20
)


@pytest.mark.parametrize("command", EVERY)
@pytest.mark.parametrize("width", [40, 100])
def test_no_control_character_reaches_the_output(
    command: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run(f"COLUMNS={width} orgcli {command}", monkeypatch, folder=HOSTILE)
    assert code == 0, err
    for line in out.split("\n"):
        assert visible(line) == line


def inline(text: str) -> Iterator[Token]:
    for token in MARKDOWN.parse(text):
        yield from token.children or ()


@pytest.mark.parametrize("command", [one for one in EVERY if one.endswith("markdown")])
def test_markdown_has_no_markup_but_ours(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run(f"orgcli {command}", monkeypatch, folder=HOSTILE)
    for token in inline(out):
        assert token.type in OUR_MARKUP or token.content == "<br>", token
    assert {token.type for token in MARKDOWN.parse(out)}.isdisjoint(
        {"html_block", "fence", "code_block", "blockquote_open", "ordered_list_open", "hr"}
    )


class Tags(HTMLParser):
    """Which tags and attributes a page has, and whether each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.links: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.links.update(value or "" for name, value in attrs if name in ("href", "src"))
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag not in ("meta", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_has_no_tag_and_no_link_but_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run("orgcli role hostile --full -f html", monkeypatch, folder=HOSTILE)
    tags = Tags()
    tags.feed(out)
    assert not tags.open
    assert tags.seen <= OUR_TAGS
    assert all(link.startswith("#") for link in tags.links)


@pytest.mark.parametrize("command", [one for one in EVERY if one.endswith("csv")])
def test_no_cell_is_a_formula(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run(f"orgcli {command}", monkeypatch, folder=HOSTILE)
    for row in csv.reader(StringIO(out)):
        assert not [cell for cell in row if cell[:1] in tuple("=+-@\t\r")]


def test_json_has_the_text_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = run("orgcli roles --aliases -f json", monkeypatch, folder=HOSTILE)
    assert "[bold]\x1b[31mx\x1b[0m | `y` <b>" in {one["name"] for one in json.loads(out)["names"]}


@settings(deadline=None)
@given(st.lists(st.tuples(texts, texts, st.integers(0, 999)), max_size=5), st.integers(20, 130))
def test_any_listing_fits(rows: list[tuple[str, str, int]], width: int) -> None:
    fields = (
        ListingField("id", "id", plain=True),
        ListingField("text", "what it says"),
        ListingField("count", "how many", number=True),
        ListingField("file", "file", below=True),
    )
    entries = tuple(
        ListingRow({"id": id, "text": text, "count": count, "file": text}, {})
        for id, text, count in rows
    )
    listing = Listing("rows", "Rows", fields, (ListingSection("", entries),), (), ("a foot",))
    for line in LISTINGS["table"](listing, Page(width)).splitlines():
        assert visible(line) == line
        assert cells(line) <= width
    for token in inline(LISTINGS["markdown"](listing, Page(width))):
        assert token.type in OUR_MARKUP


def test_a_folder_of_ones_own_is_needed_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roles").write_text("a file where a folder is looked for")
    assert run("orgcli roles", monkeypatch, folder=tmp_path)[0] == 0
