"""The colours of a page: those of the chart's themes, as variables of its style sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.chart.chart import Chart
from orgcli.chart.color.branches import branches
from orgcli.chart.color.palette import NEUTRAL, hues, ramp
from orgcli.chart.deck.cards import Deck
from orgcli.chart.deck.coloring import MOST_LEVELS
from orgcli.chart.deck.outline import outline
from orgcli.chart.paper.themes import DARK, LIGHT, PRINT, Theme, ink_of, tint
from orgcli.model.organisation.color import color_of

_DASHES = {"solid": "none", "dashed": "3.5 2", "dotted": "1.5 2"}
"""Of the small samples in the legend."""


@dataclass(frozen=True, slots=True)
class PageColors:
    """The colours of a page, each once, the one for positions without a group first.

    palette  the numbers of those that other groups get than the chart is coloured by
    steps    of those for layers and levels, from the top down
    """

    colors: tuple[str, ...]
    palette: tuple[int, ...] = ()
    steps: tuple[int, ...] = ()


def page_colors(chart: Chart) -> PageColors:
    """The colours of the chart, and as many more as the reader may want to colour by."""
    deck, brand = chart.deck, color_of(chart.request.brand or "") or ""
    used = (*(swatch.color for swatch in deck.legend), *(card.color for card in deck.cards))
    palette, steps = hues(brand)[: _most_groups(deck)], ramp(_levels(deck), brand)
    colors = tuple(dict.fromkeys((NEUTRAL, *used, *palette, *steps)))
    number = {color: at for at, color in enumerate(colors)}
    return PageColors(
        colors, tuple(number[color] for color in palette), tuple(number[step] for step in steps)
    )


def _most_groups(deck: Deck) -> int:
    """The groups of that kind of which there are most."""
    places = {card.position.location for card in deck.cards if card.position}
    departments = {card.department for card in deck.cards}
    heads, _ = branches(deck.manager)
    states = {card.state for card in deck.cards}
    return max(len(places), len(departments), len(heads), len(states))


def _levels(deck: Deck) -> int:
    """How many steps of one hue it takes for layers, or for the levels that positions name."""
    levels = {card.position.level for card in deck.cards if card.position} - {None}
    layers = 1 + max((entry.depth for entry in outline(deck.manager)), default=0)
    return min(MOST_LEVELS, max(layers, len(levels)))


def theme_styles(colors: Sequence[str], faces: bool = True) -> str:
    """Rules that give each theme its variables, and `.g0`, `.g1` … the colours of groups.

    `.t0` is a ground in the colour of a group, `.i0` ink that can be read on it.

    colors  as #rrggbb; the page names them by their place
    faces   whether there are such grounds, below initials
    `light` follows the system of the reader, until the reader asks for the other.
    """
    light, dark, grey = (_variables(theme, colors, faces) for theme in (LIGHT, DARK, PRINT))
    groups = "".join(
        f".{kind}{at}{{fill:var(--{kind}{at})}}\n"
        for at in range(len(colors))
        for kind in ("gti" if faces else "g")
    )
    return (
        f":root{{color-scheme:light;{light}}}\n"
        "@media screen{\n"
        f':root[data-theme="dark"]{{color-scheme:dark;{dark}}}\n'
        "@media (prefers-color-scheme:dark){\n"
        f':root[data-theme="system"]{{color-scheme:dark;{dark}}}\n'
        "}\n}\n"
        f':root[data-theme="print"]{{{grey}}}\n'
        f"{groups}{_states()}"
    )


def _variables(theme: Theme, colors: Sequence[str], faces: bool) -> str:
    """The colours of a theme as variables."""
    values = {
        "page": theme.page,
        "ink": theme.ink,
        "quiet": theme.quiet,
        "line": theme.line,
        "trouble": theme.trouble,
        "chain": theme.chain,
        "lit": theme.lit,
        "weight": f"{theme.weight:g}px",
        "dotted": theme.dotted,
        "shadow": theme.shadow or "none",
        "connector": theme.connector,
        "pill": theme.pill,
        "pill-edge": theme.pill_edge,
        "pill-ink": theme.pill_ink,
        "vacancy-edge": theme.vacancy_edge,
        "vacancy-ink": theme.vacancy_ink,
    }
    for state, look in theme.looks.items():
        # What is closed is grey, but people read it: 4.5:1 at least, as WCAG 2 asks of text.
        name, title = (look.name, look.title) if state != "closed" else (theme.quiet, theme.quiet)
        values |= {
            f"{state}-edge": look.color if state != "filled" else theme.edge,
            f"{state}-fill": look.fill if state != "filled" else theme.card,
            f"{state}-name": name,
            f"{state}-title": title,
        }
    for at, color in enumerate(colors):
        values[f"g{at}"] = stripe_of(color, theme)
        if faces:
            values |= {f"t{at}": tint(color, theme), f"i{at}": ink_of(color, theme)}
    return ";".join(f"--{name}:{value}" for name, value in values.items())


def stripe_of(color: str, theme: Theme) -> str:
    """The colour of a group; what has none is as quiet on a dark ground as on a light one."""
    return theme.connector if color == NEUTRAL and theme is DARK else theme.stripe(color)


def _states() -> str:
    """How the box and the text of a card in each state look."""
    return "".join(
        f".{state} .box{{stroke:var(--{state}-edge);fill:var(--{state}-fill)}}\n"
        f"#legend .{state} .box{{stroke-dasharray:{_DASHES[look.border]}}}\n"
        f".{state} .name{{fill:var(--{state}-name)}}"
        f".{state} .quiet{{fill:var(--{state}-title)}}\n"
        for state, look in LIGHT.looks.items()
    )
