"""`--filter`, and `--root` and `--chain` by name: which positions are meant, and what is drawn."""

import unicodedata
from datetime import date

import pytest
from chart_samples import forests
from hypothesis import given
from hypothesis import strategies as st

from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.position_filter import completions, parse_condition
from orgcli.chart.draw import chart_of, draw
from orgcli.chart.drawing import SelectionError
from orgcli.chart.formats import FORMATS
from orgcli.model.organisation.organisation import Department, Organisation, Titles
from orgcli.model.organisation.position import Contact, DottedLine, Position
from orgcli.model.request.chart_request import ChartRequest
from orgcli.model.request.flag import RequestError

TITLES = Titles({"cfo": "Chief Financial Officer"})
TEAM = Organisation(
    "Team",
    [
        Position("1", "Chief", holder=("Ada Okafor",), department="hq", level=1, fte=1.0,
                 attributes={"Cost Class": "A", "Grade": "X1"}),
        Position("2", role="cfo", holder=("Huber, Dörte",), reports_to="1", department="HQ",
                 location="Graz", start=date(2027, 1, 1), tags=("new", "Board"), assistant=True),
        Position("3", "Clerk", reports_to="2", department="Sales", fte=0.5, level=3,
                 contact=Contact(email="a@x.test"), dotted_lines=(DottedLine("1"),)),
        Position("4", "Clerk", holder=("Ana Cruz", "Ben Li"), reports_to="1", status="planned",
                 attributes={"cost-class": "b"}),
    ],
    [Department("hq", "HQ")],
)  # fmt: skip


def deck_of(*filters: str, **asked: object) -> Deck:
    request = ChartRequest(filter=filters, **asked)  # type: ignore[arg-type]
    return chart_of(TEAM, TITLES, request).deck


def fit(*filters: str) -> str:
    """The ids of the positions that fit, one behind the other."""
    return "".join(card.key for card in deck_of(*filters).cards if card.fits)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["department=hq"], "12"), (["department=HQ", "location="], "1"), (["location!="], "2"),
        (["id=3"], "3"), (["title=chief financial officer"], "2"), (["role=CFO"], "2"),
        (["holder=dörte huber"], "2"), (["name=Huber, Dörte"], "2"), (["holder="], "3"),
        (["name=ben li"], "4"), (["manager=1"], "24"), (["reports_to=Dörte Huber"], "3"),
        (["Reports To!=ada okafor"], "13"), (["manager="], "1"), (["status=open"], "3"),
        (["status!=filled"], "34"), (["STATUS = Planned"], "4"), (["level=1"], "1"),
        (["fte=0,5"], "3"), (["fte=1.0"], "1"), (["assistant=yes"], "2"),
        (["assistant!=true"], "134"),
        (["start=2027-01-01"], "2"), (["tags=board"], "2"), (["tags!=board"], "134"),
        (["email=A@X.TEST"], "3"), (["dotted_lines=Ada Okafor"], "3"), (["dotted lines="], "124"),
        (["cost class=B"], "4"), (["Cost_Class!=b"], "123"), (["grade=x1"], "1"),
        (["status==open"], "3"), (["headcount=1"], "1234"),
        (["department!=hq", "status!=planned"], "3"),
    ],
)  # fmt: skip
def test_who_fits(filters: list[str], ids: str) -> None:
    assert fit(*filters) == ids


@pytest.mark.parametrize(
    ("filters", "message", "help"),
    [
        (["stauts=open"], "positions have no field `stauts`", "did you mean `status`?"),
        (["x y z=open"], "positions have no field `x y z`", "`Cost Class`"),
        (["department=Slaes"], "no position has the department `Slaes`", "did you mean `Sales`?"),
        (["department=x"], "no position has the department `x`", "it is `HQ`, `Sales`"),
        (["status=opn"], "no position has the status `opn`", "did you mean `open`?"),
        (["status!=opn"], "no position has the status `opn`", "did you mean `open`?"),
        (["status=closed"], "no position has the status `closed`", "add --show-closed"),
        (["phone=7"], "no position has the phone `7`", "no position says it"),
        (["level=1", "fte!=1"], "no position fits `level=1` and `fte!=1`", "leave out one"),
    ],
)
def test_what_fits_nobody(filters: list[str], message: str, help: str) -> None:
    with pytest.raises(SelectionError) as raised:
        deck_of(*filters)
    assert message in str(raised.value) and help in raised.value.help


