"""Books: every position once with all its reports, on pages that are full and lead to others."""

import io
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from chart_samples import whole
from drawn_dot import MARGIN, Drawn, drawn, faults
from hypothesis import given, settings
from hypothesis import strategies as st
from organisations import organisation, organisations
from test_chart_properties import NO_TITLES, drawn_lines

from orgcli.chart.book.book_draft import BookDraft
from orgcli.chart.book.book_page import Book
from orgcli.chart.book.index_layout import _NUMBER_ROOM, IndexLayout, entries_of, lay_out_index
from orgcli.chart.book.surnames import letters, surname_first
from orgcli.chart.chart import Chart
from orgcli.chart.deck.cards import Deck
from orgcli.chart.draw import chart_of, draw
from orgcli.chart.drawing import TooLarge
from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.paper.card_text import ROOMY
from orgcli.chart.paper.dot_markup import name
from orgcli.chart.paper.page_sizes import PageSize
from orgcli.chart.paper.text_width import BOLD, width
from orgcli.chart.pdf.pdf import Bookmark, PdfPage, bind_pages
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import DOTTED, ORIENTATIONS, ChartRequest
from orgcli.read.organisation.project import read_project
from pdf_text import text_of, unbroken

ROOT = Path(__file__).resolve().parents[2]
NAME = 10
_BELOW_HEAD = 18
PAPERS = st.builds(
    whole,
    page=st.sampled_from(["a5", "a4", "a3", "letter", "16:9"]),
    orientation=st.sampled_from(ORIENTATIONS),
    min_font=st.sampled_from([4.0, 7.0, 9.0, 11.0]),
    top_layers=st.integers(0, 3),
    leaves_first=st.booleans(),
    dotted=st.sampled_from(DOTTED[1:]),
    book=st.just(True),
)


def chart_for(made: Organisation, paper: ChartRequest) -> Chart:
    return chart_of(made, NO_TITLES, replace(paper))


class Bound:
    """A book as its DOT says it: which cards and lines are on which page."""

    def __init__(self, made: Organisation, paper: ChartRequest) -> None:
        self.chart = chart_for(made, paper)
        found = self.chart.book
        assert found
        self.book: Book = found
        self.sheets: Sequence[Sheet] = list(found.sheets(self.chart.theme))
        self.pages: list[Drawn] = [drawn(sheet.dot()) for sheet in self.sheets[: len(found.pages)]]
        cards = self.chart.deck.cards
        self.number = {name(card.key)[1:-1]: at for at, card in enumerate(cards)}
        self.cards = [[self.number[one] for one in page.names] for page in self.pages]
        self.lines = [
            (cards[above], cards[report], at)
            for at, (page, cards) in enumerate(zip(self.pages, self.cards, strict=True))
            for above, report, _ in page.lines
        ]
        self.under = {report: page for _, report, page in self.lines}
        """Per report the page on which it stands under its manager."""
        self.manager = {report: above for above, report, _ in self.lines}

    def reports(self) -> dict[int, set[int]]:
        """Per manager the pages on which there are reports."""
        pages: dict[int, set[int]] = {}
        for above, _, page in self.lines:
            pages.setdefault(above, set()).add(page)
        return pages


def lost_or_twice(bound: Bound, lines: set[tuple[int, int]]) -> Iterator[str]:
    """What is not exactly once in a book, one phrase each."""
    times = Counter((above, report) for above, report, _ in bound.lines)
    for line in lines ^ set(times):
        yield f"line {line} is lost, or of nobody"
    for line, many in times.items():
        if many > 1:
            yield f"line {line} is drawn {many} times"
    reports = bound.reports()
    stands: dict[int, list[int]] = {}
    for page, cards in enumerate(bound.cards):
        for card in cards:
            stands.setdefault(card, []).append(page)
    for card in range(len(bound.chart.deck.cards)):
        wanted = set(reports.get(card, ()))
        if card in bound.under:
            wanted.add(bound.under[card])
        if set(stands[card]) != wanted and (wanted or len(stands[card]) != 1):
            yield f"{card} is on pages {stands[card]}, not {wanted}"
        found = min(reports[card]) if card in reports else stands[card][0]
        if bound.book.lookup_pages[card] != found:
            yield f"{card} is said to be found on {bound.book.lookup_pages[card]}, not {found}"


