"""The details of a position on the page of `-f html`: facts, contacts and relations as links."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from in_browser import chart, names, show
from PIL import Image

from browser import Page, needs_chromium
from orgcli.chart.chart import Chart
from orgcli.chart.draw import chart_of
from orgcli.chart.web.page import html
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.photo import Photo
from orgcli.model.organisation.position import Contact, DottedLine, Position
from orgcli.model.request.chart_request import ChartRequest, settled

pytestmark = needs_chromium

TEAM = Organisation(
    "Team",
    [
        Position(
            "ceo", "Chief", holder=("Ann Li",), department="Board", location="Oslo", level=1,
            cost_center="4711", tags=("founder",), photo="ann.png",
            contact=Contact("ann+team@example.org", "+47 (22) 33 44 55", "https://example.org/ann"),
            attributes={"Mentor": "Ola Nordmann", "Chat": "https://chat.example.org/ann"},
        ),
        Position("cfo", "Finance", holder=("Bo Ek",), reports_to="ceo", location="Bergen"),
        Position(
            "it", "Technology", reports_to="ceo", dotted_lines=(DottedLine("cfo", "budget"),),
            contact=Contact("<b>no mail</b>", "javascript:alert(1)", "javascript:alert(2)"),
            attributes={"Note": "<img src=x onerror=alert(3)>", "Page": "data:text/html,x"},
        ),
    ],
)  # fmt: skip
DETAILS = "document.getElementById('details')"
LINKS = (
    f"Object.fromEntries([...{DETAILS}.querySelectorAll('a')].map(a => [a.textContent, a.href]))"
)


def facts(page: Page) -> dict[str, list[str]]:
    """What stands below each label."""
    found: dict[str, list[str]] = {}
    label = ""
    for tag, text in page.run(
        f"[...{DETAILS}.querySelectorAll('dt, dd')].map(e => [e.tagName, e.innerText])"
    ):
        if tag == "DT":
            label = text
        found.setdefault(label, []).extend([text] if tag == "DD" else [])
    return found


def open_details(page: Page, made: Chart, at: int, folder: Path) -> None:
    show(page, made, folder)
    page.click(f"#card-{at} .name")
    page.still()


def test_all_that_is_known_is_said_with_contacts_as_links(page: Page, tmp_path: Path) -> None:
    open_details(page, chart(TEAM), 0, tmp_path)
    found = facts(page)
    assert found["Location"] == ["Oslo"] and found["Cost centre"] == ["4711"]
    assert found["Mentor"] == ["Ola Nordmann"] and found["Tags"] == ["founder"]
    links = page.run(LINKS)
    assert links["ann+team@example.org"] == "mailto:ann%2Bteam@example.org"
    assert links["+47 (22) 33 44 55"] == "tel:+4722334455"
    assert links["https://example.org/ann"] == "https://example.org/ann"
    assert links["https://chat.example.org/ann"] == "https://chat.example.org/ann"
    outside = f"[...{DETAILS}.querySelectorAll('a[target]')].map(a => a.rel)"
    assert page.run(outside) == ["noopener noreferrer"] * 2


def test_no_text_becomes_a_link_that_runs_or_an_element(page: Page, tmp_path: Path) -> None:
    open_details(page, chart(TEAM), 2, tmp_path)
    addresses = page.run(f"[...{DETAILS}.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert addresses == ["#ceo", "tel:1", "#cfo"] or addresses == ["tel:1", "#ceo", "#cfo"]
    assert page.run(f"{DETAILS}.querySelectorAll('b, img').length") == 0
    assert facts(page)["Note"] == ["<img src=x onerror=alert(3)>"]
    assert facts(page)["Page"] == ["data:text/html,x"]


def test_manager_and_reports_are_links_that_lead_there(page: Page, tmp_path: Path) -> None:
    open_details(page, chart(TEAM), 0, tmp_path)
    page.click("#details a[href='#cfo']")
    page.still()
    assert names(page, "[aria-selected=true]") == ["Bo Ek"]
    assert page.run("location.hash") == "#cfo"
    assert facts(page)["Dotted line from"] == ["Technology (budget)"]
    page.click("#details a[href='#ceo']")
    page.still()
    assert names(page, "[aria-selected=true]") == ["Ann Li"]
    count, first, second = facts(page)["Reports"]
    assert count == "2 direct"
    assert first.startswith("Bo Ek") and second.startswith("Technology")


def test_of_many_reports_the_others_are_shown_when_asked_for(page: Page, tmp_path: Path) -> None:
    team = [Position(f"p{at}", "T", reports_to="p0" if at else None) for at in range(31)]
    open_details(page, chart(Organisation("Many", team)), 0, tmp_path)
    assert page.run(f"{DETAILS}.querySelectorAll('dd a').length") == 20
    page.click("#details button.link")
    assert page.run(f"{DETAILS}.querySelectorAll('dd a').length") == 30


def test_a_link_to_a_position_is_copied(page: Page, tmp_path: Path) -> None:
    path = show(page, chart(TEAM), tmp_path)
    page.run("navigator.clipboard.writeText = text => { window.copied = text;"
             " return Promise.resolve(); }; 0")  # fmt: skip
    page.click("#card-1 .name")
    page.click("#details .actions button")
    page.until("window.copied")
    assert page.run("window.copied") == f"{path.as_uri()}#cfo"
    page.until(f"{DETAILS}.querySelector('.actions button').textContent === 'Link copied'")
    assert page.run("document.getElementById('said').textContent") == "Link copied"


def test_without_a_clipboard_the_link_is_copied_all_the_same(page: Page, tmp_path: Path) -> None:
    show(page, chart(TEAM), tmp_path)
    page.run("navigator.clipboard.writeText = () => Promise.reject(); document.execCommand ="
             " () => { window.copied = document.activeElement.value; }; 0")  # fmt: skip
    page.click("#card-1 .name")
    page.click("#details .actions button")
    page.until("window.copied")
    assert page.run("window.copied").endswith("#cfo")
    assert page.run(f"{DETAILS}.querySelector('textarea')") is None


def test_the_photo_is_large_in_the_details(page: Page, tmp_path: Path) -> None:
    pixels = io.BytesIO()
    Image.new("RGB", (80, 80), "#0072b2").save(pixels, "PNG")
    photo = Photo("png", 80, 80, pixels.getvalue())
    made = chart(TEAM, photo=lambda path: photo)
    open_details(page, made, 0, tmp_path)
    page.until(f"{DETAILS}.querySelector('img.face').naturalWidth === 80")
    assert page.run(f"{DETAILS}.querySelector('img.face').width") == 64


@pytest.mark.parametrize(
    ("fields", "said", "unsaid"),
    [
        (None, "Ola Nordmann 4711 Oslo ann+team@example.org founder", ""),
        (("name", "title"), "", "Ola Nordmann 4711 Oslo example.org founder"),
        (("name", "title", "location"), "Oslo", "Ola Nordmann 4711 example.org founder"),
        (("title", "email"), "ann+team@example.org", "Ola Nordmann 4711 Oslo founder Ann"),
    ],
)
def test_fields_decide_what_is_in_the_file(
    fields: tuple[str, ...] | None, said: str, unsaid: str
) -> None:
    style: dict[str, Any] = {} if fields is None else {"fields": fields}
    request = settled(ChartRequest(**style))
    page = html(chart_of(replace(TEAM), Titles({}), request))
    assert [word for word in said.split() if word not in page] == []
    assert [word for word in unsaid.split() if word in page] == []
