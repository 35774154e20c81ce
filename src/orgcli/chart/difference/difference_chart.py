"""Draws what changes: one chart of both states, in which all that stays as it was is faint."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from orgcli.changes.report import ChangeReport, OrganisationChanges
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.chart.chart import Chart
from orgcli.chart.color.palette import NEUTRAL, Swatch
from orgcli.chart.deck.cards import Card, Deck
from orgcli.chart.deck.selection import leave_out
from orgcli.chart.difference.both_states import (
    KINDS,
    ChangeKind,
    MergedOrganisation,
    merged_organisation,
)
from orgcli.chart.draw import chart_of
from orgcli.chart.drawing import Drawing
from orgcli.chart.graphviz.pictures import pdf, png, svg
from orgcli.chart.layout.tree import order_from_top
from orgcli.model.request.chart_request import ChartRequest, settled
from orgcli.render.view import Page

COLORS: Mapping[ChangeKind, str] = MappingProxyType(
    {
        "new": "#0072b2",
        "moved": "#8b4fb8",
        "changed": "#d98a00",
        "gone": NEUTRAL,
        "elsewhere": "#8b4fb8",
        "same": "",
    }
)
SIGNS: Mapping[ChangeKind, str] = MappingProxyType(
    {"new": "+ ", "moved": "→ ", "changed": "~ ", "gone": "− ", "elsewhere": "", "same": ""}
)
"""Before the name on a card: colours alone are not enough."""
_MOST_NAMED = 12
"""Moves whose places name each other; of more they carry numbers, and a list says the way."""
_PAGE = "a3"
"""What a PDF is for: both states together are larger than one."""


def difference_svg(report: ChangeReport, page: Page) -> Drawing:
    """The picture of a difference as SVG; raises EngineError where the engine fails."""
    return svg(difference_chart(report, page, "svg"))


def difference_png(report: ChangeReport, page: Page) -> Drawing:
    """The picture of a difference as PNG; raises TooLarge for too many pixels."""
    return png(difference_chart(report, page, "png"))


def difference_pdf(report: ChangeReport, page: Page) -> Drawing:
    """The picture of a difference on A3, or a book of it; raises TooLarge for too many pages."""
    return pdf(difference_chart(report, page, "pdf"))


@dataclass(frozen=True, slots=True, eq=False)
class MarkedChart:
    """Both states of one organisation as a chart.

    chart   its cards say what became of each
    plain   the cards as they are in the later state, in the same order
    places  the place of each card in the merged organisation, of which some may be left out
    """

    chart: Chart
    merged: MergedOrganisation
    plain: Sequence[Card]
    places: Sequence[int]


def difference_request(report: ChangeReport, page: Page, format: str) -> ChartRequest:
    """The request for a chart of both states."""
    return settled(
        ChartRequest(
            format=format,
            page=_PAGE if format == "pdf" else None,
            fields=("name", "title") if report.named else ("title",),
            language=page.words.tag,
            dotted="none",
            show_closed=True,
        )
    )


def difference_chart(report: ChangeReport, page: Page, format: str) -> Chart:
    """Both states of the organisations of a report as one chart, not placed yet."""
    request = difference_request(report, page, format)
    charts = [
        marked_chart(report, organisation, request, page, first).chart
        for organisation, first in zip(report.organisations, _first_numbers(report), strict=True)
    ]
    return joined_chart(report, charts, request, page)


def joined_chart(
    report: ChangeReport, charts: Sequence[Chart], request: ChartRequest, page: Page
) -> Chart:
    """The charts of all organisations as one, side by side."""
    with_cards = [chart for chart in charts if chart.deck.cards]
    whole = _together([chart.deck for chart in with_cards]) if len(with_cards) > 1 else None
    chart = with_cards[0] if with_cards else _empty(request, page)
    deck = whole or chart.deck
    sides = f"{report.before.label} → {report.after.label}"
    return replace(chart, deck=replace(deck, filters=(sides,)))


def _first_numbers(report: ChangeReport) -> Sequence[int]:
    """The number of the first move of each organisation; 0 where none have numbers."""
    counts = [len(organisation.changes.moves) for organisation in report.organisations]
    if "moved" not in report.only or sum(counts) <= _MOST_NAMED:
        return [0] * len(counts)
    return [1 + sum(counts[:at]) for at in range(len(counts))]


def marked_chart(
    report: ChangeReport,
    organisation: OrganisationChanges,
    request: ChartRequest,
    page: Page,
    first: int = 0,
) -> MarkedChart:
    """Both states of one organisation; `first` is the number of its first move, 0 for none."""
    say = ChangePhrases.of(report, organisation, page)
    merged = merged_organisation(organisation, say, report.only, first)
    assert organisation.views
    chart = chart_of(merged.organisation, organisation.views[1].titles, request)
    plain = chart.deck.cards
    deck, places = _marked(chart.deck, merged, report), [*range(len(plain))]
    near = None if report.context is None else _near(deck, merged, report.context)
    if near:
        whole = sum(not card.ghost for card in deck.cards)
        deck = replace(leave_out(deck, near), whole=whole)
        places = near
    return MarkedChart(replace(chart, deck=deck), merged, [plain[at] for at in places], places)


def _marked(deck: Deck, merged: MergedOrganisation, report: ChangeReport) -> Deck:
    """The cards with what became of them; where something did, all others are faint."""
    anything = any(kind != "same" for kind in merged.kinds)
    names: Mapping[str, str] = report.words.sections  # type: ignore[assignment]
    cards = [
        _marked_card(deck.cards[at], merged, at, names, anything) for at in range(len(merged.kinds))
    ]
    kinds = set(merged.kinds)
    legend = tuple(Swatch(names[kind], COLORS[kind]) for kind in KINDS if kind in kinds)
    # Cards have words for open and planned; ghosts are not closed, but elsewhere or gone.
    return replace(deck, cards=cards, legend=legend, others=0, by="status", numbered=merged.moves)


def _marked_card(
    card: Card, merged: MergedOrganisation, at: int, names: Mapping[str, str], anything: bool
) -> Card:
    kind, number = merged.kinds[at], merged.numbers[at]
    sign, vacant = SIGNS[kind], not card.holders and card.state != "filled"
    if number and sign:
        sign += f"({number}) "
    first, *others = card.lines or (("", ""),)
    return replace(
        card,
        name=sign + card.name,
        title=sign + card.title if vacant and card.title else card.title,
        lines=((first[0], sign + first[1]), *others) if card.lines else (),
        holders=(sign + card.holders[0], *card.holders[1:]) if card.holders else (),
        color=COLORS[kind],
        group=names.get(kind, ""),
        ghost=kind in ("gone", "elsewhere"),
        group_code="",
        dimmed=anything and kind == "same",
        notes=(*card.notes, *merged.notes[at]),
        number=number,
    )


def _near(deck: Deck, merged: MergedOrganisation, steps: int) -> list[int]:
    """The cards that changed, those above them, and those so many lines away from them."""
    changed = [at for at, kind in enumerate(merged.kinds) if kind != "same"]
    order, reports = order_from_top(deck.manager)
    away = dict.fromkeys(changed, 0)
    waiting = deque(changed)
    while waiting:
        card = waiting.popleft()
        if away[card] == steps:
            continue
        above = deck.manager[card]
        for other in (*reports[card], *([above] if above >= 0 else ())):
            if other not in away:
                away[other] = away[card] + 1
                waiting.append(other)
    near = set(away)
    near.update(deck.manager[at] for at in reversed(order) if at in near and deck.manager[at] >= 0)
    return sorted(near)


def _together(decks: Sequence[Deck]) -> Deck:
    """Several organisations side by side."""
    cards: list[Card] = []
    manager: list[int] = []
    legend: dict[Swatch, None] = {}
    numbered: dict[int, str] = {}
    for deck in decks:
        start = len(cards)
        cards.extend(replace(card, key=f"{deck.title}: {card.key}") for card in deck.cards)
        manager.extend(above + start if above >= 0 else above for above in deck.manager)
        legend.update(dict.fromkeys(deck.legend))
        numbered |= deck.numbered
    kinds = [swatch for kind in KINDS for swatch in legend if swatch.color == COLORS[kind]]
    return replace(
        decks[0],
        title="",
        cards=cards,
        manager=manager,
        legend=tuple(kinds),
        dotted=(),
        numbered=numbered,
    )


def _empty(request: ChartRequest, page: Page) -> Chart:
    return Chart(Deck("", (), (), (), 0, words=page.words.chart), request)