def wrong_links(bound: Bound) -> Iterator[str]:
    """Which links and notes are missing or lead elsewhere, one phrase each."""
    reports = bound.reports()
    for at, (page, cards) in enumerate(zip(bound.pages, bound.cards, strict=True)):
        sheet, deck = bound.sheets[at], bound.book.pages[at].deck
        page_links = {link.node: link for link in sheet.page_links}
        for node, card in enumerate(cards):
            away = reports.get(card, set()) - {at}
            above = bound.under.get(card, at)
            wanted = above if above != at else min(away, default=None)
            link = page_links.get(node)
            if (link.page if link else None) != wanted:
                yield f"card {card} on page {at} leads to {link}, not {wanted}"
            if link and max(map(_apart, link[:4], page.cards[node])) > 0.02:
                yield f"the link of card {card} on page {at} lies elsewhere"
            said = " ".join(deck.cards[node].notes)
            if wanted is not None and str(wanted + 1) not in said:
                yield f"card {card} on page {at} says {said!r}, not page {wanted + 1}"
            if wanted is None and "page" in said:
                yield f"card {card} on page {at} says {said!r} for no reason"


def _apart(one: float, other: float) -> float:
    return abs(one - other)


@settings(max_examples=150)
@given(organisations(200), PAPERS)
def test_any_organisation(made: Organisation, paper: ChartRequest) -> None:
    bound = Bound(made, paper)
    assert list(lost_or_twice(bound, drawn_lines(made))) == []
    assert list(wrong_links(bound)) == []
    size = {(sheet.width, sheet.height) for sheet in bound.sheets}
    page = bound.book.page_size
    assert size == {(round(page.width), round(page.height))}
    for at, (page_, sheet) in enumerate(zip(bound.pages, bound.sheets, strict=False)):
        assert list(faults(page_)) == []
        assert NAME * page_.scale >= paper.min_font - 1e-4
        assert any(text.endswith(f"page {at + 1} of {len(bound.sheets)}") for text in sheet.texts)
    tops = [
        {bound.under.get(card) for card in cards} - {at} for at, cards in enumerate(bound.cards)
    ]
    assert all(
        book_page.above in top for book_page, top in zip(bound.book.pages, tops, strict=True)
    )


@settings(max_examples=15)
@given(st.integers(0, 2**32), st.integers(2, 300), st.sampled_from(["a4", "a3", "letter"]))
def test_pages_are_half_full_but_the_last(seed: int, count: int, page: str) -> None:
    """Of companies with usual spans and names."""
    made = organisation(seed, count, 0, ["assistants", "shares", "states", "departments"])
    bound = Bound(made, whole(page=page, book=True))
    assert [at for at, one in enumerate(bound.pages[:-1]) if fill(one) < 0.5] == []


def fill(page: Drawn) -> float:
    """How much of the room below the head the rectangle around all cards takes."""
    wide = max(card.right for card in page.cards) - min(card.left for card in page.cards)
    tall = max(card.high for card in page.cards) - min(card.low for card in page.cards)
    room = page.head.low - _BELOW_HEAD * page.scale - MARGIN
    return wide * tall / ((page.width - 2 * MARGIN) * room)


@pytest.fixture(scope="module")
def northwind() -> Organisation:
    (made,) = read_project([ROOT / "examples" / "northwind-robotics"]).organisations
    return made


@pytest.fixture(scope="module")
def large() -> Organisation:
    """Of 400, on a dozen pages, with job shares and cards whose reports go on elsewhere."""
    return organisation(7, 400, 0, ["assistants", "shares", "states", "departments", "twins"])


def test_northwind(northwind: Organisation) -> None:
    """The promise: on A4 names of 7 pt or better, and no page half empty but the last."""
    drawing = draw(northwind, NO_TITLES, whole(format="pdf", page="a4"))
    bound = Bound(northwind, whole(page="a4"))
    assert drawing.pages == len(bound.sheets) == 3
    assert min(drawing.names) >= 7
    assert min(NAME * page.scale for page in bound.pages) >= 7
    assert min(fill(page) for page in bound.pages[:-1]) > 0.5


@pytest.fixture(scope="module")
def bound(large: Organisation) -> Bound:
    return Bound(large, whole(page="a4"))


@pytest.fixture(scope="module")
def reader(large: Organisation) -> pypdf.PdfReader:
    data = draw(large, NO_TITLES, whole(format="pdf", page="a4")).data
    return pypdf.PdfReader(io.BytesIO(data))


