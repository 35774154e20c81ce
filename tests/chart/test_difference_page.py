"""The page of a difference: what its views show, the list beside it, and that nothing is obeyed."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from difference_samples import AFTER, BEFORE, report_of
from hypothesis import given, settings

from browser import Page as Tab
from browser import needs_chromium
from changes.edited_organisations import organisations
from orgcli.changes.organisation_changes import organisation_changes
from orgcli.changes.report import ChangeReport, OrganisationChanges, SideLabel
from orgcli.changes.sides import AS_WRITTEN
from orgcli.changes.writers.phrases import ChangePhrases
from orgcli.chart.deck.cards import Card
from orgcli.chart.difference.difference_chart import difference_request, marked_chart
from orgcli.chart.difference.difference_page import difference_html
from orgcli.chart.difference.view_cards import VIEWS, view_cards
from orgcli.chart.difference.view_lines import view_lines
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position
from orgcli.render.view import Page

PAGE = Page(100, color=False)
HOSTILE = "</title><script>alert(1)</script> \"' onload=x <!-- ]]> &amp; {words} \u202e \x1b[31m"
SEEN = """[...document.querySelectorAll('.card')].flatMap(card => {
  const part = [...card.querySelectorAll('.v')].find(one => one.getClientRects().length);
  if (!part) return [];
  const box = part.querySelector('rect, path, text').getBoundingClientRect();
  return [[card.id, part.querySelector('title').textContent, box.x, box.y]];
})"""
"""What is seen of cards: the id, what is said, and the place."""


def view_of(report: ChangeReport, view: str) -> tuple[Sequence[int], Sequence[Card | None]]:
    """Per card of the first organisation whom it is drawn under, and what it is in a view."""
    one, request = report.organisations[0], difference_request(report, PAGE, "html")
    marked = marked_chart(report, one, request, PAGE)
    cards = view_cards(marked, one, report, ChangePhrases.of(report, one, PAGE), request)
    shown = cards.before if view == "before" else cards.after
    return marked.chart.deck.manager, view_lines(marked.chart.deck.manager, shown).cards


def names(cards: Sequence[Card | None], ghosts: bool = False) -> list[str]:
    return [card.name for card in cards if card and card.ghost == ghosts]


def test_before_shows_what_was_and_after_what_is() -> None:
    report = report_of(BEFORE, AFTER)
    _, before = view_of(report, "before")
    _, after = view_of(report, "after")
    assert names(before) == [
        "Ann Berg", "Bo Chen", "Cy Diaz", "Ed Fay", "Gus Hunt", "Hal Ito", "Flo Graf", "Di Eck",
    ]  # fmt: skip
    assert names(before, ghosts=True) == ["Di Eck"], "their team stays, and says where they were"
    assert [card.notes for card in before if card and card.ghost] == [("reports to Bo Chen",)]
    assert [card.title for card in before if card and card.name == "Ed Fay"] == ["Engineer"]
    assert names(after) == [
        "Ann Berg", "Bo Chen", "Cy Diaz", "Di Eck", "Ed Fay", "Ida Jung", "Hal Ito", "Jo Koch",
    ]  # fmt: skip
    assert not any(card and card.color for card in (*before, *after))


def test_counts_below_are_those_of_each_state() -> None:
    report = report_of(BEFORE, AFTER)
    totals = {
        view: {
            card.name: card.total for card in view_of(report, view)[1] if card and not card.ghost
        }
        for view in ("before", "after")
    }
    assert (totals["before"]["Bo Chen"], totals["before"]["Cy Diaz"]) == (2, 3)
    assert (totals["after"]["Bo Chen"], totals["after"]["Cy Diaz"]) == (1, 4)


@settings(max_examples=150)
@given(organisations(), organisations())
def test_each_state_is_shown_whole(before: list[Position], after: list[Position]) -> None:
    report = report_of(before, after)
    for view, state in (("before", before), ("after", after)):
        there = Counter(len(one.holder) for one in state if one.status != "closed")
        _, cards = view_of(report, view)
        assert Counter(len(card.holders) for card in cards if card and not card.ghost) == there
    assert difference_html(report, PAGE).endswith("</html>\n")


def test_a_new_layer_leaves_the_line_before_through_its_place() -> None:
    before = [Position("top", holder=("Al",)), Position("a", holder=("Bo",), reports_to="top"),
              Position("b", holder=("Cy",), reports_to="top")]  # fmt: skip
    new = Position("n", holder=("Di",), reports_to="top")
    after = [before[0], new, *(replace(one, reports_to="n") for one in before[1:])]
    manager, cards = view_of(report_of(before, after), "before")
    lines = view_lines(manager, cards)
    assert names(cards) == ["Al", "Bo", "Cy"]
    assert (lines.lines, lines.bridges) == ([False, True, True, True], [False, True, False, False])
    manager, cards = view_of(report_of(after, before), "before")
    assert [card.notes for card in cards if card and card.name == "Bo"] == [("reports to Di",)]


class Tags(HTMLParser):
    """The tags and attributes of a page, and the texts of its scripts and style sheets."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: Any) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attributes}

    def handle_data(self, data: str) -> None:
        if self.tags:
            self.text[self.tags[-1]] = self.text.get(self.tags[-1], "") + data


