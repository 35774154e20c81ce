"""Text widths: what is cut fits, what fits is not cut, clusters stay whole."""

from itertools import pairwise

import pytest
from chart_samples import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcli.chart.paper.text_width import BOLD, REGULAR, Weight, cut, width, wrap
from orgcli.chart.typesetting.clusters import clusters
from orgcli.chart.typesetting.compounds import joints
from orgcli.chart.typesetting.direction import mostly_rtl

WEIGHTS = st.sampled_from([REGULAR, BOLD])
TEXTS = st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE))
COMPOUNDS = (
    "Softwareentwicklungsleiterin",
    "Unternehmenskommunikation",
    "Gleichstellungsbeauftragte",
    "Vertriebsleiter",
    "Avdelningschef",
    "Personalmanagement",
)
WORDS = ("Ann", "von", "VP", "Sales", "Leiter", "Hohenzollern-Sigmaringen", "F&E/Labor", *COMPOUNDS)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def bare(text: str) -> str:
    """Without what lines may gain and lose where they break."""
    return "".join(text.replace("-", "").replace("\u00ad", "").split())


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
    assert not any("\u00ad" in line for line in lines)
    if not lines[-1].endswith("…"):
        assert bare("".join(lines)) == bare(text)


@settings(deadline=None)
@given(PHRASES, st.integers(70, 200), WEIGHTS, st.integers(1, 4), st.integers(0, 60))
def test_no_word_is_broken_that_has_room(
    text: str, points: int, weight: Weight, most: int, beside: int
) -> None:
    """Where the whole words take no more lines than there are, none is broken."""
    lines = wrap(text, points, 10, weight, most, beside)
    words = text.replace("-", "- ").replace("/", "/ ").split()
    needed, room = 1, points - beside
    line = ""
    for word in words:
        longer = line + word if not line or line[-1] in "-/" else f"{line} {word}"
        if width(longer, 10, weight) > room:
            needed, room, longer = needed + 1, points, word
        line = longer
    if needed <= most and all(width(word, 10, weight) <= points for word in words):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_long_words_break_at_joints() -> None:
    word = "Softwareentwicklungsleiterin"
    room = width(word, 10)
    assert wrap(word, room, 10, REGULAR) == (word,)
    assert wrap(word, room * 0.85, 10, REGULAR) == ("Softwareentwicklungs-", "leiterin")
    assert wrap(word, room * 0.5, 10, REGULAR) == ("Software-", "entwicklung…")
    assert wrap(word, room * 0.5, 10, REGULAR, 3) == ("Software-", "entwicklungs-", "leiterin")


def test_a_word_that_does_not_fit_beside_the_counts_goes_below() -> None:
    word = "Vertriebsleiter"
    room = width(word, 10)
    assert wrap(word, room, 10, REGULAR, beside=room * 0.2) == ("", word)
    assert wrap(f"{word} Nord", room, 10, REGULAR, beside=room * 0.25) == (
        "Vertriebs-",
        "leiter Nord",
    )


@pytest.mark.parametrize(
    ("text", "points", "lines"),
    [
        ("Forschung/Entwicklung", 80, ("Forschung/", "Entwicklung")),
        ("Sach\u00adbearbeiter\u00adinnen", 80, ("Sachbearbeiter-", "innen")),
        ("Sach\u00adbearbeiter", 100, ("Sachbearbeiter",)),
        ("Hohenzollernsigmar", 60, ("Hohenzoller-", "nsigmar")),
        ("http4000010000200003", 60, ("http4000010", "000200003")),
        ("人力资源部门总监兼首席", 60, ("人力资源部门", "总监兼首席")),
        ("データ・センター長", 50, ("データ・セ", "ンター長")),
        ("Chief\u00a0Executive Officer", 80, ("Chief\u00a0Executive", "Officer")),
    ],
)
def test_other_places_to_break(text: str, points: int, lines: tuple[str, ...]) -> None:
    assert wrap(text, points, 10, REGULAR) == lines


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Softwareentwicklungsleiterin", "Software entwicklungs leiterin"),
        ("Unternehmenskommunikation", "Unternehmens kommunikation"),
        ("Personalentwicklung", "Personal entwicklung"),
        ("Datenschutzbeauftragte", "Daten schutz beauftragte"),
        ("Qualitätsmanagement", "Qualitäts management"),
        ("Rechtsabteilung", "Rechts abteilung"),
        ("Gesundheitswesen", "Gesundheits wesen"),
        ("Geschäftsführerin", "Geschäfts führerin"),
        ("Sozialarbeiter", "Sozial arbeiter"),
        ("Projektmitarbeiterin", "Projekt mitarbeiterin"),
        ("Begleiterin", "Begleiterin"),
        ("Verwaltung", "Verwaltung"),
        ("Avdelningschef", "Avdelnings chef"),
        ("Verksamhetsutvecklare", "Verksamhets utvecklare"),
        ("Forretningsutvikler", "Forretnings utvikler"),
        ("Communications", "Communications"),
        ("Leiter", "Leiter"),
        ("İstanbulleiter", "İstanbulleiter"),
    ],
)
def test_joints_of_compounds(word: str, parts: str) -> None:
    places = (0, *joints(word), len(word))
    assert " ".join(word[start:end] for start, end in pairwise(places)) == parts


@given(st.text(max_size=40))
def test_joints_lie_inside_a_word(word: str) -> None:
    assert all(4 <= at <= len(word) - 4 for at in joints(word))


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("محمد بن راشد", True),
        ("יעל כהן", True),
        ("1. محمد", True),
        ("(יעל) Cohen", True),
        ("Cohen יעל", False),
        ("Ann", False),
        ("王 芳", False),
        ("123", False),
        ("", False),
    ],
)
def test_direction_by_the_first_letter(text: str, rtl: bool) -> None:
    assert mostly_rtl([text]) == rtl


def test_an_organisation_is_written_as_most_of_its_names() -> None:
    assert mostly_rtl(["محمد", "فاطمة", "Ann", "", "12", "7"])
    assert not mostly_rtl(["محمد", "Ann", "Ben"])
    assert not mostly_rtl(["محمد", "Ann"])
    assert not mostly_rtl([])


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
    assert wrap("VP Sales and Marketing", 80, 10, BOLD, beside=40) == ("VP", "Sales and Mar…")
    assert wrap("Hohenzollern-Sigmaringen", 110, 10, BOLD) == ("Hohenzollern-", "Sigmaringen")


def test_wide_characters_count_as_more_than_letters_and_marks_as_nothing() -> None:
    assert width("王", 10) > width("w", 10)
    assert width("e\u0301", 10) == width("é", 10) == width("e", 10)
    assert width("a", 10, BOLD) == width("a", 10) and width("b", 10, BOLD) > width("b", 10)
    assert width("👩\u200d💻", 10) == width("👩🏽", 10) == width("👩", 10)
    assert width("\U0001f1f3\U0001f1f4", 10) == pytest.approx(width("👩", 10), rel=0.02)


def test_a_long_text_costs_no_more_than_its_length() -> None:
    assert cut("x" * 1_000_000, 50, 10).endswith("…")
    assert cut("é" * 1_000_000, 50, 10).endswith("…")