def test_links_of_the_pdf_lie_on_the_cards_and_lead_to_their_pages(
    bound: Bound, reader: pypdf.PdfReader
) -> None:
    assert len(reader.pages) == len(bound.sheets) > 6
    for at, page in enumerate(reader.pages):
        assert [float(book_page) for book_page in page.mediabox] == [0, 0, *_size(bound.sheets[at])]
        made = []
        for one in page.get("/Annots", ()):
            link = one.get_object()
            assert link["/Subtype"] == "/Link"
            target = reader.get_page_number(link["/Dest"][0].get_object())
            made.append((target, [round(float(book_page), 1) for book_page in link["/Rect"]]))
        page_links = bound.sheets[at].page_links
        assert made == [
            (link.page, [round(book_page, 1) for book_page in link[:4]]) for link in page_links
        ]
        assert at == 0 or made
    assert list(wrong_links(bound)) == []


def _size(sheet: Sheet) -> tuple[float, float]:
    return sheet.width, sheet.height


def test_every_card_can_be_read_on_its_page_of_the_pdf(
    bound: Bound, reader: pypdf.PdfReader
) -> None:
    for at, cards in enumerate(bound.cards):
        text = unbroken(reader.pages[at])
        assert f"page{at + 1}of{len(bound.sheets)}" in text
        for card in cards:
            for holder in bound.chart.deck.cards[card].holders[:2]:
                assert holder.split()[0] in text


def test_bookmarks_are_nested_as_the_pages_are(bound: Bound, reader: pypdf.PdfReader) -> None:
    found = dict(_bookmarks(reader, reader.outline))
    above = {at: book_page.above for at, book_page in enumerate(bound.book.pages)}
    assert {page: parent for page, (_, parent) in found.items()} == {
        **above, len(bound.pages): None
    }  # fmt: skip
    assert len({page for page, parent in above.items() if parent is not None}) > 3
    titles = [book_page.title for book_page in bound.book.pages]
    assert [found[at][0] for at in range(len(titles))] == titles
    for at, title in enumerate(titles):
        first = bound.chart.deck.cards[bound.cards[at][0]]
        assert bound.pages[at].names[0] and (first.holders == () or first.name in title or at)


def _bookmarks(
    reader: pypdf.PdfReader, outline: list[Any], above: int | None = None
) -> Iterator[tuple[int, tuple[str, int | None]]]:
    """Per page its title and the page above it."""
    last: int | None = None
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(reader, one, last)
        else:
            last = reader.get_destination_page_number(one)
            assert last is not None
            yield last, (one.title or "", above)


def test_the_index_names_every_holder_once_with_the_page(
    bound: Bound, reader: pypdf.PdfReader
) -> None:
    cards = bound.chart.deck.cards
    wanted = Counter(
        (surname_first(holder).split()[0], bound.book.lookup_pages[at] + 1)
        for at, card in enumerate(cards)
        for holder in card.holders
    )
    listed: Counter[tuple[str, int]] = Counter()
    links = 0
    for page in reader.pages[len(bound.pages) :]:
        # A title that stands below its name has no number behind it.
        lines = [line for line in text_of(page).splitlines()[2:] if line.split()[-1].isdecimal()]
        listed.update((line.split()[0], int(line.split()[-1])) for line in lines)
        links += len(page["/Annots"])
    assert listed == wanted
    assert links == wanted.total()


def index_of(made: Organisation, paper: ChartRequest) -> tuple[Deck, IndexLayout, PageSize]:
    """The index of a book as it is laid out."""
    chart = chart_for(made, paper)
    book = chart.book
    assert book
    layout = lay_out_index(entries_of(chart.deck, book.lookup_pages), book.page_size)
    return chart.deck, layout, book.page_size


@settings(max_examples=40)
@given(organisations(200), PAPERS)
def test_an_index_fits_its_pages_and_cuts_nothing_that_has_room(
    made: Organisation, paper: ChartRequest
) -> None:
    deck, layout, size = index_of(made, paper)
    room, height = size.room
    rows = [row for page in layout.pages for column in page for row in column]
    assert len(rows) == sum(len(card.holders) for card in deck.cards) or not any(
        card.holders for card in deck.cards
    )
    for page in layout.pages:
        assert all(row.top + row.height <= height + 1e-6 for column in page for row in column)
        rights = [column[0].left + column[0].width for column in page]
        assert rights[-1] <= room + 1e-6
        lefts = [column[0].left for column in page[1:]]
        assert all(left > right for left, right in zip(lefts, rights, strict=False))
        for row in (row for column in page for row in column):
            needed = width(row.name, layout.name_size, BOLD)
            title = row.indent + width(row.title, layout.detail_size)
            assert max(needed, title) + _NUMBER_ROOM * layout.scale <= row.width + 1e-6
    for row in rows:
        whole = (width(row.entry.name, layout.name_size, BOLD),
                 row.indent + width(row.entry.title, layout.detail_size))  # fmt: skip
        if max(whole) + _NUMBER_ROOM * layout.scale <= room:
            assert (row.name, row.title) == (row.entry.name, row.entry.title)


