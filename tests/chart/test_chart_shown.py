"""What is shown: a branch, some layers, the line to the top, a day; how cards look."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from chart_samples import forests, hostile, sales_team, tangled
from hypothesis import given
from hypothesis import strategies as st
from test_chart_palette import SEEN, lab
from typer.testing import CliRunner, Result

from orgcli.chart.color.palette import NEUTRAL, PALETTE, luminance, ramp
from orgcli.chart.deck.card_fields import FIELDS
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.deck.coloring import COLOR_BY, MOST_LEVELS
from orgcli.chart.draw import chart_of, draw
from orgcli.chart.drawing import SelectionError
from orgcli.chart.formats import FORMATS
from orgcli.chart.paint.items import PaintedPath
from orgcli.chart.paper.card_text import card_text
from orgcli.chart.paper.themes import DARK, LIGHT, THEMES
from orgcli.cli.app import app
from orgcli.model.organisation.organisation import Department, Organisation, Titles
from orgcli.model.organisation.position import Contact, Position
from orgcli.model.request.chart_request import ChartRequest

NO_TITLES = Titles({})
TEXTS = ("mermaid", "plantuml", "drawio", "tree", "txt", "dot", "svg")


def deck_of(organisation: Organisation, show_closed: bool = True, **asked: object) -> Deck:
    request = ChartRequest(show_closed=show_closed, **asked)  # type: ignore[arg-type]
    return chart_of(organisation, NO_TITLES, request).deck


def look_of(
    organisation: Organisation,
    color_by: str = "department",
    *,
    titles: Titles = NO_TITLES,
    **asked: object,
) -> Deck:
    request = ChartRequest(color_by=color_by, show_closed=True, **asked)  # type: ignore[arg-type]
    return chart_of(organisation, titles, request).deck


def under(deck: Deck) -> dict[str, str | None]:
    """Per card the one it is drawn under."""
    keys = [card.key for card in deck.cards]
    return {
        key: keys[above] if above >= 0 else None
        for key, above in zip(keys, deck.manager, strict=True)
    }


def by_key(deck: Deck) -> dict[str, Card]:
    return {card.key: card for card in deck.cards}


def team(manager: list[int], closed: frozenset[int] = frozenset()) -> Organisation:
    return Organisation(
        "Team",
        [
            Position(
                f"p{at}",
                reports_to=f"p{above}" if above >= 0 else None,
                status="closed" if at in closed else None,
            )
            for at, above in enumerate(manager)
        ],
    )


def line_of(manager: list[int], at: int) -> list[int]:
    line = []
    while at >= 0:
        line.append(at)
        at = manager[at]
    return line


def test_a_branch_has_its_top_and_all_below() -> None:
    deck = deck_of(sales_team(), root="vp")
    assert under(deck) == {"vp": None, "ae-1": "vp", "ae-2": "vp", "ae-3": "vp", "ae-4": "vp"}
    assert [one.name for one in deck.legend] == ["Sales"]
    assert (deck.whole, deck.others) == (9, 0)
    assert by_key(deck)["vp"] == by_key(deck_of(sales_team()))["vp"], "its colour stays"


def test_layers_left_out_are_counted() -> None:
    deck = deck_of(sales_team(), depth=1)
    assert list(under(deck)) == ["cro", "ea", "vp", "sdr"]
    left_out = {card.key: card.left_out for card in deck.cards}
    assert left_out == {"cro": 0, "ea": 0, "vp": 3, "sdr": 12}
    assert card_text(by_key(deck)["sdr"]).notes == ("+12 below",)
    assert card_text(by_key(deck)["sdr"]).total == "12"
    text = draw(sales_team(), NO_TITLES, ChartRequest(format="txt", depth=0)).data.decode()
    assert text.endswith("3 direct, 18 below · 18 not shown\n")


def test_closed_positions_that_are_left_out_are_counted_where_nobody_else_is() -> None:
    organisation = team([-1, 0, 0], closed=frozenset({1, 2}))
    assert deck_of(organisation, depth=0).cards[0].left_out == 2


def test_the_line_to_the_top_stands_out_and_is_not_cut() -> None:
    deck = deck_of(sales_team(), chain="ae-3", depth=0)
    assert under(deck) == {"cro": None, "vp": "cro", "ae-3": "vp"}
    assert all(card.chain for card in deck.cards)
    assert by_key(deck)["vp"].left_out == 2
    text = draw(sales_team(), NO_TITLES, ChartRequest(format="dot", chain="ae-3")).data.decode()
    edges = [line for line in text.splitlines() if " -> " in line]
    lit = [line.partition(" [")[0] for line in edges if 'color="#0550ae" penwidth=2.25' in line]
    assert lit == ['"cro" -> "vp"', '"vp" -> "ae-3"']
    assert (
        "line to the top" in chart_of(sales_team(), NO_TITLES, ChartRequest(chain="vp")).sheet.texts
    )


def test_nothing_thin_is_drawn_over_the_line_that_stands_out() -> None:
    """Lines of other colours are behind it, and cards upon it."""
    painting = chart_of(sales_team(), NO_TITLES, ChartRequest(chain="vp")).sheet.painting
    kinds = [group.kind for group in painting]
    lines = [item for group in painting if group.kind == "edge" for item in group.items]
    assert all(isinstance(item, PaintedPath) for item in lines)
    colors = [item.color for item in lines if isinstance(item, PaintedPath)]
    assert colors[-1] == LIGHT.chain and colors.count(LIGHT.chain) == 1
    assert [item.weight for item in lines if isinstance(item, PaintedPath)][-1] == LIGHT.weight
    assert max(at for at, kind in enumerate(kinds) if kind == "edge") < kinds.index("node")


@given(forests(40), st.data())
def test_every_card_of_the_branch_and_the_layers_is_there_once(
    manager: list[int], data: st.DataObject
) -> None:
    card = st.integers(0, len(manager) - 1)
    root = data.draw(st.none() | card)
    depth = data.draw(st.none() | st.integers(0, 8))
    chain = data.draw(st.none() | card)
    lines = [line_of(manager, at) for at in range(len(manager))]
    wanted = []
    for at, line in enumerate(lines):
        if root is not None and root not in line:
            continue
        layer = len(line) - 1 if root is None else line.index(root)
        on_chain = chain is not None and at in lines[chain]
        if depth is None or layer <= depth or on_chain:
            wanted.append(at)
    ids = [None if one is None else f"p{one}" for one in (root, chain)]
    if root is not None and chain is not None and root not in lines[chain]:
        with pytest.raises(SelectionError, match="is not below"):
            deck_of(team(manager), root=ids[0], depth=depth, chain=ids[1])
        return
    deck = deck_of(team(manager), root=ids[0], depth=depth, chain=ids[1])
    assert [one.key for one in deck.cards] == [f"p{at}" for at in wanted]
    tops = sum(above < 0 for above in deck.manager)
    branch = [at for at, line in enumerate(lines) if root is None or root in line]
    assert sum(one.left_out for one in deck.cards) == len(branch) - len(wanted)
    assert tops == (sum(above < 0 for above in manager) if root is None else 1)
    assert {one.key for one in deck.cards if one.chain} <= {f"p{at}" for at in wanted}


@given(forests(40), st.data())
def test_only_closed_positions_are_hidden(manager: list[int], data: st.DataObject) -> None:
    closed = data.draw(st.frozensets(st.integers(0, len(manager) - 1), max_size=len(manager) - 1))
    deck = deck_of(team(manager, closed), show_closed=False)
    there = [at for at in range(len(manager)) if at not in closed]
    assert [card.key for card in deck.cards] == [f"p{at}" for at in there]
    drawn = under(deck)
    for at in there:
        above = next((one for one in line_of(manager, at)[1:] if one not in closed), None)
        assert drawn[f"p{at}"] == (None if above is None else f"p{above}")
        is_stranded = manager[at] in closed
        assert by_key(deck)[f"p{at}"].marks == (
            (f"manager p{manager[at]} is closed",) if is_stranded else ()
        )


@given(forests(20), st.data())
def test_a_ring_loses_nobody_either(manager: list[int], data: st.DataObject) -> None:
    above = data.draw(
        st.lists(st.integers(-1, len(manager) - 1), min_size=len(manager), max_size=len(manager))
    )
    closed = data.draw(st.frozensets(st.integers(0, len(manager) - 1), max_size=len(manager) - 1))
    deck = deck_of(team(above, closed), show_closed=False)
    assert len(deck.cards) == len(above) - len(closed)


def test_reports_of_a_closed_position_are_drawn_and_marked() -> None:
    positions = [
        Position("ceo"),
        Position("pmo", reports_to="ceo", status="closed"),
        Position("pm", reports_to="pmo"),
    ]
    organisation = Organisation("Team", positions)
    hidden = deck_of(organisation, show_closed=False)
    assert under(hidden) == {"ceo": None, "pm": "ceo"}
    assert by_key(hidden)["pm"].marks == ("manager pmo is closed",)
    assert under(deck_of(organisation)) == {"ceo": None, "pmo": "ceo", "pm": "pmo"}


SUCCESSION = Organisation(
    "Team",
    [
        Position("ceo", holder=("Ann",)),
        Position("old", "VP", holder=("Bo",), reports_to="ceo", end=date(2027, 6, 30)),
        Position("new", "VP", reports_to="ceo", status="planned", start=date(2027, 7, 1)),
        Position("ae-1", holder=("Cy",), reports_to="old"),
        Position("ae-2", holder=("Di",), reports_to="new"),
        Position("ae-3", holder=("Ed",), reports_to="new", start=date(2028, 1, 1)),
        Position("some-day", reports_to="ceo", status="planned"),
        Position("shut", reports_to="ceo", status="closed", end=date(2027, 1, 31)),
    ],
)


@pytest.mark.parametrize(
    ("day", "drawn", "marked"),
    [
        ("2027-01-31", "ceo old ae-1 ae-2 some-day shut", []),
        ("2027-06-30", "ceo old ae-1 ae-2 some-day", []),
        ("2027-07-01", "ceo new ae-1 ae-2 some-day", ["ae-1"]),
        ("2028-01-01", "ceo new ae-1 ae-2 ae-3 some-day", ["ae-1"]),
    ],
)
def test_the_organisation_on_a_day(day: str, drawn: str, marked: list[str]) -> None:
    deck = deck_of(SUCCESSION, as_of=date.fromisoformat(day), show_closed=False)
    assert [card.key for card in deck.cards] == drawn.split()
    assert [card.key for card in deck.cards if card.marks] == marked
    assert deck.day == day
    if marked:
        assert by_key(deck)["ae-1"].marks == ("manager old ended on 2027-06-30",)
        assert under(deck)["ae-1"] == "ceo"
        assert by_key(deck)["new"].state == "open"
    else:
        assert under(deck)["ae-2"] == "ceo", "its manager is still to come: no fault"
    assert by_key(deck)["some-day"].state == "planned"


def test_what_has_ended_is_closed_on_that_day() -> None:
    deck = deck_of(SUCCESSION, as_of=date(2027, 7, 1))
    assert by_key(deck)["old"].state == by_key(deck)["shut"].state == "closed"
    assert under(deck)["ae-1"] == "old" and by_key(deck)["ae-1"].marks == ()
    earlier = deck_of(SUCCESSION, as_of=date(2027, 1, 1))
    assert by_key(earlier)["shut"].state == "open"


def test_a_successor_of_the_same_id_takes_over() -> None:
    positions = [
        Position("cro", holder=("Ann",), end=date(2026, 12, 31)),
        Position("cro", holder=("Bo",), start=date(2027, 1, 1)),
        Position("ae", reports_to="cro"),
    ]
    deck = deck_of(Organisation("Team", positions), as_of=date(2027, 1, 1), show_closed=False)
    assert under(deck) == {"cro": None, "ae": "cro"}
    assert all(card.marks == () for card in deck.cards)


def test_ids_that_cannot_be_shown() -> None:
    with pytest.raises(SelectionError, match="`ae-4` is closed"):
        deck_of(sales_team(), root="ae-4", show_closed=False)
    with pytest.raises(SelectionError, match="`ae-3` is not there on 2027-07-01"):
        deck_of(SUCCESSION, chain="ae-3", as_of=date(2027, 7, 1))
    with pytest.raises(SelectionError, match="no position is called `sdx`") as raised:
        deck_of(sales_team(), root="sdx")
    assert raised.value.help == "did you mean `sdr`?"
    with pytest.raises(SelectionError, match="all positions are closed"):
        deck_of(team([-1], frozenset({0})), show_closed=False)


@pytest.mark.parametrize("by", COLOR_BY)
@pytest.mark.parametrize("theme", THEMES)
def test_every_look_can_be_drawn(by: str, theme: str) -> None:
    for make in (sales_team, tangled, hostile):
        request = ChartRequest(depth=1, color_by=by, fields=tuple(FIELDS), theme=theme)
        drawing = draw(make(), NO_TITLES, request)
        assert drawing.data.startswith(b"<?xml")


def test_colours_by_level_are_in_order() -> None:
    layers = look_of(sales_team(), "level")
    assert [one.name for one in layers.legend] == ["layer 1", "layer 2", "layer 3"]
    assert [one.color for one in layers.legend] == ramp(3)
    positions = [replace(one) for one in sales_team().positions]
    positions[0] = replace(positions[0], level=9)
    levels = look_of(Organisation("Team", positions), "level")
    assert [one.name for one in levels.legend] == ["level 2", "level 3", "level 9"]
    chain = look_of(team([-1, *range(19)]), "level")
    assert len(chain.legend) == MOST_LEVELS and chain.others == 8
    assert chain.cards[-1].color == NEUTRAL


def test_colours_by_role_location_and_status() -> None:
    positions = [
        Position("a", role="cro", location="Bonn", holder=("Ann",)),
        Position("b", location="Lima", status="planned"),
        Position("c", role="vp", location="Bonn"),
    ]
    organisation = Organisation("Team", positions, [Department("x", color="#123456")])
    roles = look_of(organisation, "role", titles=Titles({"cro": "Chief Revenue Officer"}))
    assert [one.name for one in roles.legend] == ["Chief Revenue Officer", "vp"]
    assert [card.color for card in roles.cards] == [PALETTE[0], NEUTRAL, PALETTE[1]]
    places = look_of(organisation, "location")
    assert [card.group for card in places.cards] == ["Bonn", "Lima", "Bonn"]
    states = look_of(organisation, "status")
    assert [one.name for one in states.legend] == ["filled", "open", "planned"]
    nothing = look_of(organisation, "none")
    assert nothing.legend == () and {card.color for card in nothing.cards} == {NEUTRAL}
    for format in ("dot", "svg"):
        asked = ChartRequest(format=format, color_by="none")
        assert NEUTRAL not in draw(organisation, NO_TITLES, asked).data.decode()


def test_the_ramp_gets_lighter_for_all_eyes() -> None:
    for eyes in SEEN:
        lightness = [lab(color, eyes)[0] for color in ramp(8)]
        assert lightness == sorted(lightness)


def test_dark_stripes_stand_out_and_print_is_grey() -> None:
    card = luminance(DARK.looks["filled"].fill)
    for color in (*PALETTE, NEUTRAL, *ramp(MOST_LEVELS)):
        assert (luminance(DARK.stripe(color)) + 0.05) / (card + 0.05) >= 3
    look = ChartRequest(theme="print")
    text = draw(sales_team(), NO_TITLES, replace(look, format="dot")).data.decode()
    colors = {text[at : at + 7] for at in range(len(text)) if text[at] == "#"}
    assert all(one[1:3] == one[3:5] == one[5:7] for one in colors if len(set(one[1:])) < 7), colors
    fills = {one.fill for one in THEMES["print"].looks.values()}
    assert fills == {"#ffffff"}


def test_lines_of_a_card_in_the_order_asked_for() -> None:
    position = Position(
        "a", "Boss", role="cro", holder=("Ann", "Bo"), location="Bonn", level=2, fte=0.5,
        start=date(2027, 1, 1), end=date(2027, 12, 31), tags=("x", "y"),
        contact=Contact("ann@example.org", "+49 1", "https://example.org"), department="Sales",
        cost_center="007",
    )  # fmt: skip
    deck = look_of(Organisation("Team", [position]), fields=FIELDS)
    assert [text for _, text in deck.cards[0].lines] == [
        "Ann / Bo", "Boss", "Sales", "Bonn", "cro", "a", "ann@example.org", "+49 1", "level 2",
        "0.5 FTE", "from 2027-01-01", "until 2027-12-31", "x, y", "007", "https://example.org",
    ]  # fmt: skip
    shown = card_text(deck.cards[0])
    assert shown.names == ("Ann / Bo",) and shown.titles[:3] == ("Boss", "Sales", "Bonn")
    bare = look_of(Organisation("Team", [Position("a")]), fields=("email", "phone"))
    assert card_text(bare.cards[0]).names == ("a",), "a card is never blank"
    first = look_of(Organisation("Team", [position]), fields=("title", "name"))
    assert (card_text(first.cards[0]).names, card_text(first.cards[0]).titles) == (
        ("Boss",),
        ("Ann / Bo",),
    )


@pytest.mark.parametrize("format", TEXTS)
def test_without_the_name_no_holder_is_anywhere(format: str) -> None:
    look = ChartRequest(fields=("title", "id"))
    text = draw(sales_team(), NO_TITLES, replace(look, format=format)).data.decode()
    for position in sales_team().positions:
        assert not any(name in text for name in position.holder)
    assert "VP Sales" in text


@pytest.mark.parametrize("format", [one for one in TEXTS if one not in ("dot", "svg")])
def test_text_says_what_was_asked_for(format: str) -> None:
    organisation = Organisation("Team", [Position("a", holder=("Ann",), location="Bonn")])
    look = ChartRequest(color_by="location", fields=("name", "id"))
    text = draw(organisation, NO_TITLES, replace(look, format=format)).data.decode()
    assert "Bonn" in text


ORG = """\
organisation: Northwind Robotics
positions:
  - {id: ceo, title: Chief Executive Officer, holder: Keiko Eriksen}
  - {id: cro, role: cro, holder: [Ben Li, Ana Cruz], reports_to: ceo, location: Bonn}
  - {id: ae, role: account-executive, reports_to: cro, start: 2027-01-01, location: Lima}
  - {id: gone, title: Old, status: closed, reports_to: ceo}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text(ORG)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["chart", "--isolated", "org.yaml", *arguments])


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ([], "Chief Executive Officer, Chief Revenue Officer, Account Executive"),
        (
            ["--show-closed"],
            "Chief Executive Officer, Chief Revenue Officer, Account Executive, Old",
        ),
        (["--root", "cro"], "Chief Revenue Officer, Account Executive"),
        (["--depth", "0"], "Chief Executive Officer"),
        (["--root", "ceo", "--depth", "1"], "Chief Executive Officer, Chief Revenue Officer"),
        (
            ["--root", "cro", "--depth", "0", "--chain", "ae"],
            "Chief Revenue Officer, Account Executive",
        ),
        (["--as-of", "2026-12-31"], "Chief Executive Officer, Chief Revenue Officer"),
    ],
)
def test_flags(folder: Path, arguments: list[str], shown: str) -> None:
    done = run("-f", "txt", "-o", "-", "--fields", "title", *arguments)
    assert done.exit_code == 0, done.stderr
    positions = done.stdout.partition("\n\n")[2].splitlines()
    lines = (line.lstrip("│├└─ *").split("  ") for line in positions)
    assert ", ".join(words[1] if words[0][0] == "(" else words[0] for words in lines) == shown


