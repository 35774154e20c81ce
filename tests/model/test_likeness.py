"""The one name that a mistyped one most likely meant, and how that is said."""

import time

import pytest

from orgcli.model.findings.finding import Fix
from orgcli.model.likeness import NearestName, close_fix, did_you_mean, nearest_word

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
    assert nearest_word(word, KEYS) == near


def test_of_two_words_that_are_as_near_one_is_offered_whatever_their_order() -> None:
    assert nearest_word("K17", ["K1", "K7"]) == nearest_word("K17", ["K7", "K1"]) == "K7"
    assert nearest_word("anything", []) is None


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("CEO", "ceo"), ("8", "008"), ("head  of sales", "Head of Sales"), ("vp-emae", "vp-emea"),
        ("vp-eema", "vp-emea"), ("vpemea", "vp-emea"), ("cxo", None), ("ae-3", None), ("ce", None),
        ("marketing", None),
    ],
)  # fmt: skip
def test_the_nearest_of_many_names(word: str, near: str | None) -> None:
    assert NearestName(IDS).of(word) == near


def test_every_misspelling_has_its_suggestion() -> None:
    names = [f"{word}-{number:03}" for word in ("sales", "legal") for number in range(1000)]
    nearest = NearestName(names)
    assert all(nearest.of(name.replace("-", "-x")) == name for name in names)


def test_a_file_in_which_nothing_fits_is_read_in_time() -> None:
    nearest = NearestName([f"position-{number:06}" for number in range(50_000)])
    began = time.monotonic()
    assert not any(nearest.of(f"employee-{number:06}") for number in range(20_000))
    assert time.monotonic() - began < 60


def test_how_it_is_said() -> None:
    assert did_you_mean("vp-{emea}") == "did you mean `vp-{emea}`?"
    assert did_you_mean(None, "add it") == "add it"
    assert did_you_mean(None) == ""
    assert did_you_mean("cso", "", "menade du `{name}`?") == "menade du `cso`?"


def test_what_is_mended_by_itself_is_clear() -> None:
    assert close_fix("coe", "ceo") == Fix("coe", "ceo")
    assert close_fix("cto", "ceo") is None
    assert close_fix("cto", None) is None
