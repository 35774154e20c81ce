"""What a chart says exists in every language, says the same there, and fits."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from orgcli.chart.deck.card_fields import FIELDS
from orgcli.chart.deck.cards import Deck, cards
from orgcli.chart.deck.selection import select, stranded_marks
from orgcli.chart.graphviz.sheet import Sheet, description, sheet
from orgcli.chart.graphviz.svg import accessible_svg
from orgcli.chart.paper.card_text import COMPACT, MARK_SIZE, NAME_SIZE
from orgcli.chart.paper.heading import LEGEND_SIZE, SUBTITLE_SIZE, heading, legend
from orgcli.chart.paper.page_fitting import fit_to_screen
from orgcli.chart.paper.text_width import BOLD, REGULAR, width, wrap
from orgcli.chart.text.drawio import drawio
from orgcli.chart.text.mermaid import mermaid
from orgcli.chart.text.plantuml import plantuml
from orgcli.chart.text.terminal_tree import branches
from orgcli.language.tags import ENGLISH, LANGUAGES, speak
from orgcli.language.words import ChartWords, Counted, PageWords
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import DottedLine, Position
from orgcli.model.organisation.snapshot import snapshot
from orgcli.model.project import role_titles
from orgcli.model.request.chart_request import ChartRequest
from orgcli.read.organisation.project import read_project

GOLDEN = Path(__file__).parent / "golden"
OTHERS = [tag for tag in LANGUAGES if tag != ENGLISH]
NO_TITLES = Titles({})
DAY = date(2027, 7, 1)

EVERY_LINE = Organisation(
    "Östersjön",
    [
        Position("ceo", "CEO", holder=("Ann Abel",), department="Nord", level=9),
        Position("pa", "PA", holder=("Vera Cruz",), reports_to="ceo", assistant=True),
        Position("cfo", "CFO", reports_to="ceo", department="Nord"),
        Position(
            "fin", "IR", holder=("Ida Mo", "Bo Ek"), reports_to="cfo", fte=0.5, level=4,
            start=date(2027, 1, 1), end=date(2027, 12, 31),
            dotted_lines=(DottedLine("ceo", "IPO"), DottedLine("cfo")),
        ),
        Position("team", "AE", holder=("Zoë",), reports_to="fin", headcount=12),
        Position("soon", "CRO", holder=("Li",), reports_to="ceo", status="planned"),
        Position("gone", "CTO", reports_to="ceo", status="closed"),
        Position("past", "CMO", reports_to="ceo", end=date(2027, 6, 30)),
        Position("dev", "SRE", holder=("Udo",), reports_to="gone"),
        Position("pr", "PR", holder=("Eva",), reports_to="past", status="filled"),
        Position("x", "X1", reports_to="y"),
        Position("y", "Y1", holder=("Yve",), reports_to="x"),
        Position("z", "Z1", holder=("Zac",), reports_to="z"),
        Position("u", "U1", holder=("Uma",), reports_to="nil"),
        Position("u", "U2", holder=("Ugo",)),
        Position(" "),
    ],
)  # fmt: skip
EVERYTHING = ChartRequest(show_closed=True)
WHOLE = ChartRequest(chain="team", color_by="status", fields=FIELDS, show_closed=True)
ON_A_DAY = ChartRequest(as_of=DAY, depth=1, chain="fin", color_by="level")


def in_language(
    tag: str,
    organisation: Organisation = EVERY_LINE,
    request: ChartRequest = EVERYTHING,
) -> Deck:
    words = speak(tag).chart
    there = snapshot(organisation, request.day, closed=request.show_closed)
    deck = cards(there.organisation, NO_TITLES, request, stranded_marks(there, words), words)
    return select(deck, there.organisation, organisation, NO_TITLES, request)


def decks_in(tag: str) -> list[Deck]:
    return [in_language(tag, EVERY_LINE, asked) for asked in (WHOLE, ON_A_DAY)]


def templates(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the words, by the name of its field."""
    if isinstance(value, ChartWords | PageWords):
        for one in fields(value):
            yield from templates(getattr(value, one.name), f"{name}.{one.name}".lstrip("."))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from templates(one, f"{name}.{key}")
    elif isinstance(value, Counted):
        yield from ((f"{name}.one", value.one), (f"{name}.more", value.more))
    else:
        assert isinstance(value, str)
        yield name, value


