"""Dotted lines on the page of `-f html`: those of one card, above the cards, at right angles."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from in_browser import chart, northwind, show

from browser import Page, needs_chromium
from orgcli.chart.draw import chart_of
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import DottedLine, Position
from orgcli.model.request.chart_request import ChartRequest

pytestmark = needs_chromium

PATHS = "[...document.querySelectorAll('#dotted > .dotted')].map(p => p.getAttribute('d')).join('')"
CAPTIONS = "[...document.querySelectorAll('#dotted .caption')].map(c => c.textContent)"
MARKED = "[...document.querySelectorAll('#cards .port')].map(p => p.parentNode.at)"


def everything(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    page.click("[data-do=all]")
    page.still()


def card_of(name: str) -> int:
    return next(at for at, card in enumerate(northwind().deck.cards) if name in card.name)


def routes(page: Page) -> list[list[tuple[float, float]]]:
    """The places that each dotted line goes through, its round turns too."""
    found = []
    for path in page.run(PATHS).split("M")[1:]:
        numbers = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", path)]
        found.append(list(zip(numbers[::2], numbers[1::2], strict=True)))
    return found


def test_no_dotted_line_before_a_card_is_chosen_but_marks(page: Page, tmp_path: Path) -> None:
    everything(page, tmp_path)
    assert page.run("document.querySelectorAll('#world .dotted').length") == 0
    ends = {at for edge in northwind().deck.dotted for at in (edge.card, edge.to)}
    assert set(page.run(MARKED)) == ends
    assert "selected position" in page.run("document.getElementById('legend').innerText")


def test_the_chosen_card_has_its_lines_at_right_angles_with_purposes(
    page: Page, tmp_path: Path
) -> None:
    everything(page, tmp_path)
    quality, technology = card_of("Ottar Wijesinghe"), card_of("Amarachi Lindholm")
    page.click(f"#card-{quality} .name")
    page.still()
    assert page.run(CAPTIONS) == ["safety certificates"]
    (points,) = routes(page)
    path = page.run(PATHS)
    assert "C" not in path and "Q" in path, "right angles, their corners round"
    bends = sum(x != to_x and y != to_y for (x, y), (to_x, to_y) in pairwise(points))
    assert bends == 0, "also the control point of a round turn is level or upright"
    dot = page.run(
        "(c => [+c.getAttribute('cx'), +c.getAttribute('cy')])"
        "(document.querySelector('#dotted .end-port'))"
    )
    assert tuple(dot) == points[-1]
    x, y, width = page.run(
        f"(c => [...c.getAttribute('transform').matchAll(/-?[0-9.]+/g)].map(Number).concat("
        f"+c.querySelector('.box').getAttribute('width')))"
        f"(document.getElementById('card-{technology}'))"
    )
    assert dot[0] in (x, x + width) and y < dot[1] < y + 40


def test_a_dotted_line_is_above_the_cards_and_between_them(page: Page, tmp_path: Path) -> None:
    everything(page, tmp_path)
    page.click(f"#card-{card_of('Ottar Wijesinghe')} .name")
    page.still()
    order = page.run("[...document.getElementById('world').children].map(c => c.id)")
    assert order.index("dotted") > order.index("cards")
    boxes = page.run(
        "[...document.querySelectorAll('#cards .card')].map(c => [...c.getAttribute('transform')"
        ".matchAll(/-?[0-9.]+/g)].map(Number).concat(+c.querySelector('.box')"
        ".getAttribute('height')))"
    )
    (points,) = routes(page)
    for (x, y), (to_x, to_y) in pairwise(points):
        left, right, top, bottom = min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y)
        for box_x, box_y, height in boxes:
            outside = right <= box_x or left >= box_x + 164 or bottom <= box_y
            assert outside or top >= box_y + height


def test_a_dotted_line_does_not_touch_the_marks_of_other_cards(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    for card in ("Eamon Takele", "Ottar Wijesinghe", "Devraj Castellanos"):
        page.click(f"#card-{card_of(card)} .name")
        page.still()
        (points,) = routes(page)
        ends = {card_of(card), *(e.to for e in northwind().deck.dotted if e.card == card_of(card))}
        marks = page.run(
            "[...document.querySelectorAll('#cards .port')].map(p => [p.parentNode.at,"
            " ...p.parentNode.getAttribute('transform').match(/-?[0-9.]+/g).map(Number)])"
        )
        for (x, y), (to_x, to_y) in pairwise(points):
            for at, left, top in marks:
                port_x, port_y = left + 164, top + 12
                beside = max(x, to_x) < port_x - 4 or min(x, to_x) > port_x + 4
                assert at in ends or beside or not min(y, to_y) - 4 < port_y < max(y, to_y) + 4


def test_the_pointer_on_a_card_shows_its_lines(page: Page, tmp_path: Path) -> None:
    everything(page, tmp_path)
    x, y = page.middle(f"#card-{card_of('Eamon Takele')} .name")
    page.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    page.until(f"{CAPTIONS}.join() === 'spare parts'")
    page.call("Input.dispatchMouseEvent", type="mouseMoved", x=5, y=400)
    page.until(f"{CAPTIONS}.length === 0")


def test_captions_are_read_however_far_the_chart_is(page: Page, tmp_path: Path) -> None:
    everything(page, tmp_path)
    page.click(f"#card-{card_of('Ottar Wijesinghe')} .name")
    size = "document.querySelector('.caption text').getBoundingClientRect().height"
    for _ in range(4):
        page.click("[data-do=zoom-out]")
        page.still()
        assert page.run(size) >= 11


def team(count: int, purpose: str) -> Organisation:
    positions = [
        Position(
            f"p{at}", "T", holder=(f"Hp{at}",), reports_to="p0" if at else None,
            dotted_lines=() if at < 2 else (DottedLine("p1", purpose.format(at)),),
        )
        for at in range(count)
    ]  # fmt: skip
    return Organisation("Dots", positions)


def test_of_many_dotted_lines_those_of_the_chosen_card_are_drawn(
    page: Page, tmp_path: Path
) -> None:
    show(page, chart(team(60, "budget"), density="cards"), tmp_path)
    assert page.run(PATHS) == ""
    page.click("#card-1 .name")
    strokes = re.findall("M[^M]+", page.run(PATHS))
    assert len(set(strokes)) == len(strokes) < 150, "what they share is drawn once"
    reached = page.run(
        "(d => [...document.querySelectorAll('#cards .card')].filter(c => { const [x, y] ="
        " c.getAttribute('transform').match(/-?[0-9.]+/g).map(Number); return d.some(([px, py]) =>"
        " (px === x || px === x + 164) && py === y + 12); }).map(c => c.at))"
        "([...document.querySelector('#dotted > .dotted').getAttribute('d')"
        ".matchAll(/M([^ ]+) ([^HV]+)([HV])([^M]+)/g)].flatMap(([, x, y, way, to]) =>"
        " way === 'H' ? [[+x, +y], [+to, +y]] : [[+x, +y], [+x, +to]]))"
    )
    assert reached == list(range(1, 60))
    told = page.run("document.getElementById('details').innerText")
    assert "Hp2 (budget)" in told and "38 more" in told


def test_no_purpose_lies_on_another(page: Page, tmp_path: Path) -> None:
    show(page, chart(team(30, "budget {}")), tmp_path)
    page.click("#card-1 .name")
    assert len(page.run(CAPTIONS)) > 10
    covered = page.run(
        "(boxes => boxes.some((one, at) => boxes.some((other, n) => n < at && one.left <"
        " other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 &&"
        " other.top < one.bottom - 1)))"
        "([...document.querySelectorAll('.caption')].map(c => c.getBoundingClientRect()))"
    )
    assert not covered


def test_one_purpose_of_many_lines_is_said_once(page: Page, tmp_path: Path) -> None:
    show(page, chart(team(60, "budget")), tmp_path)
    page.click("#card-1 .name")
    assert page.run(CAPTIONS) == ["budget"]


def test_purposes_are_text(page: Page, tmp_path: Path) -> None:
    hostile = '<img src=x onerror="alert(1)">'
    show(page, chart(team(3, hostile)), tmp_path)
    page.click("#card-1 .name")
    assert page.run(CAPTIONS) == [hostile]


@pytest.mark.parametrize(("asked", "lit"), [("open", {"p3"}), ("p1", {"p1"})])
def test_what_is_not_highlighted_is_dimmed_and_the_legend_says_it(
    page: Page, asked: str, lit: set[str], tmp_path: Path
) -> None:
    positions = [
        Position(f"p{at}", "T", holder=(f"H{at}",), reports_to="p0" if at else None)
        for at in range(3)
    ]
    positions.append(Position("p3", "Seller", reports_to="p0"))
    organisation = Organisation("Lit", positions)
    show(page, chart_of(organisation, Titles({}), ChartRequest(highlight=(asked,))), tmp_path)
    dim = page.run(
        "Object.fromEntries([...document.querySelectorAll('#cards .card')].map(c =>"
        " ['p' + c.at, getComputedStyle(c.querySelector('.box')).opacity]))"
    )
    assert dim == {f"p{at}": "1" if f"p{at}" in lit else "0.35" for at in range(4)}
    legend = page.run("document.getElementById('legend').innerText")
    said = {"open": "open", "p1": "H1"}[asked]
    assert f"highlighted: {said}" in legend
    page.click("#card-0 .name")
    shown = "getComputedStyle(document.querySelector('#card-0 .box')).opacity"
    assert page.run(shown) == "1", "who is chosen can be read"


def test_a_folded_card_leads_to_those_who_are_highlighted(page: Page, tmp_path: Path) -> None:
    positions = [Position("p0", "T", holder=("H0",))]
    for at in range(1, 400):
        above = f"p{(at - 1) // 7}"
        positions.append(Position(f"p{at}", "T", holder=(f"H{at}",), reports_to=above))
    request = ChartRequest(highlight=("p398", "p350"))
    show(page, chart_of(Organisation("Lit", positions), Titles({}), request), tmp_path)
    shown = "[...document.querySelectorAll('#cards .card{}')].map(c => c.at)"
    bright, folded = (page.run(shown.format(kind)) for kind in (":not(.dim)", ".folded"))
    assert bright and set(bright) <= set(folded)
    page.click("[data-do=all]")
    page.still()
    assert set(page.run(shown.format(":not(.dim)"))) == {398, 350}
