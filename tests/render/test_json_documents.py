"""JSON that parsers read alike, and that neither a terminal nor a log obeys."""

import json

import pytest

from orgcli.render.json import as_document

HOSTILE = "\x1b[31m \x7f \x85 \u202e \u2028 \ufeff é 営 ##[error]x #\u200b#[y] \ud800"


@pytest.mark.parametrize("ascii", [True, False])
def test_nothing_acts_and_nothing_is_lost(ascii: bool) -> None:
    text = as_document({"text": HOSTILE}, ascii=ascii)
    assert json.loads(text) == {"text": HOSTILE}
    assert text.endswith("}\n")
    assert "##[" not in text
    assert not set(text) & set("\x1b\x7f\x85\u202e\u2028\ufeff\ud800")
    assert ("é" in text) is (not ascii)