def places(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_word_says_what_the_english_one_says(tag: str) -> None:
    english, said = (dict(templates(speak(one).chart)) for one in (ENGLISH, tag))
    assert said["tag"] == tag
    assert said.keys() == english.keys()
    for name, text in said.items():
        assert text.strip() == text and text, name
        assert places(text) == places(english[name]), name


@pytest.mark.parametrize("tag", OTHERS)
def test_no_word_is_left_in_english(tag: str) -> None:
    english, said = (dict(templates(speak(one).chart)) for one in (ENGLISH, tag))
    same = {name for name, text in said.items() if text == english[name]}
    assert same <= {"fte"}, "what people say in that language too"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_golden(tag: str, golden: Callable[[Path, str], None]) -> None:
    text = "\n".join(map(branches, decks_in(tag)))
    golden(GOLDEN / f"every_line.{tag}.txt", text)


_FOR_PROGRAMS = re.compile(
    r"^(# |key,|  class|  \.|style|wbs).*$|<<\w+>>|\"\w*\"\n|&#\d+;|#\d+;|<[^<>]*>", re.MULTILINE
)


def empty_svg(painted: Sheet) -> str:
    """As Graphviz writes it, with nothing in its elements, of which each item has one."""
    count = 1 + sum(len(group.items) for group in painted.painting)
    return (
        '<svg width="1pt" height="1pt"\n viewBox="0 0 1 1" >\n'
        '<g id="graph0" class="graph" transform="scale(1)">\n<title>orgchart</title>\n'
    ) + "<text/>\n" * count


def words_in(deck: Deck) -> set[str]:
    """All words that people read in a chart, in small letters."""
    painted = sheet(replace(deck, title=""), fit_to_screen(replace(deck, title="")))
    svg = accessible_svg(empty_svg(painted), painted, deck.words)
    kind = re.findall('aria-roledescription="(.*?)"', svg)
    texts = [drawio(deck), mermaid(deck), plantuml(replace(deck, title="")), branches(deck)]
    texts += [svg, *kind, *painted.texts]
    texts += [description(deck, at) for at in range(len(deck.cards))]
    said = (_FOR_PROGRAMS.sub(" ", text) for text in texts)
    return {word.lower() for text in said for word in re.findall(r"[^\W\d_]+", text)}


def words_of(tag: str) -> set[str]:
    """All words of a language that a chart may say, without those of the page."""
    texts = (
        re.sub(r"\{\w+\}", " ", text)
        for name, text in templates(speak(tag).chart)
        if not name.startswith(("page.", "tag", "into_drawio"))
    )
    return {word.lower() for text in texts for word in re.findall(r"[^\W\d_]+", text)}


@pytest.mark.parametrize("tag", OTHERS)
def test_no_format_speaks_english(tag: str) -> None:
    """Nothing of an English template, but words of the language, keys and letters."""
    foreign = words_of(ENGLISH) - words_of(tag) - {"no", "name", "a"}
    decks = decks_in(tag)
    menu = set(re.findall(r"\w+", speak(tag).chart.into_drawio.lower()))
    assert not (set.union(*map(words_in, decks)) & foreign) - menu
    english = set.union(*map(words_in, decks_in(ENGLISH))) & foreign
    assert len(english) > 25, "what would be found"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_structure_is_the_same_in_every_language(tag: str) -> None:
    for deck, english in zip(decks_in(tag), decks_in(ENGLISH), strict=True):
        assert [card.key for card in deck.cards] == [card.key for card in english.cards]
        assert deck.manager == english.manager
        assert [len(card.marks) for card in deck.cards] == [
            len(card.marks) for card in english.cards
        ]
        assert [one.color for one in deck.legend] == [one.color for one in english.legend]


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("by", ["department", "level", "role", "location", "status", "none"])
def test_every_line_of_the_head_fits(tag: str, by: str) -> None:
    """Nothing is wider than the narrowest page, or it would be cut off."""
    deck = in_language(
        tag, EVERY_LINE, ChartRequest(as_of=DAY, chain="team", color_by=by, show_closed=True)
    )
    deck = replace(deck, others=0 if by in ("status", "none") else 12_345, whole=54_321)
    head, foot = heading(deck, 300), legend(deck, 0)
    assert head.width <= 300
    assert width(head.subtitle, SUBTITLE_SIZE, REGULAR) <= head.width
    assert len(foot.items) >= 2 and foot.width <= 300
    labels = [item.sample.entry.label for item in foot.items]
    assert "…" not in "".join(labels), "only names of groups may be cut"
    for item, label in zip(foot.items, labels, strict=True):
        assert item.x + item.sample.width + width(label, LEGEND_SIZE, REGULAR) <= foot.width


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_said_on_a_card_is_not_cut(tag: str) -> None:
    """An id of usual length stands in every mark, and short phrases take one line."""
    words, room = speak(tag).chart, COMPACT.text_width
    one = "head-of-marketing"
    marks = (words.not_found, words.is_closed, words.ended_on, words.duplicate, words.ring)
    for mark in (*marks, words.to_itself, words.in_ring):
        lines = wrap(mark.format(id=one, name=one, day=DAY), room, MARK_SIZE, REGULAR)
        assert "…" not in "".join(lines), lines
    notes = [words.below.format(count=12_345), words.below_on_page.format(count=1234, page=99)]
    notes += [words.continued_on.one.format(pages=99), words.continued_on.more.format(pages="9-12")]
    assert all(width(note, MARK_SIZE, REGULAR) <= room for note in notes), notes
    nobody = [f"({state})" for state in dict(words.states).values()]
    for name in (*nobody, words.unnamed, words.more_holders.format(count=99)):
        assert width(name, NAME_SIZE, BOLD) <= room, name


def test_numbers_choose_their_template() -> None:
    words = speak("sv").chart
    assert words.positions.phrase(1) == "1 befattning"
    assert words.positions.phrase(12) == "12 befattningar"
    assert words.continued_on.of(2).format(pages="3, 4") == "fortsätter på sidorna 3, 4"
    assert "0,5 VZÄ" in branches(decks_in("de")[0])
    assert "0.5 FTE" in branches(decks_in("en")[0])


def test_words_take_names_as_they_are() -> None:
    odd = Organisation(
        "{title}",
        [
            Position("a", holder=("{0}",), reports_to="{id}"),
            Position("b", "{name}", reports_to="a", dotted_lines=(DottedLine("b", "{day}"),)),
            Position("c", reports_to="c{}", start=DAY),
        ],
    )
    text = branches(in_language("de", odd))
    assert "{title}" in text and "{0}" in text
    assert "Leitung {id} nicht gefunden" in text
    assert "gestrichelte Linie zu {name} ({day})" in text


def test_a_manager_without_holder_is_spoken_of_by_title() -> None:
    deck = in_language(ENGLISH)
    at = next(at for at, card in enumerate(deck.cards) if card.key == "fin")
    assert description(deck, at) == "Ida Mo / Bo Ek, IR, reports to CFO"
    german = description(in_language("de"), at)
    assert german == "Ida Mo / Bo Ek, IR, berichtet an CFO"


ORG = """\
organisation: Team
positions:
  - {id: a, role: head-of-sales-strategy, holder: Ann}
  - {id: b, role: partner-lead, reports_to: a}
  - {id: c, role: partner-lead, title: Boss, reports_to: a}
"""


def test_roles_have_their_titles_in_the_language(tmp_path: Path) -> None:
    (tmp_path / "roles" / "sv").mkdir(parents=True)
    (tmp_path / "org.yaml").write_text(ORG)
    (tmp_path / "roles" / "partner-lead.yaml").write_text("role: partner-lead\ntitle: Partners\n")
    (tmp_path / "roles" / "sv" / "partner-lead.yaml").write_text(
        "translation: partner-lead\ntitle: Partneransvarig\n"
    )
    project = read_project([tmp_path])
    assert role_titles(project).by_role == {
        "head-of-sales-strategy": "Head of Sales Strategy", "partner-lead": "Partners",
    }  # fmt: skip
    assert role_titles(project, "sv").by_role["partner-lead"] == "Partneransvarig"
    assert role_titles(project, "de").by_role["partner-lead"] == "Partners"
    assert role_titles(project, "sv").by_role["head-of-sales-strategy"] == "Chef för säljstrategi"
