"""Each chart in text comes back: the same positions, titles, holders, lines and statuses."""

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from organisations import organisations

from orgcli.chart.chart import Chart
from orgcli.chart.deck.cards import Card, Deck, cards
from orgcli.chart.deck.outline import outline
from orgcli.chart.formats import FORMATS
from orgcli.language.tags import LANGUAGES, speak
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import DottedLine, Position
from orgcli.model.request.chart_request import ChartRequest
from orgcli.model.source.source import Source
from orgcli.read.entries import Entries, TableOptions
from orgcli.read.formats import TEXT_FORMATS, entries_in, text_format
from orgcli.read.organisation.positions import validate

NO_TITLES = Titles({})
FORMATS_IN_TEXT = {
    "mermaid": "Mermaid", "plantuml": "PlantUML", "drawio": "draw.io CSV", "dot": "DOT",
    "txt": "text tree",
}  # fmt: skip
IN_OUTLINE_ORDER = ("plantuml", "txt")
LINES_IN_WORDS = ("plantuml", "txt")


def written(deck: Deck, format: str) -> str:
    return FORMATS[format].draw(Chart(deck, ChartRequest(format=format))).data.decode()


def read(text: str, format: str) -> Entries:
    return entries_in(TEXT_FORMATS[FORMATS_IN_TEXT[format]], Source("x", text), TableOptions())


def shown(text: str) -> str:
    """A text without the spaces that have no width, which no name differs in."""
    return text.replace("\u200b", "").strip()


def of_card(card: Card) -> tuple[object, ...]:
    title = card.title or ("" if card.holders else card.name)
    holders = tuple(filter(None, map(shown, card.holders)))
    return (holders, shown(title), card.state, shown(card.department), card.headcount,
            card.assistant)  # fmt: skip


def of_position(one: Position) -> tuple[object, ...]:
    return (one.holder, one.title or "", one.state, one.department or "", one.headcount,
            one.assistant)  # fmt: skip


@pytest.mark.parametrize("format", FORMATS_IN_TEXT)
@settings(max_examples=40)
@given(organisations(most=60))
def test_a_chart_comes_back(format: str, made: Organisation) -> None:
    deck = cards(made, NO_TITLES)
    entries = read(written(deck, format), format)
    order = range(len(deck.cards))
    if format in IN_OUTLINE_ORDER:
        order = [entry.card for entry in outline(deck.manager)]
    positions = validate(entries, Position).values
    if format == "txt" and not any(card.total for card in deck.cards):
        return  # a list of names: nothing says that they are a tree
    assert [of_position(one) for one in positions] == [of_card(deck.cards[at]) for at in order]
    number = {one.id: at for at, one in zip(order, positions, strict=True)}
    managers = [number.get(one.reports_to or "", -1) for one in positions]
    assert managers == [deck.manager[at] for at in order]
    lines = {
        (number[one.id], number[line.to], line.purpose or "")
        for one in positions
        for line in one.dotted_lines
    }
    wanted = {(edge.card, edge.to, shown(edge.purpose)) for edge in deck.dotted}
    looped = format == "dot" and any(edge.card == edge.to for edge in deck.dotted)
    if format in LINES_IN_WORDS or looped:  # names may be those of several
        unsaid = [one for one in entries.findings if one.code == "ORG108"]
        assert lines <= wanted and len(lines) + len(unsaid) >= len(wanted)
    else:
        assert lines == wanted
        assert not entries.findings


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS_IN_TEXT)
def test_in_any_language(format: str, language: str) -> None:
    made = Organisation("x", [
        Position("a", "Chief", holder=("Ada", "Ben / Cy")),
        Position("b", "Head", reports_to="a", status="planned", assistant=True, headcount=3),
        Position("c", "Head of it", holder=("Dee",), status="closed", reports_to="b",
                 dotted_lines=(DottedLine("a"),)),
        Position("d", None, holder=("Eve",), reports_to="b", department="Sales · open"),
        Position("e", "Storage", status="filled", reports_to="b", department="planned"),
    ])  # fmt: skip
    deck = cards(made, NO_TITLES, words=speak(language).chart)
    entries = read(written(deck, format), format)
    positions = validate(entries, Position).values
    assert sorted(map(str, map(of_position, positions))) == sorted(
        map(str, map(of_card, deck.cards))
    )


@pytest.mark.parametrize("title", ["Northwind", 'a "b" & <i> \\N &amp;', "long " * 60])
def test_the_title_of_dot_comes_back_whole(title: str) -> None:
    deck = cards(Organisation(title, [Position("a", "Chief")]), NO_TITLES)
    assert read(written(deck, "dot"), "dot").title == deck.title.strip()


@pytest.mark.parametrize(("format", "ending"), [
    ("mermaid", "x.mmd"), ("plantuml", "x.puml"), ("drawio", "x.drawio.csv"), ("dot", "x.gv"),
    ("txt", "x.txt"), ("mermaid", "<stdin>"), ("plantuml", "<stdin>"), ("drawio", "<stdin>"),
    ("dot", "<stdin>"), ("txt", "<stdin>"), ("mermaid", "x.txt"), ("drawio", "x.csv"),
])  # fmt: skip
def test_its_format_is_recognised(format: str, ending: str) -> None:
    made = Organisation("x", [Position("a", "Chief"), Position("b", reports_to="a")])
    text = written(cards(made, NO_TITLES), format)
    assert text_format(Source(ending, text)) is TEXT_FORMATS[FORMATS_IN_TEXT[format]]


CHANGES: Sequence[tuple[str, Callable[[str], str]]] = [
    ("mermaid", lambda text: text.replace("<b>Ada</b>", "<b>Zoe</b>")),
    ("plantuml", lambda text: text.replace("**Ada**", "**Zoe**")),
    ("drawio", lambda text: text.replace('"Ada"', '"Zoe"')),
    ("txt", lambda text: text.replace("Ada", "Zoe")),
]


@pytest.mark.parametrize(("format", "change"), CHANGES, ids=[name for name, _ in CHANGES])
def test_what_somebody_changed_is_read(format: str, change: Callable[[str], str]) -> None:
    made = Organisation("x", [
        Position("a", "Chief", holder=("Ada",)), Position("b", "Head", reports_to="a"),
    ])  # fmt: skip
    text = change(written(cards(made, NO_TITLES), format))
    assert re.search("Zoe", text)
    assert read(text, format).records[0]["holder"] == "Zoe"


def test_nothing_hidden_is_written() -> None:
    """A chart without names holds none anywhere."""
    made = Organisation("x", [
        Position("a", "Chief", holder=("Ada Okafor",)), Position("b", "Head", reports_to="a"),
    ])  # fmt: skip
    request = ChartRequest(fields=("title",))
    for format in FORMATS_IN_TEXT:
        text = written(cards(made, NO_TITLES, request), format)
        assert "Okafor" not in text
