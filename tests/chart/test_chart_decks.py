"""A deck: an overview, then the branches, each on slides of its own."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from chart_samples import whole
from drawn_dot import drawn, faults
from hypothesis import given, settings
from hypothesis import strategies as st
from organisations import organisation, organisations

from orgcli.chart.book.book_page import Book, BookPage
from orgcli.chart.draw import chart_of
from orgcli.chart.paper.themes import LIGHT
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.read.organisation.project import read_project

EXAMPLES = Path(__file__).parents[2] / "examples"


def deck_of(made: Organisation, **more: object) -> Book:
    book = chart_of(made, Titles({}), whole(page="16:9", book=True, **more)).book
    assert book
    return book


def branches_of(book: Book, page: BookPage) -> set[str]:
    """The reports of the top below whom the cards of a page stand, but for heads on their own."""
    manager, keys = book.deck.manager, [card.key for card in book.deck.cards]
    number = {key: at for at, key in enumerate(keys)}
    found = set()
    for card in page.deck.cards:
        at = number[card.key]
        while manager[at] >= 0 and manager[manager[at]] >= 0:
            at = manager[at]
        found.add(keys[at])
    return found


def example(name: str) -> Organisation:
    (made,) = read_project([EXAMPLES / name]).organisations
    return made


@pytest.fixture(scope="module")
def northwind_deck() -> Book:
    return deck_of(example("northwind-robotics"))


def test_the_overview_is_the_top_with_its_reports(northwind_deck: Book) -> None:
    first, *others = northwind_deck.pages
    deck = northwind_deck.deck
    top = deck.manager.index(-1)
    reports = [deck.cards[at].key for at, above in enumerate(deck.manager) if above == top]
    assert [card.key for card in first.deck.cards] == [deck.cards[top].key, *reports]
    heads = [page.deck.cards[page.deck.manager.index(-1)].key for page in others]
    leading = [one for one in reports if deck.cards[[c.key for c in deck.cards].index(one)].direct]
    assert [head for head in heads if head in reports] == leading, "a slide each, in file order"


def test_slides_say_who_is_above(northwind_deck: Book) -> None:
    first, *others = northwind_deck.pages
    assert first.deck.way == ()
    for page in others:
        assert page.deck.way[0] == first.deck.cards[0].name
        assert page.fitted.head.subtitle.startswith(" › ".join(page.deck.way))


def test_a_deck_has_no_index_and_its_names_can_be_read(northwind_deck: Book) -> None:
    assert len(list(northwind_deck.sheets(LIGHT))) == len(northwind_deck.pages)
    assert northwind_deck.name_sizes[0] >= 12


@settings(max_examples=40)
@given(organisations(120), st.sampled_from([8.0, 12.0]))
def test_any_deck(made: Organisation, least: float) -> None:
    """Every branch on slides of its own, everybody somewhere, nothing covered or cut off."""
    book = deck_of(made, min_font=least)
    seen = set[str]()
    for page, sheet in zip(book.pages, book.sheets(LIGHT), strict=False):
        assert list(faults(drawn(sheet.dot()))) == []
        seen.update(card.key for card in page.deck.cards)
    assert seen == {card.key for card in book.deck.cards}


@pytest.mark.parametrize("seed", range(4))
def test_no_slide_mixes_branches_but_the_overview(seed: int) -> None:
    made = organisation(seed, 200, 0, ())
    book = deck_of(made)
    tops = {card for card, above in enumerate(book.deck.manager) if above < 0}
    for page in book.pages:
        heads: Sequence[int] = [at for at, above in enumerate(page.deck.manager) if above < 0]
        keys = {card.key for card in (book.deck.cards[top] for top in tops)}
        if not any(page.deck.cards[head].key in keys for head in heads):
            assert len(branches_of(book, page)) == 1


def test_nine_people_on_a_slide_have_large_names() -> None:
    chart = chart_of(example("startup"), Titles({}), whole(page="16:9"))
    assert chart.book is None
    assert chart.fitted.name_size >= 16
