"""The picture of an answer: what it draws is what the answer says, in every language."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from command_line import run_in
from orgcli.api.roles import role_answer
from orgcli.chart.role_lines.line_statement import RoleLinesPage
from orgcli.cli.language import open_session
from orgcli.cli.options import ResultRequest
from orgcli.cli.roles.answer_picture import lines_page
from orgcli.cli.roles.selection import read_roles
from orgcli.compare.answer.answer import RoleAnswer
from orgcli.language.tags import LANGUAGES, speak_of_answers
from pdf_text import text_of

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "pictures"
BUILT_IN = sorted(path.stem for path in (ROOT / "roles").glob("*.yaml")
                  if path.stem not in ("library", "advice", "shape"))  # fmt: skip


def lines_of(roles: tuple[str, ...], language: str = "en") -> tuple[RoleAnswer, RoleLinesPage]:
    session = open_session(language)
    answer = role_answer(read_roles(roles, session), session.roles())
    return answer, lines_page(answer, session.view(ResultRequest()))


def test_golden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[Path, str], None]
) -> None:
    code, out, _ = run_in(tmp_path, "orgcli compare cso cro vp --chart", monkeypatch)
    assert code == 0
    golden(GOLDEN / "cso-cro-vp.svg", out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_in(tmp_path, f"orgcli compare cso cro vp --chart -o a.pdf --lang {language}", monkeypatch)
    (page,) = PdfReader(tmp_path / "a.pdf").pages
    said = " ".join(text_of(page).split())
    words = speak_of_answers(language)
    for text in (words.lines, words.together):
        assert text.casefold() in said.casefold()
    assert re.search(r"pipl\.ai 2024", said)


def test_formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """svg and png always mean the picture; pdf does with --chart."""
    starts = {"a.svg": b"<?xml", "a.png": b"\x89PNG", "a.pdf": b"%PDF-"}
    for file, start in starts.items():
        flag = "--chart" if file == "a.pdf" else ""
        assert run_in(tmp_path, f"orgcli compare cso cro {flag} -o {file}", monkeypatch)[0] == 0
        assert (tmp_path / file).read_bytes().startswith(start)
    one = run_in(tmp_path, "orgcli compare cso cro -f svg", monkeypatch)[1]
    assert one == run_in(tmp_path, "orgcli compare cso cro --chart", monkeypatch)[1]


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ("--chart -f html", "--format cannot be `html`"),
        ("--chart --table", "--chart and --table cannot be used together"),
        ("--chart --diff", "--chart and --diff cannot be used together"),
        ("-f png --facet focus", "-f png and --facet cannot be used together"),
        ("--chart --only shared --lang sv", "--chart och --only kan inte användas tillsammans"),
    ],
)
def test_what_it_does_not_draw(
    flags: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run_in(tmp_path, f"orgcli compare cso cro {flags}", monkeypatch)
    assert (code, out) == (2, "") and said in err


def test_roles_without_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(f"role: {name}\ntitle: {name}\nsummary: Grows\n")
    command = "orgcli compare one.yaml two.yaml --chart"
    code, out, err = run_in(tmp_path, command, monkeypatch)
    assert (code, out) == (2, "") and "nothing states whom these roles report to" in err


def test_no_sources_means_no_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    session = open_session("en")
    answer = role_answer(read_roles(("cso", "cro"), session), session.roles())
    page = lines_page(answer, session.view(ResultRequest(), sources=False))
    assert not any(mark for mark, _ in page.legend if len(mark) == 1)
    assert not any(card.statement.marks for card in page.cards if card.statement)


@given(st.lists(st.sampled_from(BUILT_IN), min_size=2, max_size=6, unique=True).map(tuple))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_line_has_its_works(roles: tuple[str, ...]) -> None:
    """Of any roles of the library; and every mark is explained at the foot."""
    answer, page = lines_of(roles)
    assert len(page.panels) == len(answer.sketches)
    explained = {mark for mark, _ in page.legend}
    for panel, sketch in zip(page.panels, answer.sketches, strict=True):
        assert len(panel.cards) == len(sketch.nodes)
        for card, node in zip(panel.cards, sketch.nodes, strict=True):
            assert (card.above >= 0) == (node.depth > 0)
            if card.above < 0:
                assert card.statement is None
                continue
            above = panel.cards[card.above]
            assert card.statement is None or card.statement.marks
            assert (card.statement is None) <= (not above.is_known)
            if card.statement:
                assert set(card.statement.marks) <= explained
                assert card.statement.dispute in {"", *explained}


def test_cards_say_their_lines_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For those who hear a picture."""
    _, out, _ = run_in(tmp_path, "orgcli compare cso cro vp --chart", monkeypatch)
    titles = [one.text for one in ET.fromstring(out).iter() if one.tag.endswith("title")]
    assert "VP Sales, often, QuotaPath 2020, reports to CSO" in titles
    assert "CSO, probably, QuotaPath 2020, K1, reports to CRO" in titles
