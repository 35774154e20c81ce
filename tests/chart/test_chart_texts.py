"""Text formats: every position once, under its manager, and nothing in its text is obeyed."""

import csv
import html
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from chart_samples import forests, hostile, sales_team, tangled, whole, wide_tree
from hypothesis import given, settings
from text_samples import forest, marked_up, matrix

from orgcli.chart.deck.cards import Deck, cards
from orgcli.chart.draw import chart_of, draw
from orgcli.chart.drawing import TooLarge
from orgcli.chart.formats import FORMATS
from orgcli.chart.text.mermaid import mermaid
from orgcli.chart.text.plantuml import plantuml
from orgcli.chart.text.terminal_tree import branches
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from timing import cpu_seconds

GOLDEN = Path(__file__).parent / "golden"
NO_TITLES = Titles({})
TEXTS = ("mermaid", "plantuml", "drawio", "txt")
ORGANISATIONS = (sales_team, tangled, matrix, hostile, marked_up)
Maker = Callable[[], Organisation]


class Read(NamedTuple):
    """A chart read back: names in the order of the text, and who is drawn under whom."""

    names: list[str]
    lines: set[tuple[str, str]]


def text_of(organisation: Organisation, format: str) -> str:
    drawing = draw(organisation, NO_TITLES, whole(format=format))
    assert (drawing.width, drawing.height) == (0, 0)
    assert drawing.positions == len(organisation.positions)
    return drawing.data.decode()


def read_mermaid(text: str) -> Read:
    nodes = dict(re.findall(r'^  (n\d+)\["<b>([^"<>]*)</b>[^"]*"\]$', text, re.MULTILINE))
    said = {
        node: re.sub(r"#(\d+);", lambda found: chr(int(found[1])), name).replace("\u200b", "")
        for node, name in nodes.items()
    }
    edges = re.findall(r"^  (n\d+) --- (n\d+)$", text, re.MULTILINE)
    return Read(list(said.values()), {(said[above], said[at]) for above, at in edges})


def read_plantuml(text: str) -> Read:
    found = re.findall(r"^(\*+)(_?) \*\*(.*?)\*\*(?:\\n.*)?$", text, re.MULTILINE)
    top = len(found[0][0]) + (found[0][1] == "_")
    return _indented(
        [
            (
                len(stars) - top,
                re.sub(r"<U\+(\w+)>", lambda code: chr(int(code[1], 16)), name.split("**")[0])
                .replace("\u200b", ""),
            )
            for stars, boxless, name in found
            if not boxless
        ]
    )  # fmt: skip


