"""The page of `-f html` on phones, at 400 % zoom, in forced colours, and from right to left."""

from pathlib import Path

import pytest
from in_browser import PHONE, SHOWN, chart, company, names, northwind, show

from browser import Page, needs_chromium
from orgcli.language.tags import LANGUAGES
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import DottedLine, Position

pytestmark = needs_chromium

ENTRIES = "[...document.querySelectorAll('#list li')].filter(l => l.offsetHeight).map(l => l.at)"


@pytest.fixture
def phone(page: Page) -> Page:
    page.size(*PHONE, touch=True)
    return page


def tap(page: Page, selector: str) -> None:
    page.touch([page.middle(selector)])


def test_a_phone_begins_with_a_tree_of_lists_in_one_column(phone: Page, tmp_path: Path) -> None:
    show(phone, northwind(), tmp_path)
    shown = phone.run(ENTRIES)
    deck = northwind().deck
    assert shown == [0, *[at for at, above in enumerate(deck.manager) if above == 0]]
    sizes = phone.run(
        "[...document.querySelectorAll('#list a, #list span:not(.below)')]"
        ".filter(e => e.offsetHeight).map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 11
    assert phone.run("document.documentElement.scrollWidth") <= PHONE[0]
    assert phone.run("document.getElementById('list').scrollWidth") <= PHONE[0]
    lowest = phone.run(
        "Math.min(...[...document.querySelectorAll('#list .fold')].map(b => b.offsetHeight))"
    )
    assert lowest >= 44, "large enough for a finger"


def test_an_entry_unfolds_and_folds(phone: Page, tmp_path: Path) -> None:
    show(phone, northwind(), tmp_path)
    cto = next(at for at, card in enumerate(northwind().deck.cards) if card.key == "cto")
    fold = f"#entry-{cto} > .row > .fold"
    before = phone.run(ENTRIES)
    tap(phone, fold)
    phone.until(f"document.querySelector('{fold}').ariaExpanded === 'true'")
    added = [at for at in phone.run(ENTRIES) if at not in before]
    assert added == [at for at, above in enumerate(northwind().deck.manager) if above == cto]
    assert phone.run(f"document.querySelector('{fold}').ariaLabel").startswith("Hide who reports")
    tap(phone, fold)
    phone.until(f"document.querySelector('{fold}').ariaExpanded === 'false'")
    assert phone.run(ENTRIES) == before


def test_a_tap_shows_the_details_below_and_the_chart_is_there_too(
    phone: Page, tmp_path: Path
) -> None:
    show(phone, northwind(), tmp_path)
    tap(phone, "#entry-0 > .row > a")
    phone.until("!document.getElementById('details').hidden")
    box = phone.run("(r => [r.left, r.right, r.bottom])"
                    "(document.getElementById('details').getBoundingClientRect())")  # fmt: skip
    assert box[0] == 0 and box[1] == PHONE[0] and box[2] <= PHONE[1]
    assert phone.run("document.getElementById('list').hidden") is False
    phone.click("[data-do=list]")
    phone.still()
    assert names(phone, "[aria-selected=true]") == ["Solveig Achterberg-"]


def test_the_search_opens_the_way_in_the_tree(phone: Page, tmp_path: Path) -> None:
    show(phone, chart(company(400)), tmp_path)
    tap(phone, "#search")
    phone.type("p-399")
    phone.press("Enter")
    phone.until("document.querySelector('li.lit')?.at === 399")
    assert 399 in phone.run(ENTRIES)
    phone.until(
        "(row => row.top > 0 && row.top < innerHeight)"
        "(document.querySelector('li.lit > .row').getBoundingClientRect())"
    )


def test_the_legend_filters_the_tree(phone: Page, tmp_path: Path) -> None:
    show(phone, northwind(), tmp_path)
    tap(phone, "#legend summary")
    phone.until("document.getElementById('legend').open")
    phone.run("document.querySelector('#groups button').click()")
    hits = "[...document.querySelectorAll('#list .row.hit')].map(r => r.parentNode.at)"
    cards = northwind().deck.cards
    shown = phone.run(ENTRIES)
    assert phone.run(hits) == [at for at in shown if cards[at].department == "Corporate"]
    phone.run("[...document.querySelectorAll('#trail button')]"
              ".find(b => b.textContent === 'Hide others').click()")  # fmt: skip
    assert {cards[at].department for at in phone.run(ENTRIES)} == {"Corporate"}


def test_all_layers_can_be_unfolded(phone: Page, tmp_path: Path) -> None:
    show(phone, chart(company(60)), tmp_path)
    phone.click("[data-do=all]")
    assert len(phone.run(ENTRIES)) == 60
    phone.click("[data-do=fewer]")
    assert len(phone.run(ENTRIES)) == 57


def test_a_window_that_grows_gets_the_chart(page: Page, tmp_path: Path) -> None:
    page.size(*PHONE)
    show(page, northwind(), tmp_path)
    assert not page.run("document.getElementById('list').hidden")
    page.size(1400, 900)
    page.until("document.getElementById('list').hidden")
    page.still()
    assert len(names(page)) > 10
    page.click("[data-do=list]")
    page.size(1300, 900)
    page.still()
    assert not page.run("document.getElementById('list').hidden"), "as the reader wants it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_400_per_cent_all_is_reached_by_scrolling_one_way(
    page: Page, language: str, tmp_path: Path
) -> None:
    """A window of 1280 by 1024 pixels has 320 by 256 of them then (WCAG 2, 1.4.10)."""
    page.size(320, 256)
    show(page, chart(company(60), language=language), tmp_path)
    assert page.run("document.documentElement.scrollWidth") <= 320
    assert page.run("getComputedStyle(document.body).overflowY") != "hidden"
    page.click("[data-do=all]")
    page.run("document.querySelector('#entry-59').scrollIntoView()")
    top = page.run("document.querySelector('#entry-59').getBoundingClientRect().top")
    assert 0 <= top < 256
    page.run("scrollTo(0, 0)")
    page.click("[data-do=list]")
    page.still()
    assert page.run("document.getElementById('stage').clientHeight") >= 150
    assert page.run("document.documentElement.scrollWidth") <= 320


