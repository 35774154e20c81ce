"""The page of `-f html` as text: self-contained, nothing obeyed, every word given from outside."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import fields
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from chart_samples import HOSTILE, hostile, sales_team, tangled, whole, wide_tree

from orgcli.chart.color.palette import luminance
from orgcli.chart.deck.heading_text import title_of
from orgcli.chart.deck.visible_text import plain
from orgcli.chart.draw import chart_of
from orgcli.chart.web import page as page_module
from orgcli.chart.web.body import MOST_LISTED
from orgcli.chart.web.colors import theme_styles
from orgcli.chart.web.page import html
from orgcli.language.words import PageWords
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import ChartRequest

TITLES = Titles({})
WEB = Path(page_module.__file__).parent
SCRIPTS = sorted(one.relative_to(WEB).as_posix() for one in WEB.rglob("*.js"))
VOID = {"meta", "input", "rect", "path"}


class Parts(HTMLParser):
    """The elements of a page with their attributes, and the text of some."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, list[str]] = {}
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.text.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.open:
            self.text[self.open[-1]][-1] += data

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [one[name] or "" for _, one in self.found if name in one]


def page_of(organisation: Organisation, look: ChartRequest = whole()) -> str:
    return html(chart_of(organisation, TITLES, look))


def company(count: int) -> Organisation:
    return Organisation(
        "Big",
        [
            Position(
                f"p-{at}",
                "Engineer",
                holder=(f"Person {at}",),
                reports_to=f"p-{(at - 1) // 7}" if at else None,
                department=f"Team {at % 5}",
            )
            for at in range(count)
        ],
    )