def read_txt(text: str) -> Read:
    entries = re.findall(r"^((?:│   |    )*(?:├── |└── )?)(.+?)(?:  .*)?$", text, re.MULTILINE)
    return _indented([(len(guide) // 4, name.replace("\u200b", "")) for guide, name in entries[1:]])


def read_drawio(text: str) -> Read:
    body = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)
    rows = list(csv.DictReader(body.splitlines()))
    said = {row["key"]: html.unescape(row["name"]).replace("\u200b", "") for row in rows}
    assert len(said) == len(rows)
    lines = {(said[row["manager"]], said[row["key"]]) for row in rows if row["manager"]}
    return Read(list(said.values()), lines)


READERS = {
    "mermaid": read_mermaid,
    "plantuml": read_plantuml,
    "drawio": read_drawio,
    "txt": read_txt,
}


def _indented(entries: Sequence[tuple[int, str]]) -> Read:
    path: list[str] = []
    lines = set()
    for depth, name in entries:
        del path[depth:]
        if path:
            lines.add((path[-1], name))
        path.append(name)
    return Read([name for _, name in entries], lines)


def lines_between(deck: Deck) -> set[tuple[str, str]]:
    names = [card.name for card in deck.cards]
    return {(names[above], names[at]) for at, above in enumerate(deck.manager) if above >= 0}


@pytest.mark.parametrize("format", (*TEXTS, "tree"))
@pytest.mark.parametrize(
    "make", [sales_team, tangled, matrix, marked_up], ids=lambda make: make.__name__
)
def test_golden(make: Maker, format: str, golden: Callable[[Path, str], None]) -> None:
    drawing = draw(make(), NO_TITLES, whole(format=format), width=72, color=format == "tree")
    endings = iter(FORMATS[format].endings)
    golden(GOLDEN / f"{make.__name__}{next(endings, '.tree')}", drawing.data.decode())


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("make", ORGANISATIONS, ids=lambda make: make.__name__)
def test_every_position_once_with_its_name(make: Maker, format: str) -> None:
    deck = cards(make(), NO_TITLES)
    read = READERS[format](text_of(make(), format))
    if format == "txt" and make in (hostile, marked_up):
        assert len(read.names) == len(deck.cards)
        return  # A name with two spaces in it is one text to people and two to this reader.
    assert sorted(read.names) == sorted(card.name for card in deck.cards)
    assert read.lines == lines_between(deck)


@settings(max_examples=30)
@given(forests())
def test_any_forest_comes_back(manager: list[int]) -> None:
    organisation = forest(manager)
    deck = cards(organisation, NO_TITLES)
    for format in TEXTS:
        text = text_of(organisation, format)
        read = READERS[format](text)
        if format != "txt" or max(map(len, text.splitlines())) < 160:
            assert read.lines == lines_between(deck), format
        assert sorted(re.findall(r"Name\d+x", text)) == sorted(c.name for c in deck.cards), format
        assert text_of(organisation, format) == text


@pytest.mark.parametrize("format", TEXTS)
def test_ten_thousand_positions_take_so_many_lines(format: str) -> None:
    organisation = forest(wide_tree((9, 10, 10, 10)))
    text = text_of(organisation, format)
    assert len(re.findall(r"Name\d+x", text)) == len(organisation.positions)
    assert len(text) < 150 * len(organisation.positions)


@pytest.mark.parametrize("format", TEXTS)
def test_twenty_thousand_reports_of_one_manager(format: str) -> None:
    chart = chart_of(forest([-1, *[0] * 20_000]), NO_TITLES, whole(format=format))
    seconds, drawing = cpu_seconds(lambda: FORMATS[format].draw(chart))
    assert drawing.positions == 20_001
    assert seconds < 3


@pytest.mark.parametrize("format", (*TEXTS, "tree"))
def test_a_chain_of_five_thousand(format: str) -> None:
    organisation = forest([-1, *range(4_999)])
    text = draw(organisation, NO_TITLES, whole(format=format), width=80).data.decode()
    assert len(re.findall(r"Name\d+x", text)) == 5_000
    if format != "plantuml":
        assert len(text) < 300 * 5_000


def test_a_chain_too_deep_for_plantuml() -> None:
    with pytest.raises(TooLarge, match="too deep for PlantUML") as raised:
        draw(forest([-1, *range(14_999)]), NO_TITLES, whole(format="plantuml"))
    assert "mermaid" in raised.value.help


def test_mermaid_says_when_it_needs_more_than_usual() -> None:
    assert draw(forest([-1] + [0] * 500), NO_TITLES, whole(format="mermaid")).notes == ()
    (note,) = draw(forest([-1] + [0] * 501), NO_TITLES, whole(format="mermaid")).notes
    assert "maxEdges is 501" in note


@pytest.mark.parametrize(("leaves", "direction"), [(1, "TB"), (15, "TB"), (60, "LR")])
def test_mermaid_runs_from_left_to_right_where_it_would_be_too_wide(
    leaves: int, direction: str
) -> None:
    """Its leaves stand beside each other; a long line of single reports is not wide."""
    wide = [Position(f"p{at}", "Engineer", holder=(f"Ann Vasquez {at}",), reports_to="top")
            for at in range(leaves)]  # fmt: skip
    line = [Position(f"l{at}", reports_to=f"l{at - 1}" if at else "top") for at in range(300)]
    text = text_of(Organisation("Wide", [Position("top"), *wide, *line]), "mermaid")
    assert f"\nflowchart {direction}\n" in text


def test_mermaid_has_our_lines_and_no_other() -> None:
    for make in ORGANISATIONS:
        *front, body = text_of(make(), "mermaid").split("---\n")
        assert re.fullmatch(r'title: "[^"]*"\n', front[-1])
        for line in body.splitlines()[1:]:
            assert re.fullmatch(
                r'  (n\d+\["[^"`%{}]*"\]|n\d+ --- n\d+|%% n\d+ -\.-(\|"[^"`%{}]*"\|)? n\d+'
                r"|classDef \w+ [\w:#,\- ]+|class [n\d,]+ \w+)",
                line,
            ), line
            assert "$$" not in line and ":fa-" not in line and "\\" not in line


def test_plantuml_has_our_lines_and_no_other() -> None:
    for make in ORGANISATIONS:
        head, _, body = text_of(make(), "plantuml").partition("</style>\n")
        assert head.startswith("@startwbs\n<style>") and body.endswith("\n@endwbs\n")
        for line in body.splitlines()[:-1]:
            assert re.match(r"title \S|\*+_? \*\*[^*]+\*\*(\\n|$| <<)", line), line
            rest = re.sub(r"<U\+[0-9A-F]{4}>|</?color(:#\w{6})?>|<<\w+>>|\\n|■", "", line)
            assert not re.search(r"[<>\[\]!%@~\"\\`$#|;=]|//|--|__", rest.lstrip("*_")), line


def test_drawio_has_cells_that_any_reader_takes_the_same() -> None:
    for make in ORGANISATIONS:
        text = text_of(make(), "drawio")
        head = [line for line in text.splitlines() if line.startswith("#")]
        body = text.splitlines()[len(head) :]
        for line in body[1:]:
            assert re.fullmatch(r'("[^"\\<>%]*",){10}"\w+"', line), line
            assert not re.search(r"\"[=+@\t'-]", line)
        assert not any(line.endswith("\\") for line in head)
        said = dict(line[2:].split(": ", 1) for line in head if not line.startswith("##"))
        kinds = {row["kind"] for row in csv.DictReader(body)}
        assert set(json.loads(said["labels"])) == kinds
        assert set(json.loads(said["styles"])) == {"filled", "open", "planned", "closed"}
        assert json.loads(said["connect"])["to"] == "key"


def test_drawio_gives_everything_back() -> None:
    deck = cards(marked_up(), NO_TITLES)
    body = [line for line in text_of(marked_up(), "drawio").splitlines() if line[0] != "#"]
    for row, card in zip(csv.DictReader(body), deck.cards, strict=True):
        back = {name: html.unescape(value).replace("\u200b", "") for name, value in row.items()}
        assert (back["key"], back["name"], back["title"]) == (card.key, card.name, card.title)
        assert (back["department"], back["state"]) == (card.department, card.state)


def test_dotted_lines() -> None:
    deck = cards(matrix(), NO_TITLES)
    assert [tuple(edge) for edge in deck.dotted] == [(2, 1, "forecasting"), (2, 3, ""), (3, 3, "")]
    mermaid = text_of(matrix(), "mermaid")
    assert '  %% n2 -.-|"forecasting"| n3\n  %% n4 -.- n3\n' in mermaid
    words = "dotted to Chief Financial Officer (forecasting)"
    assert f"<small>{words}</small><br><small>dotted to Chair</small>" in mermaid
    assert f"  … {words}, dotted to Chair\n" in text_of(matrix(), "txt")
    assert f"<color:#59636e>{words}</color>" in text_of(matrix(), "plantuml")
    assert '"analyst","ceo","cfo,chair",' in text_of(matrix(), "drawio")


def on_a_day(make: Maker, format: str) -> str:
    asked = whole(as_of=date(2027, 7, 1), chain=make().positions[-1].id)
    return draw(make(), NO_TITLES, replace(asked, format=format)).data.decode()


def test_the_day_stands_below_the_title() -> None:
    assert on_a_day(matrix, "txt").startswith("Matrix\non 2027-07-01\n* line to the top\n\n")
    assert 'title: "Matrix, on 2027-07-01"\n' in on_a_day(matrix, "mermaid")
    assert "\n*_ **Matrix**\\non 2027-07-01\n" in on_a_day(matrix, "plantuml")
    assert "\ntitle Northwind Robotics<U+003A> sales\\non 2027-07-01\n" in on_a_day(
        sales_team, "plantuml"
    )
    assert on_a_day(matrix, "drawio").startswith("## Matrix\n## on 2027-07-01\n")


def test_a_chart_without_a_title_says_its_day() -> None:
    deck = replace(cards(sales_team(), NO_TITLES), title="", day="2027-07-01")
    assert branches(deck).startswith("on 2027-07-01\n\nPriya")
    assert mermaid(deck).startswith('---\ntitle: "on 2027-07-01"\n---\n')
    assert "\ntitle on 2027-07-01\n" in plantuml(deck)


@pytest.mark.parametrize("make", [sales_team, matrix], ids=lambda make: make.__name__)
def test_the_line_to_the_top_is_marked(make: Maker) -> None:
    asked = whole(as_of=date(2027, 7, 1), chain=make().positions[-1].id)
    deck = chart_of(make(), NO_TITLES, asked).deck
    on_line = [card.name for card in deck.cards if card.chain]
    txt = on_a_day(make, "txt").split("\n\n", 1)[1]
    marked = re.findall(r"^[│├└─ ]*\* (.+?)(?:  .*)?$", txt, re.MULTILINE)
    assert marked == on_line and len(on_line) > 1
    (members,) = re.findall(r"^  class ([n\d,]+) chain$", on_a_day(make, "mermaid"), re.MULTILINE)
    assert len(members.split(",")) == len(on_line)
    styles, _, body = on_a_day(make, "plantuml").partition("</style>\n")
    assert "  .chain {\n" in styles and body.count(" <<chain>>") == len(on_line)
    assert styles.index(".chain") < styles.index(".trouble"), "faults come through"
    assert on_a_day(make, "drawio").count("line to the top") == len(on_line)


def test_without_a_chain_nothing_speaks_of_it() -> None:
    for format in TEXTS:
        assert "chain" not in text_of(sales_team(), format)
        assert "line to the top" not in text_of(sales_team(), format)
