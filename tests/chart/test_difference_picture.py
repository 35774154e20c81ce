"""The picture of a difference: what became of every position, and what is drawn of it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from difference_samples import AFTER, BEFORE, report_of
from drawn_dot import drawn, faults
from hypothesis import given, settings
from typer.testing import CliRunner

from changes.edited_organisations import organisations
from orgcli.changes.formats import FORMATS
from orgcli.changes.report import ONLY, ChangeReport, SideLabel
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.difference.both_states import merged_organisation
from orgcli.chart.difference.difference_chart import difference_chart
from orgcli.cli.app import app
from orgcli.model.organisation.position import Position
from orgcli.render.view import Page

PAGE = Page(100, color=False)


def drawn_as(format: str, report: ChangeReport) -> bytes:
    made = FORMATS[format](report, PAGE)
    assert not isinstance(made, str)
    return made.data


def deck_of(report: ChangeReport) -> Deck:
    return difference_chart(report, PAGE, "svg").deck


def by_key(deck: Deck) -> Mapping[str, Card]:
    return {card.key: card for card in deck.cards}


def test_every_card_says_what_became_of_it() -> None:
    deck = deck_of(report_of(BEFORE, AFTER))
    cards = by_key(deck)
    assert [card.name for card in deck.cards] == [
        "Ann Berg", "Bo Chen", "Cy Diaz", "→ Di Eck", "~ Ed Fay", "~ Ida Jung", "Hal Ito",
        "+ Jo Koch", "− Flo Graf", "Di Eck",
    ]  # fmt: skip
    assert [key for key, card in cards.items() if card.dimmed] == ["ceo", "cto", "cro", "same"]
    assert cards["lead"].notes == ("Bo Chen → Cy Diaz",)
    assert cards["eng"].notes == ("before: Lead",) or cards["eng"].notes == ("before: Engineer",)
    assert cards["sdr"].notes == ("+ dotted to Bo Chen (tools)", "before: Gus Hunt")
    ghost = cards["lead (1)"]
    assert (ghost.title, ghost.notes, ghost.ghost) == ("→ Cy Diaz", ("with 1 below",), True)
    assert deck.manager[-2:] == [2, 1], "ghosts are where they were"
    assert [swatch.name for swatch in deck.legend] == [
        "New seats", "Moved", "Changed", "Seats that are gone",
    ]  # fmt: skip


def test_the_subtitle_counts_the_later_state() -> None:
    head = difference_chart(report_of(BEFORE, AFTER), PAGE, "svg").fitted.head
    assert head.subtitle == "8 positions, a → b"


def movers(count: int) -> tuple[list[Position], list[Position]]:
    tops = [Position(one, one.upper(), holder=(f"{one} Top",)) for one in ("a", "b")]
    seats = [Position(f"m{at}", "Clerk", holder=(f"Mo {at}",)) for at in range(count)]
    sides = [[*tops, *(replace(one, reports_to=top) for one in seats)] for top in ("a", "b")]
    return sides[0], sides[1]


def test_few_moves_name_both_places() -> None:
    deck = deck_of(report_of(*movers(12)))
    cards = by_key(deck)
    assert (cards["m11"].name, cards["m11"].notes) == ("→ Mo 11", ("a Top → b Top",))
    assert cards["m11 (1)"].title == "→ b Top"
    assert not deck.numbered


def test_many_moves_have_numbers_and_a_list() -> None:
    chart = difference_chart(report_of(*movers(13)), PAGE, "svg")
    cards = by_key(chart.deck)
    assert (cards["m11"].name, cards["m11"].notes) == ("→ (12) Mo 11", ())
    assert cards["m11 (1)"].title == "→ (12)"
    listed = [text for text in chart.sheet.texts if text.startswith("(")]
    assert len(listed) == 13
    assert listed[11] == "(12) Mo 11: a Top → b Top"
    assert "Mo 11" not in " ".join(
        difference_chart(report_of(*movers(13), named=False), PAGE, "svg").sheet.texts
    )


def test_numbers_go_on_through_organisations() -> None:
    one = report_of(*movers(7))
    other = replace(one.organisations[0], name="Sister")
    deck = deck_of(replace(one, organisations=(*one.organisations, other)))
    assert sorted(deck.numbered) == list(range(1, 15))
    assert sorted(card.number for card in deck.cards if card.number) == sorted([*range(1, 15)] * 2)


def test_a_new_id_is_said_on_its_card() -> None:
    after = [replace(one, id="chief-revenue") if one.id == "cro" else one for one in BEFORE]
    after = [replace(one, reports_to="chief-revenue") if one.reports_to == "cro" else one
             for one in after]  # fmt: skip
    card = by_key(deck_of(report_of(BEFORE, after)))["chief-revenue"]
    assert (card.name, card.notes) == ("~ Cy Diaz", ("= was cro",))
    most = [replace(one, id=one.id * 2, reports_to=one.reports_to and one.reports_to * 2)
            for one in BEFORE]  # fmt: skip
    assert not [card for card in deck_of(report_of(BEFORE, most)).cards if card.notes]


@pytest.mark.parametrize(
    ("context", "keys"),
    [
        (0, "ceo cto cro lead eng sdr new ae lead(1)"),
        (1, "ceo cto cro lead eng sdr new ae lead(1)"),
        (2, "ceo cto cro lead eng sdr same new ae lead(1)"),
    ],
)
def test_context_is_counted_in_lines(context: int, keys: str) -> None:
    deck = deck_of(report_of(BEFORE, AFTER, context))
    assert [card.key.replace(" ", "") for card in deck.cards] == keys.split()
    left = {card.key: card.left_out for card in deck.cards if card.left_out}
    assert left == ({} if "same" in keys else {"cro": 1})


def test_nothing_is_faint_where_nothing_changed() -> None:
    deck = deck_of(report_of(BEFORE, BEFORE))
    assert not any(card.dimmed or card.ghost for card in deck.cards)
    assert deck.legend == ()


def test_nobody_is_named_unless_asked_for() -> None:
    report = report_of(BEFORE, AFTER, named=False)
    svg = drawn_as("svg", report)
    for position in (*BEFORE, *AFTER):
        for name in position.holder:
            assert name.encode() not in svg
    assert b"+ Designer" in svg


@pytest.mark.parametrize(
    ("format", "magic"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_each_format_is_the_same_bytes_again(format: str, magic: bytes) -> None:
    first, again = (drawn_as(format, report_of(BEFORE, AFTER)) for _ in range(2))
    assert first.startswith(magic)
    assert first == again


def test_several_organisations_stand_side_by_side() -> None:
    one = report_of(BEFORE, AFTER)
    other = replace(one.organisations[0], name="Sister")
    deck = deck_of(replace(one, organisations=(*one.organisations, other)))
    assert len(deck.cards) == 20 == len({card.key for card in deck.cards})
    assert len(deck.legend) == 4


def test_an_empty_report_is_an_empty_chart() -> None:
    assert drawn_as("svg", ChangeReport(SideLabel("a"), SideLabel("b"))).startswith(b"<?xml")


@settings(max_examples=150)
@given(organisations(), organisations())
def test_any_difference_is_drawn_whole(before: list[Position], after: list[Position]) -> None:
    report = report_of(before, after)
    one = report.organisations[0]
    merged = merged_organisation(one, ChangePhrases.of(report, one, PAGE), ONLY)
    there = [p.id for p in merged.organisation.positions]
    live = [p.id for p in after if p.status != "closed"]
    assert there[: len(live)] == live and len(set(there)) == len(there)
    seats = [one.seat for one in one.changes.gone]
    seats += [layer.seat for layer in one.changes.layers if not layer.is_new]
    assert merged.kinds.count("gone") == len({seat.position.id for seat in seats})
    assert merged.kinds.count("elsewhere") == len(one.changes.moves)
    sheet = difference_chart(report, PAGE, "svg").sheet
    assert list(faults(drawn(sheet.dot()))) == []


def test_what_cannot_be_drawn_is_one_line(tmp_path: Path) -> None:
    rows = ["id,name,reports_to", *(f"p{n},N {n},{f'p{n - 1}' if n else ''}" for n in range(6_000))]
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("\n".join(rows), "utf-8")
        rows[-1] += "x"
    paths = [str(tmp_path / name) for name in ("a.csv", "b.csv")]
    done = CliRunner().invoke(app, ["diff", *paths, "-o", str(tmp_path / "x.png")])
    assert done.exit_code == 2, done.stderr
    assert "too large for a PNG" in done.stderr
    assert not (tmp_path / "x.png").exists()
