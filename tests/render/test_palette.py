"""Documents that are printed have the colours of the light page."""

import re
from pathlib import Path

from orgcli.render.document.palette import BOLD, COLORS, INK, ITALIC, RULE, SIGN_STYLES, rgb

CSS = Path(__file__).resolve().parents[2] / "src/orgcli/render/page.css"


def test_page_and_documents_have_the_same_colours() -> None:
    text = CSS.read_text("utf-8")
    light, dark, printed = re.findall(r"--ink: #\w+;.*?--work: #\w+;", text, re.DOTALL)
    ours = {**COLORS, "ink": INK, "rule": RULE}
    for block in (light, printed):
        variables = dict(re.findall(r"--(\w+): #(\w+);", block))
        shared = variables.keys() & ours.keys()
        assert shared == {"ink", "rule", "quiet", "shared", "disputed", "work"}
        assert {name: variables[name].upper() for name in shared} == {
            name: ours[name] for name in shared
        }
    assert dark not in (light, printed)


def test_styles_are_as_on_the_page() -> None:
    text = CSS.read_text("utf-8")
    for style in ITALIC:
        assert re.search(rf"^\.{style} \{{ font-style: italic", text, re.MULTILINE)
    assert set(SIGN_STYLES.values()) < set(COLORS) and "work" in BOLD
    assert rgb("0A10FF") == (10, 16, 255)
