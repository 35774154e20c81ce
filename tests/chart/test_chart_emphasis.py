"""What stands out, in which order reports stand, and what is coloured where colours run out."""

import base64
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from chart_samples import forests, sales_team
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from orgcli.chart.color.branches import branches
from orgcli.chart.color.palette import NEUTRAL, PALETTE
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.heading_text import legend_entries
from orgcli.chart.draw import chart_of
from orgcli.cli.app import app
from orgcli.language.tags import LANGUAGES
from orgcli.model.organisation.organisation import Department, Organisation, Titles
from orgcli.model.organisation.photo import Photo
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import SORT, ChartRequest


def deck_of(organisation: Organisation, **asked: object) -> Deck:
    return chart_of(organisation, Titles({}), ChartRequest(**asked)).deck  # type: ignore[arg-type]


def phrases(deck: Deck) -> list[str]:
    """What the legend says without a sample."""
    entries = legend_entries(deck)
    return [one.label for one in entries if not (one.color or one.state or one.sample)]


def bright(deck: Deck) -> list[str]:
    return [card.key for card in deck.cards if not card.dimmed]


@pytest.mark.parametrize(
    ("what", "keys", "said"),
    [
        (("open",), "ea ae-2", "open"),
        (("department=Sales",), "vp ae-1 ae-2 ae-3", "department = Sales"),
        (("status!=filled", "Ada"), "cro ea ae-2", "status ≠ filled, Ada"),
        (("vp", "ae-1"), "vp ae-1", "Bo, Cy"),
        (("VP Sales",), "vp", "Bo"),
        ("open", "ea ae-2", "open"),
    ],
)
def test_all_others_are_dimmed(what: tuple[str, ...], keys: str, said: str) -> None:
    positions = [
        Position("cro", "CRO", holder=("Ada",)),
        Position("ea", "Assistant", reports_to="cro"),
        Position("vp", "VP Sales", holder=("Bo",), reports_to="cro", department="Sales"),
        Position("ae-1", holder=("Cy",), reports_to="vp", department="Sales"),
        Position("ae-2", reports_to="vp", department="Sales"),
        Position("ae-3", holder=("Di",), reports_to="vp", department="Sales"),
    ]
    made = Organisation("Team", positions)
    asked = (what,) if isinstance(what, str) else what
    deck = deck_of(made, highlight=asked)
    assert bright(deck) == keys.split()
    assert ", ".join(deck.highlights) == said
    assert phrases(deck) == [f"highlighted: {said}"]
    assert [card.key for card in deck.cards] == [one.id for one in positions], "all are drawn"


def test_nothing_is_dimmed_by_default() -> None:
    deck = deck_of(sales_team())
    assert len(bright(deck)) == len(deck.cards) and deck.highlights == ()


def test_an_id_goes_before_a_status() -> None:
    made = Organisation("", [Position("open", holder=("Ann",)), Position("x")])
    assert bright(deck_of(made, highlight=("open",))) == ["open"]
    made = Organisation("", [Position("a=b", holder=("Ann",)), Position("x")])
    assert bright(deck_of(made, highlight=("a=b",))) == ["a=b"]


def test_what_is_highlighted_may_not_be_drawn() -> None:
    chart = chart_of(sales_team(), Titles({}), ChartRequest(highlight=("ae-1",), depth=0))
    assert "nothing that --highlight names is among them" in chart.notes
    assert chart.deck.cards[0].dimmed


@given(forests(30), st.sampled_from(list(SORT)), st.data())
def test_reports_stand_in_the_order_asked_for(
    manager: list[int], how: str, data: st.DataObject
) -> None:
    names = data.draw(
        st.lists(st.sampled_from(["Ann", "ann", "Åsa", "Bo", "Zoë"]), min_size=len(manager),
                 max_size=len(manager))
    )  # fmt: skip
    positions = [
        Position(f"p{at}", holder=(name,), reports_to=f"p{above}" if above >= 0 else None)
        for at, (above, name) in enumerate(zip(manager, names, strict=True))
    ]
    deck = deck_of(Organisation("", positions), sort=how)
    assert sorted(card.key for card in deck.cards) == sorted(one.id for one in positions)
    above = {
        card.key: deck.cards[at].key if at >= 0 else None
        for card, at in zip(deck.cards, deck.manager, strict=True)
    }
    assert above == {one.id: one.reports_to for one in positions}
    place = {one.id: at for at, one in enumerate(positions)}
    for parent in {*deck.manager}:
        reports = [card for card, at in zip(deck.cards, deck.manager, strict=True) if at == parent]
        if how == "file":
            keys = [(place[card.key],) for card in reports]
        elif how == "size":
            keys = [(-card.total, place[card.key]) for card in reports]
        elif how == "layer":
            keys = [(-height(above, card.key), place[card.key]) for card in reports]
        else:
            first = [card.name.casefold()[0] for card in reports]
            assert first == sorted(first, key=lambda letter: letter.replace("å", "a"))
            continue
        assert keys == sorted(keys)


