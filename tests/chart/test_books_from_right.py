"""Books and decks of those who write from right to left: every page goes the same way."""

import io
from collections.abc import Sequence
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.chart.book.index_layout import _BETWEEN, IndexEntry, lay_out_index
from orgcli.chart.draw import chart_of, draw
from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.paint.items import Item, PaintedText
from orgcli.chart.paper.page_sizes import PAGES
from orgcli.chart.paper.text_width import BOLD, width
from orgcli.chart.typesetting.character_widths import is_estimated
from orgcli.chart.typesetting.direction import from_left
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import ChartRequest

NAME, TITLE = "فاطمة الزهراء", "مدير التسويق"
BOOK = ChartRequest(format="pdf", page="a5", book=True)


def company(branches: Sequence[str]) -> Organisation:
    """A branch of 40 for each name, whose people are all called so."""
    top = Position("top", TITLE, holder=(NAME,))
    teams = [
        Position(f"{at}-{n}", TITLE if name == NAME else "Clerk", holder=(name,),
                 reports_to=f"{at}-{(n - 1) // 6}" if n else "top")
        for at, name in enumerate(branches)
        for n in range(40)
    ]  # fmt: skip
    return Organisation(NAME, [top, *teams])


def sheets_of(made: Organisation, request: ChartRequest = BOOK) -> list[Sheet]:
    chart = chart_of(made, Titles({}), request)
    assert chart.book
    return list(chart.book.sheets(chart.theme))


def first_text(items: Sequence[Item]) -> PaintedText:
    return next(item for item in items if isinstance(item, PaintedText))


@pytest.mark.parametrize(
    ("branches", "align"),
    [([NAME, NAME, "Ann Lee"], "right"), (["Ann Lee", "Ann Lee", NAME], "left")],
)
def test_all_pages_go_as_most_of_the_cards_do(branches: Sequence[str], align: str) -> None:
    sheets = sheets_of(company(branches))
    assert len(sheets) > 3
    for sheet in sheets:
        names = [first_text(group.items) for group in sheet.painting if group.kind == "node"]
        (head, *_) = [group for group in sheet.painting if group.kind == "head"]
        assert {name.align for name in (*names, first_text(head.items))} == {align}


def test_the_index_is_mirrored_with_its_links() -> None:
    made = company([NAME, NAME])
    usual = sheets_of(replace(made, positions=[replace(one, holder=("Ann Lee",), title="Clerk")
                                               for one in made.positions]))[-1]  # fmt: skip
    sheet = sheets_of(made)[-1]
    _, *rows = sheet.painting
    names = [first_text(row.items) for row in rows]
    for name, link in zip(names, sheet.page_links, strict=True):
        x, y = sheet.frame.to_page(name.x, sheet.floor - name.y)
        assert (name.text, name.align) == (NAME, "right")
        assert link.right == pytest.approx(x) and link.low < y < link.high
    lefts = [link.left for link in usual.page_links]
    assert lefts == sorted(lefts), "the first column is at the left"
    rights = [link.right for link in sheet.page_links]
    assert rights == sorted(rights, reverse=True), "the first column is at the right"


def test_a_pdf_says_on_which_side_it_begins() -> None:
    for name, side in ((NAME, "/R2L"), ("Ann", None)):
        made = Organisation(name, [Position("a", name, holder=(name,))])
        data = draw(made, Titles({}), replace(BOOK, book=None)).data
        root = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
        assert root["/ViewerPreferences"].get("/Direction") == side


def test_numbers_beside_the_way_of_a_slide_keep_their_order() -> None:
    sheets = sheets_of(company([NAME] * 3), replace(BOOK, page="16:9", book=None))
    said = [text for sheet in sheets[1:] for text in sheet.texts if " · " in text]
    assert said
    assert all(text.startswith(f"\u200e{NAME}") and "\u200e · " in text for text in said)
    assert (from_left("Ann › Bo"), from_left("王 芳")) == ("Ann › Bo", "王 芳")
    assert from_left("Ann › יעל") == "\u200eAnn › יעל\u200e"


@pytest.mark.parametrize(
    ("text", "estimated"),
    [("Ann", False), ("Müller", False), ("ǻ", False), ("Иван", False), ("王芳 3", False),
     ("", False), (NAME, True), ("Ann อ", True), ("नमस्ते", True)],
)  # fmt: skip
def test_widths_are_estimated_of_letters_that_the_typeface_lacks(
    text: str, estimated: bool
) -> None:
    assert is_estimated(text) == estimated


@settings(max_examples=60)
@given(st.lists(st.sampled_from([NAME, "יעל כהן", "王芳", "Ann Lee"]), min_size=1, max_size=60))
def test_titles_of_an_index_have_room_for_names_of_other_fonts(names: list[str]) -> None:
    """A fifth more than the average width of a script, which is all that is known."""
    entries = [IndexEntry(name, TITLE, 1) for name in names]
    layout = lay_out_index(entries, PAGES["a4"])
    rows = [row for page in layout.pages for column in page for row in column]
    assert [row.entry for row in rows] == entries
    for row in rows:
        wide = width(row.name, layout.name_size, BOLD) * (1.2 if is_estimated(row.name) else 1)
        assert row.below or row.indent >= wide + _BETWEEN * layout.scale - 1e-6