@pytest.mark.parametrize("written", ["", "=", "=x", "!=x", "department", "department:Sales", "!"])
def test_what_is_no_condition(written: str) -> None:
    with pytest.raises(RequestError, match="--filter cannot be") as raised:
        parse_condition(written, "--filter")
    assert "FIELD=VALUE" in raised.value.help


def test_a_value_that_nobody_has_leaves_nobody_out_and_is_said() -> None:
    deck = deck_of("department!=Legal")
    assert len(deck.cards) == 4 and all(card.fits for card in deck.cards)
    assert deck.notes == (
        "no position has the department `Legal` to leave out; it is `HQ`, `Sales`",
    )


def test_managers_are_kept_and_said_not_to_fit() -> None:
    deck = deck_of("department=Sales", depth=2)
    assert [(card.key, card.fits) for card in deck.cards] == [
        ("1", False),
        ("2", False),
        ("3", True),
    ]
    assert deck.notes == ("1 of them fits --filter; those in grey are managers above",)
    assert [card.left_out for card in deck.cards] == [1, 0, 0]
    with pytest.raises(SelectionError, match="no position below `4` fits department = Sales"):
        deck_of("department=Sales", root="4")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_them_apart(format: str) -> None:
    page = {"page": "a4"} if format == "pdf" else {}
    asked = {"filter": ("department=Sales",), "format": format, **page}
    some = draw(TEAM, TITLES, ChartRequest(**asked))
    whole = draw(TEAM, TITLES, ChartRequest(**{**asked, "filter": ()}))
    assert some.positions == 3 and whole.positions == 4
    if format == "pptx":
        assert some.data != whole.data
    elif format not in ("png", "pdf"):
        assert b"does not fit the filter" in some.data
        assert b"does not fit" not in whole.data or format == "html"


@given(forests(40), st.data())
def test_those_that_fit_and_all_above_them_are_drawn(
    manager: list[int], data: st.DataObject
) -> None:
    teams = data.draw(st.lists(st.sampled_from("ab"), min_size=len(manager), max_size=len(manager)))
    teams[data.draw(st.integers(0, len(manager) - 1))] = "a"
    organisation = Organisation(
        "Team",
        [
            Position(f"p{at}", reports_to=f"p{above}" if above >= 0 else None, department=name)
            for at, (above, name) in enumerate(zip(manager, teams, strict=True))
        ],
    )
    deck = chart_of(organisation, TITLES, ChartRequest(filter=("department=A",))).deck
    wanted = set()
    for at, name in enumerate(teams):
        while name == "a" and at >= 0:
            wanted.add(at)
            at = manager[at]
    assert [card.key for card in deck.cards] == [f"p{at}" for at in sorted(wanted)]
    assert [card.fits for card in deck.cards] == [teams[at] == "a" for at in sorted(wanted)]
    above = [deck.cards[up].key if up >= 0 else None for up in deck.manager]
    true = [organisation.positions[at].reports_to for at in sorted(wanted)]
    assert above == true, "no line is cut"
    left = sum(card.left_out for card in deck.cards)
    lost = sum(_top(manager, at) not in wanted for at in range(len(manager)))
    assert left == len(manager) - len(wanted) - lost


def _top(manager: list[int], at: int) -> int:
    while manager[at] >= 0:
        at = manager[at]
    return at


NAMES = st.text(
    st.characters(categories=["Lu", "Ll", "Lo", "Mn", "Nd", "Pd", "Zs"]), min_size=1, max_size=12
).filter(str.strip)


@given(NAMES, st.sampled_from(["NFC", "NFD"]), st.sampled_from([str.upper, str.lower, str.title]))
def test_a_name_is_found_however_it_is_composed_and_in_any_case(
    name: str, form: str, case: object
) -> None:
    organisation = Organisation("T", [Position("1"), Position("2", holder=(name,), reports_to="1")])
    written = unicodedata.normalize(form, name)
    deck = chart_of(organisation, TITLES, ChartRequest(root=written)).deck
    assert deck.cards[-1].key in ("1", "2") if name.strip() == "1" else deck.cards[0].key == "2"


def test_what_the_shell_offers() -> None:
    assert completions("dep") == ["department="]
    assert completions("status=o") == ["status=open"]
    assert completions("status!=") == [
        "status!=filled", "status!=open", "status!=planned", "status!=closed",
    ]  # fmt: skip
    assert completions("location=") == []
