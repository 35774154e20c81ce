"""Cards: who, what, how many below, what is wrong; nobody is left out."""

from dataclasses import replace

import pytest
from chart_samples import hostile, sales_team, tangled

from orgcli.chart.deck.cards import Card, cards
from orgcli.chart.paper.card_text import COMPACT, ROOMY, Density, card_text
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.text import visible

NO_TITLES = Titles({})


def card_of(*positions: Position, titles: Titles = NO_TITLES) -> Card:
    return cards(Organisation("Team", positions), titles).cards[0]


def test_every_position_is_a_card_in_file_order() -> None:
    for organisation in (sales_team(), tangled(), hostile()):
        deck = cards(organisation, NO_TITLES)
        assert len(deck.cards) == len(deck.manager) == len(organisation.positions)
        assert len({card.key for card in deck.cards}) == len(deck.cards)
        assert all(visible(card.name) == card.name for card in deck.cards)


@pytest.mark.parametrize(
    ("position", "shown"),
    [
        (Position("a", "Boss", holder=("Ann",)), ("Ann", "Boss")),
        (Position("a", "Boss", holder=("Ann", "Bo")), ("Ann / Bo", "Boss")),
        (Position("a", "Boss"), ("(open)", "Boss")),
        (Position("a", "Boss", status="planned"), ("(planned)", "Boss")),
        (Position("a", "Boss", status="closed"), ("(closed)", "Boss")),
        (Position("a", "Boss", status="filled"), ("Boss", "")),
        (Position("a", holder=("Ann",)), ("Ann", "")),
        (Position("a"), ("(open)", "a")),
        (Position("a", role="cro"), ("(open)", "Chief Revenue Officer")),
        (Position("a", role="new"), ("(open)", "new")),
        (Position("a", "Boss", holder=(" ",)), ("Boss", "")),
        (Position(" "), ("(open)", "(no name)")),
        (Position("a", "Boss", holder=("\u200b",)), ("\\u200b", "Boss")),
        (Position("a", "e" + 99 * "\u0301" + "x", status="filled"), ("e" + 5 * "\u0301" + "x", "")),
    ],
)
def test_name_and_title(position: Position, shown: tuple[str, str]) -> None:
    card = card_of(position, titles=Titles({"cro": "Chief Revenue Officer"}))
    assert (card.name, card.title) == shown


def test_counts_are_seats_without_closed_ones() -> None:
    deck = cards(sales_team(), NO_TITLES)
    by_key = {card.key: card for card in deck.cards}
    assert (by_key["cro"].direct, by_key["cro"].total) == (3, 18)
    assert (by_key["vp"].direct, by_key["vp"].total) == (3, 3)
    assert card_text(by_key["cro"]).total == "18"
    assert card_text(by_key["vp"]).total == ""
    assert card_text(by_key["vp"], counted=True).total == "3"
    assert card_text(by_key["sdrs"]).badge == "×12"


def test_numbers_of_any_length_leave_room_for_the_title() -> None:
    crowd = [Position(str(at), reports_to="a", headcount=1_000_000) for at in range(50)]
    crowd.append(Position("below", reports_to="7", headcount=1_000_000))
    boss = card_of(Position("a", "Boss", headcount=1_000_000), *crowd)
    shown = card_text(replace(boss, direct=10**12, total=10**13))
    assert (boss.direct, boss.total) == (50_000_000, 51_000_000)
    assert shown.total.endswith("…") and shown.side < ROOMY.text_width * 0.6
    assert shown.names == ("Boss",)


def test_a_ring_opens_above_its_first_member_and_says_so() -> None:
    deck = cards(tangled(), NO_TITLES)
    drawn = dict(zip([card.name for card in deck.cards], deck.manager, strict=True))
    assert [drawn[name] for name in ("Xi Wang", "Yves Young", "Zoe Zhang")] == [-1, 1, 2]
    marks = {card.name: card.marks for card in deck.cards}
    assert marks["Xi Wang"] == ("ring: reports to Zoe Zhang",)
    assert marks["Yves Young"] == marks["Zoe Zhang"] == ("in a reporting ring",)
    assert marks["Ray"] == ()
    assert marks["Selma"] == ("reports to itself",)
    assert marks["Uma"] == ("manager vp-emae not found",)
    assert marks["Ann Abel"] == marks["Bob"] == ("duplicate id ceo",)
    assert [card.key for card in deck.cards][-1] == "ceo (2)"


def test_keys_that_look_alike_stay_different() -> None:
    positions = [Position("a\n"), Position("a\\n"), Position("a\\n (2)"), Position("a\n")]
    deck = cards(Organisation(None, positions), NO_TITLES)
    assert [card.key for card in deck.cards] == ["a", "a\\n", "a\\n (2)", "a (2)"]


def test_a_job_share_takes_a_line_each_where_one_is_too_short() -> None:
    short = card_of(Position("a", "Boss", holder=("Ben Li", "Ana Cruz")))
    assert card_text(short).names == ("Ben Li / Ana Cruz",)
    long = replace(short, holders=("Christopher Olsen", "Jose Manuel Urman"))
    long = replace(long, name=" / ".join(long.holders))
    assert card_text(long).names == long.holders
    many = replace(short, holders=tuple(f"Somebody Number {n}" for n in range(6)))
    many = replace(many, name=" / ".join(many.holders))
    assert card_text(many).names == ("Somebody Number 0", "Somebody Number 1", "+4 more")


@pytest.mark.parametrize("density", [ROOMY, COMPACT])
def test_cards_are_as_wide_as_their_parts(density: Density) -> None:
    assert 2 * density.margin + density.text_width == density.width
    for organisation in (sales_team(), tangled(), hostile()):
        for card in cards(organisation, NO_TITLES).cards:
            shown = card_text(card, density)
            assert shown.height % 2 == 0 and shown.height > density.above + density.below