def data_of(page: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(Parts(page).text["script"][0])
    return found


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert page_of(hostile()) == page_of(hostile())


@pytest.mark.parametrize("make", [sales_team, tangled, hostile])
def test_the_policy_allows_what_is_in_the_page_and_nothing_else(make: object) -> None:
    assert callable(make)
    page = page_of(make())
    parts = Parts(page)
    policy = next(
        one["content"] or ""
        for tag, one in parts.found
        if tag == "meta" and one.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules == {
        "default-src": "'none'",
        "style-src": f"'{hash_of(parts.text['style'][0])}'",
        "script-src": f"'{hash_of(parts.text['script'][1])}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert page.index("Content-Security-Policy") < page.index("<style>")


def hash_of(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def test_nothing_is_loaded_and_no_attribute_runs_or_styles() -> None:
    page = page_of(hostile())
    parts = Parts(page)
    tags = [tag for tag, _ in parts.found]
    assert tags.count("script") == 2 and tags.count("style") == 1
    assert not set(tags) & {"link", "img", "iframe", "object", "embed", "base", "form"}
    names = {name for _, one in parts.found for name in one}
    assert not names & {"src", "style", "srcset", "action", "href"}
    assert not [name for name in names if name.startswith("on")]
    assert "url(" not in parts.text["style"][0] and "@import" not in parts.text["style"][0]


def test_hostile_text_is_data_and_nothing_else() -> None:
    page = page_of(hostile())
    found = data_of(page)
    shown = [plain(text) for text in HOSTILE if plain(text)]
    names = found["names"]
    assert isinstance(names, list)
    assert set(shown) <= set(names)
    raw = page.partition('id="data">')[2].partition("</script>")[0]
    assert not re.search("[<>&\u2028\u2029]", raw)
    assert json.loads(raw) == found
    assert page.count("alert(1)") > 0 and "<script>alert" not in page


def test_each_file_of_the_script_is_in_it_and_says_what_it_is_for() -> None:
    assert sorted(f"{name}.js" for name in page_module._SCRIPTS) == SCRIPTS
    for name in SCRIPTS:
        lines = (WEB / name).read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("// ") and lines[0].endswith(".")
        assert len(lines) <= 300
        assert max(map(len, lines)) <= 100


def test_the_script_turns_no_text_into_markup_or_code() -> None:
    script = page_module.script()
    for way in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function("):
        assert way not in script
    assert 'setAttribute("style"' not in script and "fetch(" not in script
    assert "</script" not in script and "<!--" not in script


def body_source() -> str:
    return "".join(
        (WEB / name).read_text(encoding="utf-8") for name in ("body.py", "facts.py", "page.html")
    )


@pytest.mark.parametrize("word", [one.name for one in fields(PageWords)])
def test_each_word_is_said_somewhere(word: str) -> None:
    assert re.search(rf"\bwords\.(page\.)?{word}\b", page_module.script() + body_source())


def test_every_word_of_the_script_is_given() -> None:
    given = data_of(page_of(sales_team()))["words"]
    assert isinstance(given, dict)
    for said in re.findall(r"\bwords\.chart\.(\w+)", page_module.script()):
        assert said in given["chart"]
    for said in re.findall(r"\bwords\.(\w+)", page_module.script()):
        assert said in given


def test_the_script_has_no_words_of_its_own() -> None:
    """Texts of two words and more, and texts put on elements, come from outside."""
    code = re.sub(r"(?s)/\*.*?\*/|^//.*?$", "", page_module.script(), flags=re.MULTILINE)
    for text in re.findall(r'"([^"\n]*)"', code.replace("xMidYMin meet", "")):
        assert not re.search(r"[A-Z][a-z]+ [a-z]+", text), text
    for text in re.findall(r'textContent = "([^"]*)"', code):
        assert text == ""


def test_the_page_says_its_language_and_its_title() -> None:
    parts = Parts(page_of(sales_team()))
    assert parts.found[0] == ("html", {"lang": "en", "data-theme": "system"})
    assert parts.text["title"] == ["Northwind Robotics: sales"]
    assert parts.text["h1"] == ["Northwind Robotics: sales"]
    viewport = next(one for _, one in parts.found if one.get("name") == "viewport")
    assert viewport["content"] == "width=device-width, initial-scale=1"
    untitled = Parts(page_of(Organisation(None, [Position("a", "A")])))
    assert untitled.text["title"] == ["Organisation chart"]


@pytest.mark.parametrize(
    ("theme", "begins"), [("light", "system"), ("dark", "dark"), ("print", "print")]
)
def test_a_theme_is_what_the_page_begins_with(theme: str, begins: str) -> None:
    page = page_of(sales_team(), whole(theme=theme))
    assert Parts(page).found[0][1]["data-theme"] == begins


def test_without_a_script_there_is_a_list() -> None:
    page = page_of(sales_team())
    listed = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert listed.count("<li>") == 9
    assert "<li>layer 2: Ben Li / Ana Cruz, VP Sales, Sales, 3 direct</li>" in listed
    assert "JavaScript" in listed


def test_a_large_list_is_not_in_the_page_twice_and_the_page_says_so() -> None:
    page = page_of(company(MOST_LISTED + 1))
    listed = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "<li>" not in listed and f"{MOST_LISTED + 1}" in listed
    assert len(page) < 400_000


def test_a_chain_of_ten_thousand_is_written() -> None:
    positions = [
        Position(f"p{at}", "T", reports_to=f"p{at - 1}" if at else None) for at in range(10_000)
    ]
    assert data_of(page_of(Organisation("Chain", positions)))["manager"] == [-1, *range(9_999)]


def test_without_the_field_name_no_holder_is_anywhere_in_the_page() -> None:
    look = whole(fields=("title", "location"))
    page = page_of(sales_team(), look)
    for holder in ("Priya", "Vasquez", "Vera Cruz", "Ben Li", "Zoe Chen", "Ida"):
        assert holder not in page


def test_ids_in_the_page_are_unique_and_what_refers_to_them_finds_them() -> None:
    parts = Parts(page_of(sales_team()))
    ids = parts.values("id")
    assert len(ids) == len(set(ids))
    for name in ("aria-controls", "aria-labelledby"):
        assert set(parts.values(name)) <= set(ids)


def test_every_button_has_a_name_and_a_deed() -> None:
    parts = Parts(page_of(sales_team()))
    buttons = [one for tag, one in parts.found if tag == "button"]
    assert len(buttons) == 19
    start = (WEB / "start.js").read_text(encoding="utf-8").partition("const ACTIONS")[2]
    for one in buttons:
        assert one["aria-label"] and one["title"]
        assert re.search(rf'^  "?{one["data-do"]}"?: ', start, re.MULTILINE)
    assert title_of(chart_of(sales_team(), TITLES, whole()).deck)


def themes() -> Iterator[tuple[str, dict[str, str]]]:
    styles = theme_styles(["#0072b2", "#e69f00"])
    for block in re.findall(r"\{((?:color-scheme:\w+;)?--page[^}]*)\}", styles):
        found = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6}|white)", block))
        yield (
            block[:30],
            {key: "#ffffff" if value == "white" else value for key, value in found.items()},
        )


def test_text_stands_out_from_what_is_behind_it() -> None:
    states = ("filled", "open", "planned", "closed")
    pairs = [("ink", "page"), ("quiet", "page"), ("ink", "filled-fill"), ("quiet", "filled-fill")]
    pairs += [("trouble", f"{state}-fill") for state in ("filled", "open")]
    pairs += [("ink", "lit"), ("quiet", "lit"), ("chain", "lit"), ("chain", "filled-fill")]
    pairs += [("page", "quiet")]
    for state in states:
        pairs += [(f"{state}-name", f"{state}-fill"), (f"{state}-title", f"{state}-fill")]
        pairs += [(f"{state}-name", "lit"), (f"{state}-title", "lit")]
    seen = 0
    for name, colors in themes():
        seen += 1
        for text, behind in pairs:
            light, dark = sorted((luminance(colors[text]), luminance(colors[behind])))[::-1]
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (name, text, behind)
    assert seen == 4


def test_a_wide_tree_has_a_column_for_each_position() -> None:
    manager = wide_tree((3, 3))
    positions = [
        Position(f"p{at}", "T", holder=("H",), reports_to=f"p{above}" if above >= 0 else None)
        for at, above in enumerate(manager)
    ]
    found = data_of(page_of(Organisation("Wide", positions)))
    assert found["manager"] == manager
    for column in ("keys", "names", "title", "department", "color", "direct", "total", "states"):
        value = found[column]
        assert isinstance(value, list | str) and len(value) == len(manager)
