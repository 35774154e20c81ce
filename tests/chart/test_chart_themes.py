"""The colours of the three themes: text can be read, and marks can be seen."""

import pytest

from orgcli.chart.color.palette import NEUTRAL, PALETTE, contrast, ramp, shades
from orgcli.chart.paper.themes import DARK, THEMES, Theme, branded, ink_of, tint

BRANDS = (
    "#0a5cff", "#e30613", "#ffcc00", "#00a651", "#ff6600", "#6f2da8", "#000000", "#ffffff",
    "#00aeef", "#8c1d40",
)  # fmt: skip
"""Ten colours that companies have, a yellow, black and white among them."""
COLORS = (*PALETTE, NEUTRAL, *ramp(12), *shades(PALETTE[1], 5), *BRANDS)
READ, SEEN = 4.5, 3.0


def page(theme: Theme) -> str:
    """What is behind everything, where Graphviz has a name for it too."""
    return theme.page.replace("white", "#ffffff")


each_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


@each_theme
def test_text_can_be_read(theme: Theme) -> None:
    pairs = {
        "ink": (theme.ink, (page(theme), theme.card, theme.lit)),
        "quiet": (theme.quiet, (page(theme), theme.card)),
        "pill": (theme.pill_ink, (theme.pill,)),
        "vacancy": (theme.vacancy_ink, (page(theme), theme.card)),
        "trouble": (theme.trouble, (page(theme), theme.card)),
        **{f"{name} name": (look.name, (look.fill,)) for name, look in theme.looks.items()},
        **{f"{name} title": (look.title, (look.fill,)) for name, look in theme.looks.items()},
    }
    low = {
        name: round(worst, 2)
        for name, (ink, grounds) in pairs.items()
        if (worst := min(contrast(ink, ground) for ground in grounds)) < READ
    }
    assert low == {}


@each_theme
def test_marks_can_be_seen(theme: Theme) -> None:
    marks = (theme.dotted, theme.chain, theme.trouble, theme.vacancy_edge, theme.accent)
    grounds = (page(theme), theme.card)
    assert min(contrast(mark, ground) for mark in marks for ground in grounds) >= SEEN


@each_theme
@pytest.mark.parametrize("color", COLORS)
def test_ink_of_a_group_can_be_read_on_its_tint(theme: Theme, color: str) -> None:
    ground, ink = tint(color, theme), ink_of(color, theme)
    assert contrast(ink, ground) >= READ, (ink, ground)
    assert contrast(ink, theme.card) >= READ and contrast(ink, page(theme)) >= READ
    assert contrast(theme.ink, ground) >= READ and contrast(theme.quiet, ground) >= READ
    assert contrast(theme.vacancy_edge, ground) >= SEEN


def test_stripes_stand_out() -> None:
    for color in (*PALETTE, *ramp(12), *shades(PALETTE[0], 6)):
        assert contrast(color, THEMES["light"].card) >= SEEN, color
    for color in COLORS:
        assert contrast(DARK.stripe(color), DARK.card) >= SEEN, color


def test_the_order_of_levels_stays_in_the_dark() -> None:
    light = [contrast(DARK.stripe(color), "#000000") for color in ramp(12)]
    assert light == sorted(light) and len(set(light)) == 12


@each_theme
def test_a_brand_is_the_accent(theme: Theme) -> None:
    assert branded(theme, "").accent == theme.accent
    assert branded(theme, "#0a5cff").accent == theme.stripe("#0a5cff")