def height(above: dict[str, str | None], key: str) -> int:
    below = [one for one, manager in above.items() if manager == key]
    return 1 + max((height(above, one) for one in below), default=-1)


@given(forests(40))
def test_each_card_is_in_one_branch_or_above_all(manager: list[int]) -> None:
    heads, head = branches(manager)
    assert len(heads) != 1
    largest = max(
        Counter(one for one in head if one >= 0).items(), key=lambda it: it[1], default=None
    )
    if largest and largest[1] > len(manager) * 0.75:
        assert largest[0] not in manager, "it gives way to its reports"
    for at, its in enumerate(head):
        line = [at]
        while manager[line[-1]] >= 0:
            line.append(manager[line[-1]])
        assert [one for one in line if one in set(heads)] == ([its] if its >= 0 else [])


def test_a_small_tree_beside_a_large_one_does_not_hide_its_branches() -> None:
    heads, head = branches([-1, *[0] * 3, *[1, 2, 3] * 6, -1, 22])
    assert heads == [1, 2, 3, 22]
    assert [head.count(one) for one in (-1, 1, 2, 3, 22)] == [1, 7, 7, 7, 2]


def many(count: int, **more: object) -> Organisation:
    """A top, three branches, and departments that belong to them in turn."""
    branch = [
        Position("a", "Head of A", reports_to="top", department="d0"),
        Position("b", "Head of B", reports_to="top", department="d1"),
        Position("c", "Head of C", reports_to="top", department="d1"),
    ]
    team = [
        Position(f"p{at}", reports_to="abc"[at % 3], department=f"d{at}") for at in range(count)
    ]
    return Organisation("Team", [Position("top", "CEO"), *branch, *team], **more)  # type: ignore[arg-type]


def test_branches_are_coloured_where_departments_are_too_many() -> None:
    chart = chart_of(many(13), Titles({}))
    deck = chart.deck
    assert [one.name for one in deck.legend] == ["d0", "Head of B", "Head of C"]
    assert [one.color for one in deck.legend] == list(PALETTE[:3])
    assert (deck.by, deck.cards[0].color) == ("branch", NEUTRAL)
    assert phrases(deck) == ["colours are branches below the top"]
    assert any("departments are more than 12" in note for note in chart.notes)
    sizes = Counter(card.group for card in deck.cards if card.group)
    assert sizes == {"d0": 6, "Head of B": 5, "Head of C": 5}
    few = deck_of(many(12))
    assert (few.by, len(few.legend), phrases(few)) == ("department", 12, [])
    parts = [Department(f"d{at}", parent="d0") for at in range(1, 13)]
    family = deck_of(many(13, departments=[Department("d0"), *parts]))
    assert (family.by, len(family.legend)) == ("department", 13), "parts need no hue of their own"
    text = deck_of(many(13), format="txt")
    assert text.by == "department", "where there are no colours, all would say their branch"
    asked = deck_of(many(2), color_by="branch")
    assert [one.name for one in asked.legend] == ["d0", "Head of B", "Head of C"]


def test_without_branches_the_largest_departments_are_coloured() -> None:
    line = [Position(f"p{at}", reports_to=f"p{at - 1}" if at else None, department=f"d{at}")
            for at in range(20)]  # fmt: skip
    deck = deck_of(Organisation("Team", line))
    assert (deck.by, len(deck.legend), deck.others) == ("department", 12, 8)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_says_it_in_every_language(language: str) -> None:
    branch = [Position(f"b{at}", reports_to="top") for at in range(14)]
    made = Organisation("", [Position("top"), *branch])
    chart = chart_of(made, Titles({}), ChartRequest(color_by="branch", language=language))
    assert chart.deck.others == 2
    assert chart.deck.words.others["branch"].phrase(2) in chart.sheet.texts


