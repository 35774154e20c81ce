"""The page of `--format html`: whole, self-contained, readable by machines, phones and browsers."""

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from test_compare_screens import HERE, run

from browser import Browser, needs_chromium
from orgcli.compare.comparison.align import align
from orgcli.compare.comparison.comparison import ComparedRole
from orgcli.compare.comparison.formats import FORMATS
from orgcli.compare.role_card.card import role_card
from orgcli.compare.role_card.formats import CARD_FORMATS
from orgcli.language.tags import LANGUAGES
from orgcli.model.roles.library import Library, Work
from orgcli.model.roles.role import Role, Statement
from orgcli.render.view import Page

VOID = {"col", "meta", "link", "br", "img", "hr", "input"}


class Elements(HTMLParser):
    """Every element with its attributes; tags must close in the order they were opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.found if name in attributes]


@pytest.fixture(
    params=[
        "cso cro vp",
        "cso cro vp --table",
        "cso cro vp --full --sources",
        "sdr bdr --only different",
    ]
)
def page(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    code, out, err = run(f"orgcli compare {request.param} -f html", monkeypatch, folder=HERE)
    assert (code, err) == (0, "")
    return out


def test_every_link_leads_somewhere_and_ids_are_unique(page: str) -> None:
    elements = Elements(page)
    ids = Counter(elements.values("id"))
    assert max(ids.values()) == 1
    for link in elements.values("href"):
        assert link.startswith("https://") or link.removeprefix("#") in ids, link


@pytest.mark.parametrize("write", ["comparison", "card"])
def test_a_key_that_nothing_defines_is_no_link(write: str) -> None:
    said = Statement(text="sells", sources=("known", "nobody"), dispute="K9")
    role = Role("a", focus=(said,))
    library = Library("test", works=(Work("known", "Q", "Known"),))
    alone = align([ComparedRole(role)], library)
    if write == "comparison":
        out = FORMATS["html"](alone, Page())
    else:
        card = role_card(alone, role, library, (), Page().words)
        out = CARD_FORMATS["html"](card, Page())
    assert isinstance(out, str)
    elements = Elements(out)
    assert {"#work-Q"} == set(elements.values("href")) and "work-Q" in elements.values("id")
    assert '<span class="work">nobody</span>' in out
    assert '<span class="dispute">K9</span>' in out


def test_nothing_is_loaded_and_nothing_runs(page: str) -> None:
    elements = Elements(page)
    assert not {tag for tag, _ in elements.found} & {"script", "link", "img", "iframe", "object"}
    assert elements.values("src") == []
    assert not any(name.startswith("on") for _, one in elements.found for name in one)
    assert "default-src 'none'" in page
    assert "url(" not in page and "@import" not in page


def test_a_machine_finds_language_headings_and_signs_in_words(page: str) -> None:
    elements = Elements(page)
    assert ("html", {"lang": "en"}) in elements.found
    scopes = Counter(one["scope"] for tag, one in elements.found if tag == "th")
    assert scopes["col"] >= 2 and scopes["row"] >= 3
    hidden = re.findall(r'aria-hidden="true">[·═≠]</span>(.{0,40})', page)
    body = page.partition("<footer>")[0]
    assert bool(hidden) == ("<footer>\n<p>" in page)
    signs = re.findall(r'aria-hidden="true">[·═≠]', body)
    assert len(signs) == body.count('class="hidden"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_which_language_it_is_in(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, out, _ = run(f"orgcli compare cso cro -f html --lang {language}", monkeypatch, folder=HERE)
    assert f'<html lang="{language}">' in out


@needs_chromium
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 400, 1400])
def test_nothing_overflows_in_a_browser(
    width: int, language: str, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = f"orgcli compare cso cro vp sdr --full -f html --lang {language}"
    _, out, _ = run(command, monkeypatch, folder=HERE)
    (tmp_path / "page.html").write_text(out, "utf-8")
    tab = browser.page()
    tab.size(width, 900)
    tab.open(tmp_path / "page.html")
    whole, seen = tab.run("(e => [e.scrollWidth, e.clientWidth])(document.documentElement)")
    tab.close()
    assert whole <= seen <= width
