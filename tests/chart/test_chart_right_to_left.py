"""Charts of those who write from right to left are the same, mirrored."""

from dataclasses import replace

import pytest
from drawn_dot import drawn, faults
from hypothesis import given, settings
from organisations import organisations

from orgcli.chart.draw import chart_of
from orgcli.chart.graphviz.sheet import Sheet
from orgcli.chart.paint.items import PaintedText
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import DottedLine, Position
from orgcli.model.request.chart_request import ChartRequest

NAME = "فاطمة"


def arabic(made: Organisation) -> Organisation:
    """The same with names and titles in Arabic."""
    return replace(
        made,
        positions=[
            replace(one, title=NAME, holder=tuple(NAME for _ in one.holder))
            for one in made.positions
        ],
    )


def sheet_of(made: Organisation, page: str | None) -> Sheet:
    return chart_of(made, Titles({}), ChartRequest(page=page, show_closed=True)).sheet


@settings(max_examples=60)
@given(organisations(60))
def test_any_organisation_is_whole_when_mirrored(made: Organisation) -> None:
    for page in (None, "a4"):
        there = drawn(sheet_of(arabic(made), page).dot())
        assert list(faults(there)) == []


@pytest.mark.parametrize("page", [None, "a4", "16:9"])
def test_first_reports_stand_at_the_right(page: str | None) -> None:
    made = Organisation(
        NAME,
        [
            Position("top", title=NAME, holder=(NAME,)),
            *(Position(f"p{n}", title=NAME, holder=(NAME,), reports_to="top") for n in range(3)),
            Position(
                "last", holder=("Ann",), reports_to="p0", dotted_lines=(DottedLine("p2", "أ"),)
            ),
        ],
    )
    sheet = sheet_of(made, page)
    there = drawn(sheet.dot())
    lefts = [card.left for card in there.cards]
    assert lefts[1] > lefts[2] > lefts[3]
    assert there.cards[4].right < there.cards[1].right, "indented from the right"
    for group in sheet.painting:
        if group.kind == "node":
            (name, *_) = [item for item in group.items if isinstance(item, PaintedText)]
            assert name.align == "right"
            x, _ = sheet.frame.to_page(name.x, 0)
            card = there.cards[group.card]
            assert card.left < x < card.right and card.right - x < x - card.left
    assert there.head.right == pytest.approx(there.width - 24, abs=2 if page is None else 30)


def test_a_few_names_in_arabic_mirror_nothing() -> None:
    made = Organisation(
        "Works", [Position("a", holder=("Ann",)), Position("b", "Lead", holder=(NAME,))]
    )
    texts = [
        item
        for group in sheet_of(made, None).painting
        if group.kind == "node"
        for item in group.items
        if isinstance(item, PaintedText)
    ]
    assert {text.align for text in texts} <= {"left", "middle"}
