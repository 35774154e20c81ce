"""The one name that a mistyped one most likely meant, and how that is said."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.model.findings.finding import Fix
from orgcli.model.likeness import NearestName, close_fix, did_you_mean, nearest_words
from timing import cpu_seconds

KEYS = ("title", "reports_to", "holder", "cost_centre", "open", "on", "status")
IDS = ("ceo", "cfo", "vp-emea", "vp-apac", "008", "ae-1", "ae-2", "Head of Sales")


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("titel", "title"), ("TITLE", "title"), ("tittle", "title"), ("holdr", "holder"),
        ("report_to", "reports_to"), ("reportsto", "reports_to"), ("costcenter", "cost_centre"),
        ("opne", "open"), ("state", "status"), ("x", None), ("", None), ("salary", None),
        ("ope" * 1000, None),
    ],
)  # fmt: skip
def test_the_nearest_of_a_few_words(word: str, near: str | None) -> None:
    assert nearest_words(word, KEYS) == ((near,) if near else ())


def test_words_that_are_equally_near_are_all_offered_whatever_their_order() -> None:
    assert nearest_words("K17", ["K1", "K7"]) == nearest_words("K17", ["K7", "K1"]) == ("K1", "K7")
    assert nearest_words("ctoo", ["ceo", "cto", "coo", "cfo"]) == ("coo", "cto")
    assert nearest_words("cxo", ["ceo", "cto", "coo", "cfo"]) == ()
    assert nearest_words("anything", []) == ()


@given(st.text("abc-1", max_size=6), st.lists(st.text("abc-1", min_size=1, max_size=6)))
def test_the_order_of_candidates_makes_no_difference(word: str, names: list[str]) -> None:
    near = nearest_words(word, names)
    assert near == nearest_words(word, reversed(names)) and len(near) <= 3
    assert set(near) <= set(names)
    if len(near) > 1:
        assert close_fix(word, near) is None


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("CEO", "ceo"), ("8", "008"), ("head  of sales", "Head of Sales"), ("vp-emae", "vp-emea"),
        ("vp-eema", "vp-emea"), ("vpemea", "vp-emea"), ("cxo", None), ("ae-3", None),
        ("ce", None), ("marketing", None),
    ],
)  # fmt: skip
def test_the_nearest_of_many_names(word: str, near: str | None) -> None:
    assert NearestName(IDS).of(word) == ((near,) if near else ())


def test_of_many_names_those_are_offered_that_are_one_slip_away() -> None:
    ids = NearestName(["ceo", "coo", "cto", "sales-1", "sales-2", "vp-emea-1", "vp-emae-1"])
    assert ids.of("ctoo") == ("coo", "cto")
    assert ids.of("cmo") == ids.of("sales-3") == ()
    assert ids.of("vp-ema-1") == ("vp-emae-1", "vp-emea-1")


def test_every_misspelling_has_its_suggestion() -> None:
    names = [f"{word}-{number:03}" for word in ("sales", "legal") for number in range(1000)]
    nearest = NearestName(names)
    assert all(nearest.of(name.replace("-", "-x")) == (name,) for name in names)


def test_a_file_in_which_nothing_fits_is_read_in_time() -> None:
    nearest = NearestName([f"position-{number:06}" for number in range(50_000)])
    began = time.monotonic()
    assert not any(nearest.of(f"employee-{number:06}") for number in range(20_000))
    assert time.monotonic() - began < 60


def test_how_it_is_said() -> None:
    assert did_you_mean(("vp-{emea}",)) == "did you mean `vp-{emea}`?"
    assert did_you_mean(("coo", "cto")) == "did you mean `coo` or `cto`?"
    assert did_you_mean((), "add it") == "add it"
    assert did_you_mean(()) == ""
    assert did_you_mean(("cso",), "", "menade du `{name}`?") == "menade du `cso`?"
    assert did_you_mean(("cso", "cto"), "", "menade du `{name}`?") == "menade du `cso` / `cto`?"


def test_what_is_mended_by_itself_is_clear() -> None:
    assert close_fix("coe", ("ceo",)) == Fix("coe", "ceo")
    assert close_fix("cto", ("ceo",)) is None
    assert close_fix("ctoo", ("coo", "cto")) is None
    assert close_fix("cto", ()) is None


def test_very_many_names_that_nearly_fit_take_no_seconds() -> None:
    near = NearestName(f"employee-{at:05d}" for at in range(10_000))
    assert near.of("employee-0007") == ()
    seconds, found = cpu_seconds(lambda: [near.of(f"employe-{at:05d}x") for at in range(10_000)])
    assert len(found) == 10_000
    assert seconds < 3
