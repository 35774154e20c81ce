"""Text widths: what is cut fits, what fits is not cut, clusters stay whole."""

import pytest
from chart_samples import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.chart.paper.text_width import BOLD, REGULAR, Weight, clusters, cut, width, wrap

WEIGHTS = st.sampled_from([REGULAR, BOLD])
TEXTS = st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE))


@settings(deadline=None)
@given(TEXTS, st.integers(20, 300), WEIGHTS)
def test_cut_text_fits_and_is_a_start_of_the_text(text: str, points: int, weight: Weight) -> None:
    shown = cut(text, points, 10, weight)
    assert shown == text or (shown.endswith("…") and text.startswith(shown[:-1]))
    assert width(shown, 10, weight) <= points
    assert (shown == text) == (width(text, 10, weight) <= points)


@settings(deadline=None)
@given(TEXTS, st.integers(20, 300), WEIGHTS, st.integers(1, 3))
def test_wrapped_lines_fit_and_keep_the_words(
    text: str, points: int, weight: Weight, most: int
) -> None:
    lines = wrap(text, points, 10, weight, most)
    assert 1 <= len(lines) <= most
    assert all(width(line, 10, weight) <= points for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS)
def test_clusters_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("abc", 3),
        ("e\u0301a\u0323\u0302", 2),
        ("👩‍💻👨‍👩‍👧‍👦", 2),
        ("👍🏽👍", 2),
        ("🇳🇴🇸🇪🇩🇪", 3),
        ("🏴\U000e0067\U000e0062\U000e007f!", 2),
        ("1\ufe0f\u20e3", 1),
        ("각", 1),
    ],
)
def test_clusters(text: str, count: int) -> None:
    assert len(list(clusters(text))) == count


def test_lines_break_at_spaces_and_hyphens() -> None:
    assert wrap("Maximiliane von Hohenzollern", 100, 10, BOLD) == (
        "Maximiliane von",
        "Hohenzollern",
    )
    assert wrap("VP Sales and Marketing", 90, 10, BOLD, beside=40) == ("VP", "Sales and Ma…")
    assert wrap("Hohenzollern-Sigmaringen", 110, 10, BOLD) == ("Hohenzollern-", "Sigmaringen")


def test_wide_characters_count_as_more_than_letters_and_marks_as_nothing() -> None:
    assert width("王", 10) > width("w", 10)
    assert width("e\u0301", 10) == width("é", 10) == width("e", 10)
    assert width("W", 10, BOLD) > width("W", 10, REGULAR)


def test_a_long_text_costs_no_more_than_its_length() -> None:
    assert cut("x" * 1_000_000, 50, 10).endswith("…")
    assert cut("é" * 1_000_000, 50, 10).endswith("…")