def test_flags_of_the_look(folder: Path) -> None:
    done = run("-o", "org.dot", "--color-by", "location", "--theme", "dark", "--fields", "id,title")
    assert done.exit_code == 0, done.stderr
    text = (folder / "org.dot").read_text("utf-8")
    assert DARK.page in text and 'label="cro\\nChief Revenue Officer"' in text
    assert "Ben Li" not in text
    done = run("-o", "org.svg", "--color-by", "location", "--theme", "dark", "--fields", "id,title")
    assert done.exit_code == 0, done.stderr
    drawing = (folder / "org.svg").read_text("utf-8")
    assert ">Lima<" in drawing and DARK.page in drawing and ">cro<" in drawing
    assert "Ben Li" not in drawing


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--root", "croo"], "did you mean `cro`?"),
        (["--root", "x"], "no position is called `x`"),
        (["--root", "\x1b[31m"], "no position is called"),
        (["--root", "gone"], "add --show-closed"),
        (["--chain", "cor"], "did you mean `cro`?"),
        (["--root", "ae", "--chain", "cro"], "`cro` is not below `ae`"),
        (["--chain", "ae", "--as-of", "2026-01-01"], "`ae` is not there on 2026-01-01"),
        (["--depth", "-1"], "--depth"),
        (["--depth", "two"], "--depth"),
        (["--as-of", "tomorrow"], "write a day as 2027-01-31"),
        (["--as-of", "20270101"], "write a day as 2027-01-31"),
        (["--as-of", "2027-02-30"], "write a day as 2027-01-31"),
        (["--color-by", "departement"], "did you mean `department`?"),
        (["--fields", "name,titel"], "did you mean `title`?"),
        (["--fields", ""], "--fields cannot be ``"),
        (["--theme", "drak"], "did you mean `dark`?"),
    ],
)
def test_bad_flags(folder: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr and "\x1b" not in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["org.yaml"]


def test_every_format_takes_a_selection() -> None:
    for format in FORMATS:
        asked = ChartRequest(root="vp", depth=0, chain="vp")
        assert draw(sales_team(), NO_TITLES, replace(asked, format=format)).positions == 1
