"""A difference as one self-contained page: three views of one chart, and the list of changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from orgcli.changes.report import ChangeReport
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.changes.writers.sections import change_sections
from orgcli.chart.chart import Chart
from orgcli.chart.color.palette import Swatch
from orgcli.chart.deck.cards import Card
from orgcli.chart.difference.both_states import KINDS
from orgcli.chart.difference.change_list import change_list, linked_cards
from orgcli.chart.difference.difference_chart import (
    COLORS,
    SIGNS,
    MarkedChart,
    difference_request,
    joined_chart,
    marked_chart,
)
from orgcli.chart.difference.svg_elements import InkTable, both_themes
from orgcli.chart.difference.view_cards import VIEWS, SeatCards, ViewCards, view_cards
from orgcli.chart.difference.view_painting import painted_views
from orgcli.chart.difference.view_texts import Views
from orgcli.chart.paper.themes import DARK, LIGHT, ink_of
from orgcli.chart.web.body import buttons
from orgcli.chart.web.colors import stripe_of, theme_styles
from orgcli.chart.web.page import source_hash
from orgcli.render.html import Html, template
from orgcli.render.view import Page

_VIEW = Html(
    '<input type="radio" name="view" id="view-{name}" value="{name}" {checked}>'
    '<label for="view-{name}">{label}</label>'
)
_KIND = Html(
    '<li><svg viewBox="0 0 20 16" aria-hidden="true"><rect class="f{ink}" x="2" y="4" width="16"'
    ' height="8" rx="2"/></svg><span>{sign} {name}</span></li>'
)


def difference_html(report: ChangeReport, page: Page) -> str:
    """The page of a difference; the same difference gives the same bytes.

    The browser may run and apply what is in the page and nothing else, and load nothing.
    """
    request = difference_request(report, page, "html")
    charts = [
        marked_chart(report, organisation, request, page) for organisation in report.organisations
    ]
    chart = joined_chart(report, [marked.chart for marked in charts], request, page)
    inks = InkTable()
    changes, linked, cards = _listed(report, charts, page)
    views: Views = {"before": cards.before, "changes": chart.deck.cards, "after": cards.after}
    svg = painted_views(chart.deck, views, linked, request, inks) if chart.deck.cards else Html()
    legend = Html("").join(_legend(chart.deck.legend, inks))
    styles = _file("difference.css") + theme_styles(()) + _signs() + inks.styles()
    words = page.words.chart.page
    html = template("orgcli.chart.difference", "difference.html").format(
        language=page.words.tag,
        policy=Html(_policy(styles)),
        title=_title(report, chart),
        sides=f"{report.before.label} → {report.after.label}",
        styles=Html(styles),
        words=report.words,
        page_words=words,
        views=_views(report),
        button=buttons(words),
        kind=page.words.chart.organisation_chart,
        chart=svg,
        legend=legend,
        changes=changes,
        script=Html(_file("views.js")),
    )
    return f"{html}\n"


def _title(report: ChangeReport, chart: Chart) -> str:
    names = [organisation.name for organisation in report.organisations if organisation.name]
    return " · ".join(names) or chart.deck.title or chart.deck.words.organisation_chart


def _listed(
    report: ChangeReport, marked: Sequence[MarkedChart], page: Page
) -> tuple[Html, frozenset[int], ViewCards]:
    """The list of all organisations, the cards that it is about, and those of the other views."""
    request = difference_request(report, page, "html")
    blocks: list[Html] = []
    linked: set[int] = set()
    before: list[Card | None] = []
    after: list[Card | None] = []
    for chart, organisation in zip(marked, report.organisations, strict=True):
        say = ChangePhrases.of(report, organisation, page)
        cards = SeatCards(chart, first=len(before))
        blocks += change_list(organisation, report, say, cards)
        linked |= linked_cards(change_sections(organisation.changes, report, say), cards)
        views = view_cards(chart, organisation, report, say, request)
        before += views.before
        after += views.after
    return Html("\n").join(blocks), frozenset(linked), ViewCards(before, after)


def _views(report: ChangeReport) -> Html:
    labels = report.words.before, report.words.changes, report.words.after
    return Html("").join(
        _VIEW.format(name=name, label=label, checked="checked" if name == "changes" else "")
        for name, label in zip(VIEWS, labels, strict=True)
    )


def _legend(swatches: Sequence[Swatch], inks: InkTable) -> Iterator[Html]:
    """What the colours stand for, with the signs on the cards."""
    signs = {COLORS[kind]: SIGNS[kind] for kind in KINDS}
    for swatch in swatches:
        ink = inks.number(stripe_of(swatch.color, LIGHT), stripe_of(swatch.color, DARK))
        yield _KIND.format(ink=ink, sign=signs.get(swatch.color, ""), name=swatch.name)


def _signs() -> str:
    """The inks of the signs in the list, in both themes."""
    kinds = {"added": "new", "moved": "moved", "changed": "changed"}
    light, dark = (
        ";".join(f"--{name}:{ink_of(COLORS[kind], theme)}" for name, kind in kinds.items())  # type: ignore[index]
        for theme in (LIGHT, DARK)
    )
    return both_themes(light, dark)


def _policy(styles: str) -> str:
    return (
        f"default-src 'none'; style-src '{source_hash(styles)}'; "
        f"script-src '{source_hash(_file('views.js'))}'; base-uri 'none'; form-action 'none'"
    )


@cache
def _file(name: str) -> str:
    return (files("orgcli.chart.difference") / name).read_text(encoding="utf-8")