def test_codes_are_on_the_cards() -> None:
    deck = deck_of(sales_team())
    codes = {one.name: one.code for one in deck.legend}
    assert all(card.group_code == codes.get(card.group, "") for card in deck.cards)
    assert codes["Sales"] == "SAL"
    for by in ("level", "status", "role", "location", "branch"):
        found = deck_of(sales_team(), color_by=by).legend
        assert len({one.code for one in found} - {""}) == len(found)


@pytest.mark.parametrize("photos", ["circle", "square", "none"])
def test_photos_can_be_left_out(photos: str) -> None:
    made = Organisation("", [Position("a", holder=("Ann",), photo="a.png")])
    asked: list[str] = []

    def read(path: str) -> Photo:
        asked.append(path)
        return Photo("png", 1, 1, ONE_PIXEL)

    deck = chart_of(made, Titles({}), ChartRequest(photos=photos), read).deck
    assert (deck.cards[0].picture is None) == (photos == "none")
    assert asked == ([] if photos == "none" else ["a.png"])


ONE_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ORG = """\
organisation: Northwind
positions:
  - {id: ceo, title: CEO, holder: Keiko Eriksen}
  - {id: cro, title: Revenue, holder: Ben Li, reports_to: ceo, department: Sales}
  - {id: ae, title: Account Executive, reports_to: cro, department: Sales}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text(ORG, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["chart", "--isolated", *arguments])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--highlight", "opne"], "did you mean `open`?"),
        (["--highlight", "Ben Lee"], "did you mean `Ben Li`?"),
        (["--highlight", "=x"], "no position is called `=x`"),
        (["--highlight", ""], "no position is called ``"),
        (["--highlight", "department=Sails"], "did you mean `Sales`?"),
        (["--highlight", "departmnt=Sales"], "did you mean `department`?"),
        (["--highlight", "planned"], "no position has the status `planned`"),
        (["--highlight", "open", "-f", "tree"], "--highlight means nothing for tree"),
        (["--sort", "naem"], "did you mean `name`?"),
        (["--photos", "circel"], "did you mean `circle`?"),
    ],
)
def test_bad_flags(folder: Path, arguments: list[str], said: str) -> None:
    done = run("org.yaml", *arguments)
    assert done.exit_code == 2, done.stderr
    assert said in done.stderr
    assert [path.name for path in folder.iterdir()] == ["org.yaml"]


def test_a_column_is_highlighted_by_its_heading(folder: Path) -> None:
    (folder / "org.csv").write_text(
        "Employee ID,Name,Manager ID,Job Title,Business Unit\n1,Ann Ek,,CEO,A\n2,Bo Li,1,CTO,B\n"
    )
    done = run("org.csv", "-o", "x.svg", "--highlight", "Business Unit=B")
    assert done.exit_code == 0, done.stderr
    assert run("org.csv", "-o", "x.svg", "--highlight", "Business Unit=C").exit_code == 2


def test_sort_is_in_every_format(folder: Path) -> None:
    done = run("org.yaml", "-f", "txt", "-o", "-", "--sort", "name")
    assert done.exit_code == 0 and "Keiko" in done.stdout


@pytest.mark.parametrize(
    ("made", "request_", "title"),
    [
        (Organisation("Acme", (), tabular=True, files=("x/staff.csv",)), {}, "Acme"),
        (Organisation(None, (), tabular=True, files=("x/staff.csv",)), {}, "staff"),
        (Organisation(None, (), tabular=True, files=("x/staff.csv",)), {"format": "tree"}, ""),
        (Organisation(None, (), tabular=True, files=("x/staff.csv",)), {"title": "T"}, "T"),
        (Organisation(None, (), tabular=True, files=("ann.csv",)), {"fields": ("title",)}, ""),
        (Organisation(None, (), tabular=True, files=("-",)), {}, ""),
        (Organisation(None, (), tabular=True, files=("a.csv", "b.csv")), {}, ""),
        (Organisation(None, (), files=("org.yaml",)), {}, ""),
    ],
)
def test_a_table_without_a_name_is_called_as_its_file(
    made: Organisation, request_: dict[str, Any], title: str
) -> None:
    made = replace(made, positions=[Position("a", "Boss", holder=("Ann",))])
    assert chart_of(made, Titles({}), ChartRequest(**request_)).deck.title == title