def hostile_report() -> ChangeReport:
    before = [Position("top", HOSTILE, holder=(HOSTILE,)),
              Position("a", "A", holder=("Al",), reports_to="top"),
              Position(f"x{HOSTILE}", HOSTILE, holder=("Bo",), reports_to="top")]  # fmt: skip
    after = [before[0], replace(before[1], title=HOSTILE, holder=(f"{HOSTILE} 2",)),
             replace(before[2], reports_to="a", department=HOSTILE)]  # fmt: skip
    both = Organisation(HOSTILE, before), Organisation(HOSTILE, after)
    one = OrganisationChanges(
        HOSTILE, organisation_changes(*both), sides=both, views=(AS_WRITTEN, AS_WRITTEN)
    )
    return ChangeReport(SideLabel(HOSTILE), SideLabel(HOSTILE), (one,))


def test_nothing_is_loaded_and_no_text_of_users_is_obeyed() -> None:
    page = difference_html(hostile_report(), PAGE)
    parts = Tags(page)
    assert parts.tags.count("script") == 1 and parts.tags.count("style") == 1
    assert not {*parts.tags} & {"link", "img", "iframe", "object", "embed", "base", "form", "a"}
    assert not parts.attributes & {"src", "style", "srcset", "action", "href"}
    assert not [name for name in parts.attributes if name.startswith("on")]
    assert "\x1b" not in page and "\u202e" not in page and "alert(1)<" not in page
    found = re.search('http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found
    assert dict(rule.strip().split(" ", 1) for rule in found[1].split(";")) == {
        "default-src": "'none'",
        "style-src": f"'{hash_of(re.findall('(?s)<style>(.*?)</style>', page)[0])}'",
        "script-src": f"'{hash_of(re.findall('(?s)<script>(.*?)</script>', page)[0])}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert page.index("Content-Security-Policy") < page.index("<style>")


def hash_of(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def test_nobody_is_named_anywhere_unless_asked_for() -> None:
    before = [replace(one, id=f"{one.holder[0].split()[0]}-{one.id}".lower(), reports_to=None)
              for one in BEFORE]  # fmt: skip
    after = [replace(one, title=f"New {one.title}", reports_to=before[0].id if at else None)
             for at, one in enumerate(before)]  # fmt: skip
    page = difference_html(report_of(before, after, named=False), PAGE).casefold()
    for one in (*before, *after):
        words = (*one.id.split("-")[:1], *one.holder[0].split())
        assert not [word for word in words if re.search(rf"\b{word.casefold()}\b", page)]


def test_the_same_difference_is_the_same_page() -> None:
    first, again = (difference_html(report_of(BEFORE, AFTER), PAGE) for _ in range(2))
    assert first == again


def test_nothing_to_draw_is_a_page_too() -> None:
    page = difference_html(ChangeReport(SideLabel("a"), SideLabel("b")), PAGE)
    assert "<svg id=" not in page and page.endswith("</html>\n")


def test_an_entry_leads_to_its_card_in_each_organisation() -> None:
    one = report_of(BEFORE, AFTER)
    other = replace(one.organisations[0], name="Sister")
    page = difference_html(replace(one, organisations=(*one.organisations, other)), PAGE)
    titles = dict(re.findall(r'<g id="c(\d+)"[^>]*><g[^>]*><title>([^<]*)', page))
    entries = re.findall(
        r'class="entry [a-z]+" data-cards="([\d ]+)">.*?<b>([^<]*)</b>', page.replace("\n", "")
    )
    moved = [numbers.split() for numbers, head in entries if head == "Di Eck"]
    assert len(moved) == 2 and moved[0] != moved[1]
    assert all("Di Eck" in titles[number] for numbers in moved for number in numbers)
    assert page.count("<h2>") == 2


def test_context_leaves_cards_out_of_all_views() -> None:
    page = difference_html(report_of(BEFORE, AFTER, context=0), PAGE)
    assert "Hal Ito" not in page and ">+1 below<" in page
    whole = difference_html(report_of(BEFORE, AFTER), PAGE)
    assert "Hal Ito" in whole and ">+1 below<" not in whole


def open_page(tab: Tab, folder: Path, report: ChangeReport | None = None) -> None:
    path = folder / "changes.html"
    path.write_text(difference_html(report or report_of(BEFORE, AFTER), PAGE), "utf-8")
    tab.open(path)


def seen(tab: Tab) -> dict[str, tuple[str, float, float]]:
    return {id: (title, x, y) for id, title, x, y in tab.run(SEEN)}


@needs_chromium
@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
def test_common_cards_keep_their_places_in_all_views(
    page: Tab, tmp_path: Path, size: tuple[int, int]
) -> None:
    page.size(*size)
    open_page(page, tmp_path)
    views = {}
    for view in VIEWS:
        page.click(f"label[for=view-{view}]")
        views[view] = seen(page)
    common = set.intersection(*map(set, views.values()))
    assert len(common) == 7, "all but the new seat, the gone one and the old place"
    for id in common:
        places = {(round(x), round(y)) for _, x, y in (one[id] for one in views.values())}
        assert len(places) == 1, (id, places)
    said = {view: " ".join(title for title, _, _ in views[view].values()) for view in VIEWS}
    assert "Jo Koch" not in said["before"] and "+ Jo Koch" in said["changes"]
    assert "Flo Graf" in said["before"] and "Flo Graf" not in said["after"]
    assert "Gus Hunt" not in said["after"].replace("before: ", "")
    assert page.problems == []
    assert [url for url in page.requests if not url.startswith(("file:", "about:"))] == []
    assert len([url for url in page.requests if url.startswith("file:")]) == 1


@needs_chromium
def test_arrow_keys_choose_the_view(page: Tab, tmp_path: Path) -> None:
    open_page(page, tmp_path)
    page.run("document.getElementById('view-changes').focus()")
    shown = []
    for key in ("ArrowLeft", "ArrowRight", "ArrowRight"):
        page.press(key)
        shown.append(page.run("document.body.dataset.view"))
    assert shown == ["before", "changes", "after"]
    radios = [one for one in page.accessibility_nodes() if one["role"] == "radio"]
    assert [one["name"] for one in radios] == ["Before", "Changes", "After"]
    groups = [one["name"] for one in page.accessibility_nodes() if one["role"] == "group"]
    assert "View" in groups


@needs_chromium
def test_a_screen_reader_meets_the_cards_of_the_view(page: Tab, tmp_path: Path) -> None:
    open_page(page, tmp_path)
    said = {}
    for view in VIEWS:
        page.click(f"label[for=view-{view}]")
        nodes = page.accessibility_nodes()
        said[view] = [one["name"] for one in nodes if one["role"] in ("image", "img")]
    assert said["before"][0] == said["after"][0] == "Ann Berg, CEO"
    assert "Di Eck, Lead, reports to Bo Chen" in said["before"]
    assert not [name for name in said["before"] if "Jo Koch" in name]
    assert [name for name in said["changes"] if name.startswith("+ Jo Koch, Designer")]
    assert not [name for name in said["after"] if "Flo Graf" in name]


@needs_chromium
@pytest.mark.parametrize("how", ["click", "Enter"])
@pytest.mark.parametrize("view", VIEWS)
def test_an_entry_finds_and_marks_its_card(page: Tab, tmp_path: Path, how: str, view: str) -> None:
    page.size(390, 844)
    open_page(page, tmp_path)
    page.click(f"label[for=view-{view}]")
    page.run("""[...document.querySelectorAll('.entry')].find(
        one => one.textContent.includes('Jo Koch')).id = 'wanted'""")
    page.run("document.getElementById('wanted').scrollIntoView()")
    if how == "click":
        page.click("#wanted")
    else:
        page.run("document.getElementById('wanted').focus()")
        page.press("Enter")
    assert page.run("document.body.dataset.view") == ("changes" if view == "before" else view)
    chosen = page.run("[...document.querySelectorAll('.chosen title')].map(t => t.textContent)")
    assert chosen and all("Jo Koch" in title for title in chosen)
    assert page.run("document.getElementById('wanted').getAttribute('aria-current')") == "true"
    assert "Jo Koch" in page.run("document.getElementById('said').textContent")
    inside = """(() => { const frame = document.getElementById('stage').getBoundingClientRect();
        const card = document.querySelector('.chosen').getBoundingClientRect();
        return card.top >= frame.top && card.bottom <= frame.bottom
            && card.left >= frame.left && card.right <= frame.right; })()"""
    page.until(inside, 5)


@needs_chromium
def test_a_card_shows_its_entries(page: Tab, tmp_path: Path) -> None:
    open_page(page, tmp_path)
    number = page.run("""[...document.querySelectorAll('.card')].find(
        one => one.textContent.includes('Ida Jung')).id""")
    page.click(f"#{number} .v.c")
    current = page.run("""[...document.querySelectorAll('[aria-current]')].map(
        one => one.querySelector('b').textContent)""")
    assert current == ["Ida Jung", "Gus Hunt", "Ida Jung"], "also between the letters of a row"
    assert page.run("document.querySelectorAll('.chosen').length") == 1
    page.click("#c0 .v.c")
    assert page.run("document.querySelectorAll('[aria-current], .chosen').length") == 0


@needs_chromium
def test_arrow_keys_go_through_the_list(page: Tab, tmp_path: Path) -> None:
    open_page(page, tmp_path)
    page.run("document.querySelector('.entry').focus()")
    at = "[...document.querySelectorAll('.entry')].indexOf(document.activeElement)"
    found = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "End", "Home"):
        page.press(key)
        found.append(page.run(at))
    last = page.run("document.querySelectorAll('.entry').length - 1")
    assert found == [1, 2, 1, last, 0]


@needs_chromium
def test_the_chart_is_made_larger_and_fitted_again(page: Tab, tmp_path: Path) -> None:
    open_page(page, tmp_path)
    wide = "document.getElementById('chart').getBoundingClientRect().width"
    first = page.run(wide)
    page.click("[data-do=zoom-in]")
    assert page.run(wide) == pytest.approx(first * 1.25)
    page.click("[data-do=fit]")
    assert page.run(wide) == pytest.approx(first)
    page.run("document.getElementById('stage').focus()")
    page.press("+", "+", "-")
    assert page.run(wide) == pytest.approx(first * 1.25)
    page.press("0")
    assert page.run(wide) == pytest.approx(first)


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_as_dark_as_its_reader_wants(page: Tab, tmp_path: Path, scheme: str) -> None:
    page.prefer(color_scheme=scheme)
    open_page(page, tmp_path)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    name = "getComputedStyle(document.querySelector('#chart .bold')).fill"
    colors = [(page.run(ground), page.run(name))]
    page.click("[data-do=theme]")
    colors.append((page.run(ground), page.run(name)))
    light, dark = colors if scheme == "light" else reversed(colors)
    assert light == ("rgb(255, 255, 255)", "rgb(31, 35, 40)")
    assert dark == ("rgb(21, 25, 31)", "rgb(230, 237, 243)")


@needs_chromium
def test_hostile_texts_do_nothing_in_a_browser(page: Tab, tmp_path: Path) -> None:
    open_page(page, tmp_path, hostile_report())
    for view in VIEWS:
        page.click(f"label[for=view-{view}]")
    for at in range(page.run("document.querySelectorAll('.entry').length")):
        page.run(f"document.querySelectorAll('.entry')[{at}].click()")
    assert page.problems == []
    assert page.run("document.querySelectorAll('script').length") == 1