def test_no_title_of_the_index_of_northwind_is_cut(northwind: Organisation) -> None:
    (index,) = list(Bound(northwind, whole(page="a4")).sheets)[-1:]
    assert not any("…" in text for text in index.texts)


def test_an_index_is_sorted_by_surname(northwind: Organisation) -> None:
    _, layout, _ = index_of(northwind, whole(page="a4", book=True))
    names = [row.name for page in layout.pages for column in page for row in column]
    assert names[:2] == ["Abernathy-Oh, Thiago", "Abubakar, Fenna"]
    assert names == sorted(names, key=letters)
    assert names.index("Ødegaard, Marisol") < names.index("Okafor-Lind, Tamsin")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Marta Alonso", "Alonso, Marta"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Anna de la Cruz", "de la Cruz, Anna"),
        ("Marta da Silva", "da Silva, Marta"),
        ("Gerard ’t Hooft", "’t Hooft, Gerard"),
        ("Jan Van Dijk", "Van Dijk, Jan"),
        ("Van Nguyen", "Nguyen, Van"),
        ("Martin King Jr.", "King, Martin Jr."),
        ("Ada Lovelace (she/her)", "Lovelace, Ada (she/her)"),
        ("Жанна Щербакова", "Щербакова, Жанна"),
        ("Madonna", "Madonna"),
        ("Alonso, Marta", "Alonso, Marta"),
        ("Ana Cruz & Ben Li", "Ana Cruz & Ben Li"),
        ("Support Bot 3", "Support Bot 3"),
        ("王 芳", "王 芳"),
        ("김 민수", "김 민수"),
        ("יעל כהן", "יעל כהן"),
        ("Jr. III", "Jr. III"),
        ("(open)", "(open)"),
        ("", ""),
    ],
)
def test_surnames(name: str, shown: str) -> None:
    assert surname_first(name) == shown


@given(st.text(max_size=30))
def test_a_name_keeps_its_words(name: str) -> None:
    shown = surname_first(name)
    assert shown == name or sorted(shown.replace(",", "").split()) == sorted(name.split())


def test_a_book_without_an_index(northwind: Organisation) -> None:
    paper = whole(format="pdf", page="a4", index=False)
    data = draw(northwind, NO_TITLES, paper).data
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert len(reader.pages) == len(Bound(northwind, paper).sheets) == 2
    assert "page 1 of 2" in text_of(reader.pages[0])
    assert {page for page, _ in _bookmarks(reader, reader.outline)} == {0, 1}


def test_a_pdf_says_what_it_is(northwind: Organisation) -> None:
    paper = whole(format="pdf", page="a4", language="de", title="People")
    for asked in (paper, replace(paper, book=False, min_font=1.0)):
        data = draw(northwind, NO_TITLES, asked).data
        reader = pypdf.PdfReader(io.BytesIO(data))
        said = dict(reader.metadata or {})
        assert (said["/Title"], said["/Author"]) == ("People", "Northwind Robotics")
        assert reader.trailer["/Root"]["/Lang"] == "de"
        assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
        assert "/CreationDate" not in said
        assert data == draw(northwind, NO_TITLES, asked).data


def test_files_of_pages_lead_to_each_other(large: Organisation, bound: Bound) -> None:
    drawing = draw(large, NO_TITLES, whole(format="svg", page="a4", separate_pages=True))
    names = [name for name, _ in drawing.files]
    assert len(names) == len(set(names)) == len(bound.sheets)
    for (_, data), sheet in zip(drawing.files, bound.sheets, strict=True):
        assert [one.split(b'"')[0].decode() for one in data.split(b'<a href="')[1:]] == [
            names[link.page] for link in sheet.page_links
        ]


_DRAWN = """
import hashlib, sys
sys.path.insert(0, {folder!r})
from organisations import organisation
from chart_samples import whole
from orgcli.chart.draw import draw
from orgcli.model.organisation.organisation import Titles
made = organisation(7, 60, 0, ["assistants", "shares", "states", "departments", "dotted"])
for format in ("svg", "pdf", "dot", "mermaid", "txt"):
    for page in (None, "a4"):
        drawing = draw(made, Titles({{}}), whole(format=format, page=page))
        print(format, page, hashlib.sha256(drawing.data).hexdigest())
"""


