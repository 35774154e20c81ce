"""The table of widths is that of the typeface, and no text wraps without need."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont
from test_chart_properties import NO_TITLES
from typeface_tables import ADVANCES, advances_module, advances_of, drawn_width

from orgcli.chart.deck.cards import Card, cards
from orgcli.chart.paper.card_text import COMPACT, RANKS, ROOMY
from orgcli.chart.paper.text_width import BOLD, REGULAR, Weight, width, wrap
from orgcli.read.organisation.project import read_project

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(
    path for path in (ROOT / "examples").iterdir() if path.is_dir() or path.suffix == ".yaml"
)
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
STYLES = {"Regular": REGULAR, "Bold": BOLD}


def test_the_table_is_that_of_the_typeface(golden: Callable[[Path, str], None]) -> None:
    golden(ADVANCES, advances_module())


@pytest.mark.parametrize(("style", "weight"), STYLES.items(), ids=STYLES)
def test_each_character_is_as_wide_as_it_is_drawn(style: str, weight: Weight) -> None:
    units, advances = advances_of(style)
    for code, advance in advances.items():
        character = chr(code)
        if character.isprintable():
            assert width(character, units, weight) == advance, character


@given(st.text(st.sampled_from([chr(code) for code in range(0x20, 0x250) if code != 0xAD])))
def test_texts_are_as_wide_as_they_are_drawn(text: str) -> None:
    for style, weight in STYLES.items():
        printable = "".join(filter(str.isprintable, text))
        assert width(printable, 9, weight) == pytest.approx(drawn_width(printable, 9, style))


@pytest.mark.needs(DEJAVU)
@pytest.mark.parametrize(
    "text",
    [
        "محمد عبد الله",
        "فاطمة الزهراء",
        "مديرة المبيعات",
        "رئيس قسم الموارد البشرية",
        "علی اکبر",
        "Անահիտ Պետրոսյան",
        "ნინო ბერიძე",
    ],
)
def test_other_scripts_are_about_as_wide_as_they_are_drawn(text: str) -> None:
    """Arabic letters are joined: each alone would be twice as wide."""
    drawn = ImageFont.truetype(DEJAVU, 1000, layout_engine=ImageFont.Layout.RAQM).getlength(text)
    assert 0.8 * width(text, 1000) <= drawn <= 1.06 * width(text, 1000)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("王芳", 2),
        ("김민수", 3),
        ("ｱｲｳ", 1.5),
        ("สมชาย", 2.7),
        ("संजय", 1.7),
        ("👩‍👩‍👧", 1.25),
        ("e\u0301", 0.556),
    ],
)
def test_other_scripts_by_their_average(text: str, ems: float) -> None:
    assert width(text, 1) == pytest.approx(ems, rel=0.03)


def cards_of(path: Path) -> Iterator[Card]:
    for organisation in read_project([path]).organisations:
        yield from cards(organisation, NO_TITLES).cards


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_no_name_and_no_title_of_the_examples_wraps_without_need(path: Path) -> None:
    needless = []
    for card in cards_of(path):
        for text, size, style in [
            (card.name, RANKS[card.rank].name_size, "Bold"),
            (card.title, RANKS[card.rank].title_size, "Regular"),
        ]:
            for room in (ROOMY.text_width, COMPACT.text_width):
                lines = wrap(text, room, size, STYLES[style])
                if len(lines) > 1 and drawn_width(text, size, style) <= room:
                    needless.append((text, room))
    assert needless == []


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("manager 100405 ended on 2025-06-30", 190, ("manager 100405 ended on", "2025-06-30")),
        ("2025-06-30", 50, ("2025-06-", "30")),
        ("Anne-Marie Otieno-Adams", 100, ("Anne-Marie", "Otieno-Adams")),
        ("Otieno-Adams", 50, ("Otieno-", "Adams")),
    ],
)
def test_a_day_is_broken_only_where_it_would_be_cut(
    text: str, room: int, lines: tuple[str, ...]
) -> None:
    assert wrap(text, room, 12, REGULAR) == lines
