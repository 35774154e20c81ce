"""HTML is made of templates, and whatever is put into one is text."""

from pathlib import Path

import pytest

from orgcli.render.html import Html, template

HOSTILE = "<b>&\"'\n{0}\u202e\0"
HARMLESS = "&lt;b&gt;&amp;&quot;&#x27; {0}\\u202e\\x00"


def test_user_text_in_a_slot_is_visible_and_obeyed_by_nothing():
    assert Html("<p>{}</p>").format(HOSTILE) == f"<p>{HARMLESS}</p>"


def test_markup_in_a_slot_stays_markup():
    assert Html("<p>{}</p>").format(Html("<b>{}</b>").format("A & B")) == "<p><b>A &amp; B</b></p>"


def test_text_is_escaped_once_only():
    text = Html.escape("A & B")
    assert Html.escape(text) == Html("{}").format(text) == "A &amp; B"


def test_joined_texts_are_escaped_each():
    assert Html("<br>").join(["<", Html("<b>x</b>")]) == "&lt;<br><b>x</b>"


@pytest.mark.parametrize("made", [Html("<p>") + "<", Html("<p>%s") % "<", "<" + Html("<p>")])
def test_text_that_is_added_is_escaped(made: Html):
    assert isinstance(made, Html)
    assert "&lt;" in made


def test_numbers_are_text():
    assert Html('<td colspan="{}">').format(3) == '<td colspan="3">'


def test_a_template_is_a_file_without_its_last_line_end(tmp_path: Path, monkeypatch):
    folder = tmp_path / "templates_of_a_test"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "card.html").write_text("<p>{name}\n</p>\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert template("templates_of_a_test", "card.html").format(name="ü<") == "<p>ü&lt;\n</p>"
