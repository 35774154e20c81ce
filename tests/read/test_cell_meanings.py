"""Dates, statuses and yes or no in every form that people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.read.tables.cells.column_cells import read_column
from orgcli.read.tables.cells.dates import read_dates
from orgcli.read.tables.cells.words import TRUTHS, bare, status_of, truth_of

DAYS = st.dates(date(1970, 1, 1), date(2068, 12, 31))
FORMS = (
    "%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%d-%b-%Y", "%B %d, %Y", "%d %B %Y", "%d.%m.%y",
    "%Y-%m-%dT%H:%M:%S", "%a %b %d %Y", "%A, %d %B %Y", "%d-%b-%y", "%Y.%m.%d", "%d. %m. %Y",
)  # fmt: skip
ORDERS = {"day-first": ("%d/%m/%Y", "%d-%m-%Y", "%d%m%Y"), "month-first": ("%m/%d/%Y", "%m-%d-%Y")}


@given(DAYS, st.sampled_from(FORMS))
def test_what_has_one_reading_is_read(day: date, form: str) -> None:
    text = day.strftime(form)
    assert read_dates([text]).days == {text: day.isoformat()}


@given(st.lists(DAYS, min_size=1, max_size=6), st.sampled_from(sorted(ORDERS)), st.data())
def test_the_order_of_a_column_is_told_or_follows_from_it(
    days: list[date], order: str, data: st.DataObject
) -> None:
    form = data.draw(st.sampled_from(ORDERS[order]))
    meant = {day.strftime(form): day.isoformat() for day in days}
    if form != "%d%m%Y":  # of which some are a year first
        assert read_dates(meant, order).days == meant
    inferred = read_dates(meant)
    assert not inferred.days.items() - meant.items() or form == "%d%m%Y"
    if form != "%d%m%Y" and any(day.day > 12 for day in days):
        assert inferred.days == meant
    assert inferred.days.keys().isdisjoint(inferred.ambiguous)


@given(st.text(max_size=70) | st.text(st.sampled_from("0123456789/-. :TZ'年"), max_size=24))
def test_no_text_is_an_error(text: str) -> None:
    found = read_dates([text] if text else [])
    for day in found.days.values():
        assert not day or date.fromisoformat(day)
    assert truth_of(text) in (None, "true", "false")
    assert status_of(text) in (None, "filled", "open", "planned", "closed")
    assert bare(bare(text)) == bare(text)
    for name in ("status", "level", "fte", "headcount", "assistant", "photo", "start", "holder"):
        read = read_column(name, [text, "", text])
        assert len(read.cells) == 3
        assert set(read.misfits) <= {0, 2}
        assert all(not read.cells[row] for row in read.misfits)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Full-Time", "filled"), ("PART TIME", "filled"), ("Active - On Leave", "filled"),
        ("Terminated (Voluntary)", "closed"), ("Active, terminated 31.12.2025", "closed"),
        ("not active", "closed"), ("Non-Exempt", "filled"), ("Retiree", "closed"),
        ("Open requisition", "open"), ("In Elternzeit", "filled"), ("Décédée", "closed"),
        ("aviso prévio", "filled"), ("İzinli", "filled"), ("Pre-hire", "planned"),
        ("married", None), ("", None), ("active volcano", None), ("employee", None),
    ],
)  # fmt: skip
def test_statuses(text: str, status: str | None) -> None:
    assert status_of(text) == status


@pytest.mark.parametrize("word", TRUTHS)
def test_yes_and_no(word: str) -> None:
    assert truth_of(word.upper()) == TRUTHS[word]


def test_a_status_of_yes_and_no_needs_a_column_of_them() -> None:
    assert read_column("status", ["yes", "no", ""]).cells == ["filled", "closed", ""]
    mixed = read_column("status", ["1", "0", "2", "active"])
    assert (mixed.cells, mixed.misfits) == (["", "", "", "filled"], [0, 1, 2])


def test_enough_of_a_column_must_fit() -> None:
    assert read_column("level", ["1", "2", "SCS1"]).is_field
    assert not read_column("level", ["1", "SCS1", "SCS2"]).is_field
    assert read_column("status", ["?!", "what", "ever", "Retired"]).is_field
    assert read_column("status", ["n/a", "-", "NULL"]).cells == ["", "", ""]
