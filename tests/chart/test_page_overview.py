"""The page of `-f html` from far away and as a whole: blocks, minimap, presentation, pictures."""

import io
import re
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from in_browser import chart, company, names, northwind, scale, show
from PIL import Image

from browser import Page, needs_chromium
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position

pytestmark = needs_chromium

BLOCKS = (
    "[...document.querySelectorAll('#blocks > .block')].map("
    "b => [...b.querySelectorAll('text')].map(t => t.textContent))"
)
MAP_HIDDEN = "document.getElementById('minimap').hidden"


def zoom_out(page: Page, times: int) -> None:
    for _ in range(times):
        page.click("[data-do=zoom-out]")
        page.still()


def test_from_afar_branches_are_blocks_with_names_and_counts(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    assert page.run(BLOCKS) == []
    page.click("[data-do=all]")
    page.still()
    zoom_out(page, 2)
    blocks = {" ".join(lines[:-1]): lines[-1] for lines in page.run(BLOCKS)}
    assert blocks["Engineering"] == "36" and blocks["Customer Service"] == "14"
    assert len(blocks) == 7
    sizes = page.run(
        "[...document.querySelectorAll('#blocks text')].map(t => t.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 11
    zoom_out(page, 2)
    assert page.run(BLOCKS) == [["Northwind Robotics", "128"]] or len(page.run(BLOCKS)) > 1
    page.click("[data-do=fit]")
    page.still()
    assert page.run(BLOCKS) == []


def test_a_click_on_a_block_leads_there(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(2_000, 12)), tmp_path)
    page.click("[data-do=all]")
    page.still()
    before = scale(page)
    blocks = page.run(BLOCKS)
    assert 1 < len(blocks) <= 200
    page.click("#blocks > .block")
    page.still()
    assert scale(page) > before * 1.5


def test_blocks_do_not_cover_each_other(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    page.click("[data-do=all]")
    page.still()
    zoom_out(page, 2)
    covered = page.run(
        "(boxes => boxes.some((one, at) => boxes.some((other, n) => n < at && one.left <"
        " other.right - 8 && other.left < one.right - 8 && one.top < other.bottom - 8 &&"
        " other.top < one.bottom - 8)))"
        "([...document.querySelectorAll('#blocks .ground')].map(c => c.getBoundingClientRect()))"
    )
    assert not covered


def test_the_minimap_is_there_where_not_all_is_seen(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    assert page.run(MAP_HIDDEN)
    for _ in range(3):
        page.click("[data-do=zoom-in]")
    page.still()
    assert not page.run(MAP_HIDDEN)
    before = page.run("document.getElementById('paper').style.transform")
    left, top, width, height = page.run(
        "(r => [r.left, r.top, r.width, r.height])"
        "(document.getElementById('minimap').getBoundingClientRect())"
    )
    assert width <= 192 and height <= 132
    page.click((left + width - 8, top + height - 8))
    page.still()
    assert page.run("document.getElementById('paper').style.transform") != before
    x, _ = page.middle("#cards > .card:last-child .box")
    assert 0 < x < 1400
    colors = page.run(
        "(c => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height)"
        ".data.buffer)).size)(document.getElementById('minimap'))"
    )
    assert colors > 5
    page.click("[data-do=fit]")
    page.still()
    assert page.run(MAP_HIDDEN)


def test_a_presentation_goes_branch_by_branch(page: Page, tmp_path: Path) -> None:
    path = show(page, northwind(), tmp_path, "#cfo")
    before = names(page)
    page.click("[data-do=present]")
    page.until("document.fullscreenElement !== null || true")
    page.still()
    assert page.run("document.querySelector('header').offsetHeight") == 0
    title, count = "document.getElementById('step-title').textContent", "#step-count"
    assert page.run(title) == "Northwind Robotics"
    seen = []
    for _ in range(12):
        page.press("ArrowRight")
        page.still()
        seen.append(page.run(title))
        smallest = page.run(
            "Math.min(...[...document.querySelectorAll('#cards .name')].map(n =>"
            " parseFloat(getComputedStyle(n).fontSize)))"
        )
        assert smallest * scale(page) >= 11 - 1e-4
    branches = [
        f"{card.name} · {card.title}"
        for card, above in zip(northwind().deck.cards, northwind().deck.manager, strict=True)
        if above == 0 and card.total
    ]
    assert [one for one in dict.fromkeys(seen) if one in branches] == branches
    steps = int(page.run(f"document.querySelector('{count}').textContent").split("/")[1])
    assert len(set(seen)) + 1 == steps or len(seen) == 12
    page.press("Home")
    page.still()
    assert page.run(title) == "Northwind Robotics"
    page.press("End", "PageUp")
    page.press("Escape")
    page.until("!document.body.classList.contains('presenting')")
    page.still()
    assert names(page) == before
    assert names(page, "[aria-selected=true]") == ["Bartholomé Adeyinka"]
    assert page.run("location.hash") == "#cfo" and path


def test_the_buttons_of_a_presentation(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(60)), tmp_path)
    page.click("[data-do=present]")
    page.still()
    assert page.run("document.querySelector('[data-do=previous]').disabled")
    page.press("Enter")
    page.still()
    assert page.run("document.getElementById('step-count').textContent").startswith("2 / ")
    page.click("[data-do=previous]")
    page.still()
    assert page.run("document.getElementById('step-count').textContent").startswith("1 / ")
    page.click("[data-do=end]")
    page.until("!document.body.classList.contains('presenting')")
    assert page.run("document.activeElement.dataset.do") == "present"


def test_an_organisation_without_branches_can_be_presented(page: Page, tmp_path: Path) -> None:
    show(page, chart(Organisation("One", [Position("a", "A", holder=("Ann",))])), tmp_path)
    page.click("[data-do=present]")
    page.press("ArrowRight", "ArrowLeft", "End", "Escape")
    page.until("!document.body.classList.contains('presenting')")
    assert names(page) == ["Ann"]


def saved(page: Page, folder: Path, kind: str) -> Path:
    """The picture that the page saves."""
    page.keep_downloads(folder)
    page.click("[data-do=save]")
    page.click(f"[data-do=save-{kind}]")
    end = time.monotonic() + 30
    while not (found := list(folder.glob(f"*.{kind}"))):
        assert time.monotonic() < end, "nothing was saved"
        time.sleep(0.05)
    time.sleep(0.2)
    return found[0]


def size_and_colors(path: Path) -> tuple[tuple[int, int], int]:
    """The size of a picture in pixels, and how many colours it has."""
    with Image.open(path) as image:
        small = image.convert("RGB").resize((400, 300))
        return image.size, len(small.getcolors(400 * 300) or ())


def test_what_is_seen_is_saved_as_svg(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    path = saved(page, tmp_path, "svg")
    assert path.name == "northwind-robotics.svg"
    text = path.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    said = "".join(root.itertext())
    for name in names(page):
        assert name in said
    assert "Northwind Robotics" in said and "Customer Service" in said
    assert "var(" not in text and "<style" not in text and "class=" not in text
    assert not re.search(r'\sid="', text) and "<script" not in text


def test_a_part_that_is_seen_is_saved_alone_as_png(page: Page, tmp_path: Path) -> None:
    show(page, northwind(), tmp_path)
    whole, colors = size_and_colors(saved(page, tmp_path / "whole", "png"))
    for _ in range(2):
        page.click("[data-do=zoom-in]")
        page.still()
    part, _ = size_and_colors(saved(page, tmp_path / "part", "png"))
    assert whole[0] > 2_000 and part[0] <= 2 * 1400 + 64
    assert colors > 100
    assert page.problems == []


def test_a_picture_of_thousands_seen_from_afar(page: Page, tmp_path: Path) -> None:
    show(page, chart(company(1_000)), tmp_path)
    page.click("[data-do=all]")
    page.still()
    data = saved(page, tmp_path, "svg").read_bytes()
    assert data.count(b"Person") >= 1_000
    assert io.BytesIO(data) and len(names(page)) <= 1_000


def test_hostile_text_in_a_picture_is_text(page: Page, tmp_path: Path) -> None:
    name = "</svg><script>alert(1)</script>&\"'"
    show(page, chart(Organisation(name, [Position("a", name, holder=(name,))])), tmp_path)
    root = ElementTree.fromstring(saved(page, tmp_path, "svg").read_text(encoding="utf-8"))
    assert not [one for one in root.iter() if one.tag.endswith("script")]
    assert name in "".join(root.itertext())


@pytest.mark.parametrize("positions", [0, 1])
def test_nobody_and_one_are_saved_too(page: Page, positions: int, tmp_path: Path) -> None:
    people = [Position("a", "A", holder=("Ann",))][:positions]
    show(page, chart(Organisation("", people)), tmp_path)
    assert saved(page, tmp_path, "svg").stat().st_size > 100