def test_the_same_bytes_whatever_the_seed_of_hashes() -> None:
    program = _DRAWN.format(folder=str(Path(__file__).parent))
    said = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "4711")
    ]
    assert said[0] == said[1]
    assert said[0].count(b"\n") == 10


def team(manager: Sequence[int]) -> Organisation:
    return Organisation(
        "Team",
        [
            Position(
                f"p{at}", "Title", holder=("Ann",), reports_to=f"p{above}" if above >= 0 else None
            )
            for at, above in enumerate(manager)
        ],
    )


def test_long_names_above_a_slide_do_not_cut_its_number() -> None:
    names = [f"{'Ann ' * 60}{at}" for at in range(4)]
    chain = [
        Position(f"p{at}", "VP", holder=(name,), reports_to=f"p{at - 1}" if at else None)
        for at, name in enumerate(names)
    ]
    sheets = Bound(Organisation("Long", chain), whole(page="16:9", book=True, min_font=18.0)).sheets
    assert len(sheets) > 1
    for at, sheet in enumerate(sheets):
        assert any(text.endswith(f"· page {at + 1} of {len(sheets)}") for text in sheet.texts)


def test_bookmarks_of_a_long_line_are_not_nested_without_end() -> None:
    """pypdf recurses over the bookmarks above one, so a long enough line ended in a traceback."""
    page = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(10, 10)
    writer.write(page)
    count = 1_200
    pages = [PdfPage(page.getvalue())] * count
    marks = [Bookmark(f"page {at}", at, at - 1 if at else None) for at in range(count)]
    reader = pypdf.PdfReader(io.BytesIO(bind_pages(pages, marks)))
    found = dict(_bookmarks(reader, reader.outline))
    assert sorted(found) == list(range(count))
    assert [found[at][1] for at in range(30)] == [None, *range(29)]
    assert {found[at][1] for at in range(30, count)} == {28}


def test_a_book_has_a_limit() -> None:
    """Pages for so many that nobody turns them are not drawn for minutes, but refused at once."""
    crowd = team([-1, *[0] * 25_000])
    with pytest.raises(TooLarge, match="25,001 positions; a book holds 25,000") as refused:
        draw(crowd, NO_TITLES, whole(format="pdf", page="a4"))
    assert "--root" in refused.value.help


def test_reports_on_many_pages_are_not_looked_at_for_each() -> None:
    """A page of a manager with 10 times the reports takes no longer, within what is common."""
    looked = [_reports_looked_at(count) for count in (300, 3_000)]
    assert looked[1] < 15 * looked[0]


class _Counted(list[int]):
    """A list that counts how often one of it is looked at."""

    looked = 0

    def __iter__(self) -> Iterator[int]:
        for one in super().__iter__():
            _Counted.looked += 1
            yield one


def _reports_looked_at(count: int) -> int:
    """How often a report of one manager is looked at while the pages are numbered and noted."""
    chart = chart_for(team([-1, *[0] * count]), whole(page="a5", min_font=11.0, book=True))
    draft = BookDraft(chart.deck, chart.request, chart.pages[0], ROOMY)
    assert len(draft.pages) > count / 40
    draft.card_pages.reports = [_Counted(one) for one in draft.card_pages.reports]
    _Counted.looked = 0
    draft.book()
    return _Counted.looked


def test_links_of_a_short_index_lie_on_its_words() -> None:
    """Nothing is at the bottom of such a page, so nothing would keep it from being moved."""
    chain = [
        Position(
            f"p{at}", "Deputy", holder=(f"Person {at:02}",), reports_to=f"p{at - 1}" if at else None
        )
        for at in range(12)
    ]
    paper = whole(page="a4", book=True)
    data = draw(Organisation("Short", chain), NO_TITLES, replace(paper, format="pdf")).data
    page = pypdf.PdfReader(io.BytesIO(data)).pages[-1]
    heights: dict[str, float] = {}

    def place(text: str, user: Sequence[float], at: Sequence[float], *_: Any) -> None:
        if text.strip().startswith("Person"):
            heights[text.strip()] = user[1] * at[4] + user[3] * at[5] + user[5]

    page.extract_text(visitor_text=place)
    rects = [link.get_object()["/Rect"] for link in page["/Annots"]]
    assert len(rects) == 12 and heights
    for height in heights.values():
        assert any(float(low) <= height <= float(high) for _, low, _, high in rects)
