"""A chart as one self-contained page: drawn, searched and folded by the script that is in it."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from orgcli.chart.chart import Chart
from orgcli.chart.deck.heading_text import count_line, title_of
from orgcli.chart.drawing import Drawing
from orgcli.chart.web.body import buttons, icon, legend, positions
from orgcli.chart.web.colors import page_colors, theme_styles
from orgcli.chart.web.data import data
from orgcli.chart.web.minification import minified_script, minified_styles
from orgcli.render.html import Html, template

_SCRIPTS = (
    "layout/tree",
    "layout/shapes",
    "layout/places",
    "layout/layout",
    "data",
    "view/visible",
    "view/view",
    "view/card",
    "view/connectors",
    "view/routes",
    "view/dotted",
    "view/draw",
    "view/far",
    "view/blocks",
    "view/minimap",
    "view/glide",
    "controls/groups",
    "controls/filters",
    "controls/trail",
    "controls/choose",
    "controls/details",
    "controls/legend",
    "controls/pointer",
    "controls/keyboard",
    "controls/search",
    "controls/list",
    "controls/presentation",
    "controls/picture",
    "view/print",
    "start",
)
"""The files of web/, in the order in which they make one script."""
_THEMES = {"light": "system", "dark": "dark", "print": "print"}
"""What a page begins with; the light one is dark for readers whose system is."""


def draw(chart: Chart) -> Drawing:
    """The chart as one self-contained page."""
    return chart.as_text(html(chart))


def html(chart: Chart) -> str:
    """The page of a chart; the same chart gives the same bytes.

    The browser may run and apply what is in the page and nothing else, and load nothing: its
    policy names the script and the style sheet by their hashes.
    """
    deck, code = chart.deck, _small_script()
    faces = any(card.initials is not None for card in deck.cards)
    colors = page_colors(chart)
    styles = _small_styles() + theme_styles(colors.colors, faces)
    policy = (
        f"default-src 'none'; style-src '{source_hash(styles)}'; "
        f"script-src '{source_hash(code)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    page = template("orgcli.chart.web", "page.html").format(
        language=deck.words.tag,
        words=deck.words.page,
        theme=_THEMES[chart.request.theme],
        policy=Html(policy),
        title=title_of(deck),
        counts=count_line(deck),
        styles=Html(styles),
        search_icon=icon("search"),
        button=buttons(deck.words.page),
        legend=legend(chart),
        positions=positions(deck),
        data=Html(data(chart, colors, _words_of_script())),
        script=Html(code),
    )
    return f"{page}\n"


@cache
def script() -> str:
    """The script of the page: all files of web/ as one, in a scope of their own."""
    parts = "\n".join(_file(f"{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


@cache
def _words_of_script() -> tuple[str, ...]:
    """The words of the page that the script says, by name."""
    return tuple(sorted({*re.findall(r"\bwords\.(\w+)", script())} - {"chart"}))


@cache
def _small_script() -> str:
    """The same as it is in the page."""
    return minified_script(script())


@cache
def _small_styles() -> str:
    return minified_styles(_file("page.css"))


def _file(name: str) -> str:
    return (files("orgcli.chart.web") / name).read_text(encoding="utf-8")


def source_hash(content: str) -> str:
    """A source expression of a content security policy."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
