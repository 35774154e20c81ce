"""Every format has a golden of a run without findings and of one with some of everything."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import HOSTILE, HOW, VERDICTS, of

from orgcli.report.formats import FORMATS, LINES
from orgcli.report.rendering import Rendering

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("sample", VERDICTS)
def test_golden(format: str, sample: str, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / f"{sample}.{format}.txt", FORMATS[format].write(VERDICTS[sample], HOW))


def test_every_format_has_its_goldens() -> None:
    expected = {f"{sample}.{format}.txt" for sample in VERDICTS for format in FORMATS}
    found = {path.name for path in GOLDEN.iterdir()}
    assert expected - found == set(), "run pytest --update and read the new files"
    assert found - expected == set(), "golden files of no format"


def test_every_format_is_documented() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/formats.md").read_text("utf-8")
    assert [format for format in FORMATS if f"| `{format}` |" not in page] == []


@pytest.mark.parametrize("format", FORMATS)
def test_output_is_harmless_whatever_users_write(format: str) -> None:
    for color in (False, True):
        text = FORMATS[format].write(of(*HOSTILE), replace(HOW, color=color, max_findings=0))
        _harmless(text.replace("\x1b[", "") if color else text)


@pytest.mark.parametrize("format", FORMATS)
@given(text=st.text())
def test_output_is_harmless_for_any_text(format: str, text: str) -> None:
    _harmless(FORMATS[format].write(of(text, text), HOW))


def _harmless(text: str) -> None:
    text.encode("utf-8")
    controls = {chr(code) for code in (*range(32), *range(0x7F, 0xA0))} - {"\n"}
    assert not controls & set(text)
    assert not set("\u202e\u2028\u2029\u2066\ufeff") & set(text)


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_but_the_verdict_is_needed(format: str) -> None:
    for verdict in VERDICTS.values():
        text = FORMATS[format].write(verdict, Rendering())
        assert text.endswith("\n") or not text
        assert text == FORMATS[format].write(verdict, Rendering())


def test_lines_are_formats() -> None:
    assert set(LINES) < set(FORMATS)