def test_in_forced_colours_groups_have_letters(page: Page, tmp_path: Path) -> None:
    page.call("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
    show(page, northwind(), tmp_path)
    code = "[...document.querySelectorAll('#cards .code')].map(c => c.textContent)"
    shown = "getComputedStyle(document.querySelector('#cards .code')).display"
    assert page.run(shown) != "none"
    legend = page.run("[...document.querySelectorAll('#groups .code')].map(c => c.textContent)")
    assert set(page.run(code)) <= set(legend) and len(set(legend)) == len(legend)
    names_shown = "[...document.querySelectorAll('#cards .name')]"
    ink = page.run(f"{names_shown}.map(n => getComputedStyle(n).fill)")
    assert len(set(ink)) == 1, "the colour of text that the system says"


ARABIC = Organisation(
    "مصنع الشمال",
    [
        Position("a", "الرئيس التنفيذي", holder=("ليلى حداد",), department="الإدارة"),
        Position("b", "مدير المبيعات", holder=("سامي الخطيب",), reports_to="a",
                 department="المبيعات", dotted_lines=(DottedLine("c", "الميزانية"),)),
        Position("c", "مدير المالية", holder=("نور العلي",), reports_to="a"),
        *(Position(f"d{at}", "مندوب مبيعات", holder=("كريم نصار",), reports_to="b")
          for at in range(4)),
    ],
)  # fmt: skip


def test_what_is_written_from_right_to_left_is_mirrored(page: Page, tmp_path: Path) -> None:
    show(page, chart(ARABIC), tmp_path)
    boxes = dict(page.run(
        f"{SHOWN}.map(c => [c.at, (([b, n]) => [b.left, b.right, n.left, n.right])"
        "(['.box', '.name'].map(s => c.querySelector(s).getBoundingClientRect()))])"
    ))  # fmt: skip
    assert boxes[1][0] > boxes[2][0], "the first report stands at the right"
    for left, right, name_left, name_right in boxes.values():
        assert left <= name_left and name_right <= right
        assert right - name_right < name_left - left, "text begins at the right edge"
    assert boxes[3][1] < boxes[1][1], "rows are indented from the right"
    page.press("Tab")
    while not page.run("document.activeElement.closest('.card')"):
        page.press("Tab")
    page.press("ArrowLeft", "ArrowLeft")
    page.still()
    assert page.run("document.activeElement.at") in (1, 3), "left leads into what is below"
    page.click("[data-do=list]")
    assert page.run("document.getElementById('list').dir") == "rtl"


def test_a_chart_of_latin_names_is_not_mirrored(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    assert not page.run("document.querySelector('.mirrored')")
