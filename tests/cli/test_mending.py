"""`--fix`, `--diff` and `--add-ignore` change exact spans, and a second run has nothing to do."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import run_in
from orgcli.check.run import check
from orgcli.mend.edits import edited, edits_of
from orgcli.model.settings import Settings
from orgcli.model.source.notation import Notation
from orgcli.model.source.source import Source
from orgcli.model.source.spelling import respelt, spells
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.yaml import load_yaml

TYPOS = """\
# Northwind, since 1996  \r
organisation: Northwind
positions:
  - {id: ceo, location: NO}   # Norway, not false
  - id: "vp-emea"
    reports_to:   ceo      # spaces stay
    titel: 'VP'
  - id: 007
    reports_to: "vp-emae"
    role: 'vp-sale'
    status: filed
    assistant: yes
\t
  - id: ae
    reports_to: 'VP-EMEA'
    dotted_lines: [{to: coe, for: plans}, ceo]
    start: 2024-01-01
"""
MENDED = (
    TYPOS.replace("NO}", '"NO"}')
    .replace("titel", "title")
    .replace("007", '"007"')
    .replace("vp-emae", "vp-emea")
    .replace("'vp-sale'", "'vp-sales'")
    .replace("filed", "filled")
    .replace("yes", "true")
    .replace("'VP-EMEA'", "'vp-emea'")
    .replace("coe", "ceo")
    .replace("[{to: ceo, for: plans}, ceo]", "[{to: ceo, for: plans}, ceo]")
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_fix_changes_the_spans_and_nothing_else(
    here: Path, monkeypatch: pytest.MonkeyPatch, mark: bytes
) -> None:
    (here / "org.yaml").write_bytes(mark + TYPOS.replace("\t\n", "\n").encode())
    code, out, err = run_in(here, "orgcli validate --fix", monkeypatch)
    assert (here / "org.yaml").read_bytes().decode() == (
        mark.decode() + MENDED.replace("\t\n", "\n")
    )
    assert "corrected" in err and "9 values in 1 file" in err
    assert code == 0, out
    before = (here / "org.yaml").stat().st_mtime_ns
    code, again, err = run_in(here, "orgcli validate --fix", monkeypatch)
    assert (code, again, err) == (0, out, "orgcli: 0 values in 0 files corrected\n")
    assert (here / "org.yaml").stat().st_mtime_ns == before


def test_diff_shows_and_changes_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "organisation: N\npositions:\n  - id: ceo\n  - id: cro\n    reports_to: eo\n  - id: coo"
    (here / "org.yaml").write_text(text, "utf-8")
    code, out, err = run_in(here, "orgcli validate --diff", monkeypatch)
    assert code == 0  # there is a finding, but no difference
    assert (here / "org.yaml").read_text("utf-8") == text
    assert err == "orgcli: 0 values in 0 files would be corrected\n"
    assert out == ""  # ceo or cro: nothing is guessed
    (here / "org.yaml").write_text(text.replace("to: eo", "to: CEO"), "utf-8")
    together = run_in(here, "orgcli validate --fix --diff", monkeypatch)
    code, out, err = run_in(here, "orgcli validate --diff", monkeypatch)
    assert (code, out, err) == together
    assert err == "orgcli: 1 value in 1 file would be corrected\n"
    assert out.splitlines()[:3] == ["--- a/org.yaml", "+++ b/org.yaml", "@@ -2,5 +2,5 @@"]
    assert [line for line in out.splitlines()[3:] if line[0] in "+-"] == [
        "-    reports_to: CEO", "+    reports_to: ceo",
    ]  # fmt: skip
    assert out.endswith("   - id: coo\n\\ No newline at end of file\n")


def test_fix_in_tables_and_json(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = 'id,name,reports_to\r\n"0100",Ana, \r\n"a,b",Bo,"100"\r\n3,Cy, A,B \r\n'
    table = table.replace(" A,B ", '"A,B"')
    (here / "people.csv").write_bytes(table.encode())
    run_in(here, "orgcli validate --isolated people.csv --fix", monkeypatch)
    assert (here / "people.csv").read_bytes().decode() == table.replace('"100"', '"0100"').replace(
        '"A,B"', '"a,b"'
    )
    json = '{"organisation": "N", "positions": [{"id": "ceo"},\n {"id": "é", "reports_to": "CEO"}]}'
    (here / "org.json").write_text(json, "utf-8")
    run_in(here, "orgcli validate --isolated org.json --fix", monkeypatch)
    assert (here / "org.json").read_text("utf-8") == json.replace('"CEO"', '"ceo"')


def test_standard_input_and_other_encodings_are_left_alone(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run_in(here, "orgcli validate - --fix", monkeypatch, TYPOS.encode())
    assert (code, out) == (2, "")
    assert "standard input" in err
    raw = (
        "Post Unique Reference,Name,Reports to Senior Post\r\n1,Zo\u00eb,XX\r\n02,B,1\r\n3,C,2\r\n"
    )
    (here / "senior.csv").write_bytes(raw.encode("cp1252"))
    code, out, err = run_in(
        here, "orgcli validate --from uk-organogram senior.csv --fix", monkeypatch
    )
    assert (here / "senior.csv").read_bytes() == raw.encode("cp1252")
    assert code == 1 and "left as it is" in err


def test_add_ignore_silences_everything_it_can(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "organisation: N\npositions:\n  - id: ceo  \n  - id: a\n    reports_to: x # why\n"
        "    role: nothing-like-it # orgcli: ignore[ORG102] old\n"
        "  - id: b\n    reports_to:\n      'two\n      lines'\n"
        "  - {id: c, reports_to: z}\n"
        '  - {id: d, title: "# orgcli: ignore[ORG999] z", reports_to: w}\n'
        "  - id: e\n    reports_to: v\u3000\n"
    )
    (here / "org.yaml").write_text(text, "utf-8")
    (here / "more.csv").write_text("id,name,reports_to\n1,Ana,\n2,Bo,9\n", "utf-8")
    code, out, err = run_in(
        here, "orgcli validate --add-ignore='until\nMay' org.yaml more.csv", monkeypatch
    )
    assert (here / "org.yaml").read_text("utf-8").splitlines() == [
        "organisation: N",
        "positions:",
        "  - id: ceo  ",
        "  - id: a",
        "    reports_to: x # why  # orgcli: ignore[ORG102] until May",
        "    role: nothing-like-it # orgcli: ignore[ORG102, ORG201] old",
        "  - id: b",
        "    reports_to:",
        "      'two",
        "      lines'  # orgcli: ignore[ORG102] until May",
        "  - {id: c, reports_to: z}  # orgcli: ignore[ORG102] until May",
        '  - {id: d, title: "# orgcli: ignore[ORG999] z", reports_to: w}'
        "  # orgcli: ignore[ORG102] until May",
        "  - id: e",
        "    reports_to: v\u3000  # orgcli: ignore[ORG102] until May",
    ]
    assert (here / "more.csv").read_text("utf-8") == "id,name,reports_to\n1,Ana,\n2,Bo,9\n"
    assert code == 1
    assert "1 finding left: no comment can stand there" in err
    assert "more.csv:3" in out and "org.yaml:5" not in out


def test_add_ignore_without_a_reason_and_a_second_run(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "org.yaml").write_text(
        "organisation: N\npositions:\n  - id: a\n    reports_to: x\n", "utf-8"
    )
    assert run_in(here, "orgcli validate --add-ignore org.yaml", monkeypatch)[0] == 0
    text = (here / "org.yaml").read_text("utf-8")
    assert text.endswith("x  # orgcli: ignore[ORG102]\n")
    assert run_in(here, "orgcli validate --add-ignore", monkeypatch)[0] == 0
    assert (here / "org.yaml").read_text("utf-8") == text


@pytest.mark.parametrize(
    "text", ["Ada Oka (CEO\n\tBen Li (CTO)\n\t\tCy Roe (Developer)\n\t\t", "null\n\n\t"]
)
def test_a_text_that_is_one_value_is_given_no_comment(
    here: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (here / "org.yaml").write_text(text, "utf-8")
    code, _, err = run_in(here, "orgcli validate --add-ignore org.yaml", monkeypatch)
    assert code == 1
    assert "no comment can stand there" in err
    assert (here / "org.yaml").read_text("utf-8") == text


def test_comments_on_blocks_of_text_and_beside_other_comments(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "organisation: N\npositions:\n  - id: ceo\n  - id: a\n    reports_to: >-\n      nobody\n"
        "  - {id: b, reports_to: ceo}\n"
        "  - {id: c, reports_to: x} # orgcli: disable[ORG201] a\n"
        "  - id: d\n    reports_to: |\n      y"
    )
    (here / "org.yaml").write_text(text, "utf-8")
    code, out, _ = run_in(here, "orgcli validate --add-ignore --ignore ORG801", monkeypatch)
    assert (here / "org.yaml").read_text("utf-8") == text.replace(
        ">-\n", ">-  # orgcli: ignore[ORG102]\n"
    ).replace("] a\n", "] a  # orgcli: ignore[ORG102]\n").replace(
        "|\n", "|  # orgcli: ignore[ORG102]\n"
    )
    assert code == 0, out


@pytest.mark.parametrize(
    "positions",
    ["- {id: marketing, reports_to: marketng}\n- {id: ceo}",
     "- {id: chief, reports_to: directorr}\n- {id: director, reports_to: chief}\n- {id: ceo}"],
)  # fmt: skip
def test_nobody_is_mended_into_a_ring(
    here: Path, monkeypatch: pytest.MonkeyPatch, positions: str
) -> None:
    text = f"organisation: N\npositions:\n{positions}\n"
    (here / "org.yaml").write_text(text, "utf-8")
    assert run_in(here, "orgcli validate --fix", monkeypatch)[0] == 1
    assert (here / "org.yaml").read_text("utf-8") == text


def test_a_file_of_two_organisations_is_not_mended_for_one_of_them(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, boss in (("a", "vp-emeas"), ("b", "vp-emea")):
        (here / f"{name}.org.yaml").write_text(
            f"organisation: {name}\ninclude: [t.yaml]\npositions: [{{id: {boss}}}]\n", "utf-8"
        )
    text = "positions:\n  - {id: t, reports_to: vp-emae}\n"
    (here / "t.yaml").write_text(text, "utf-8")
    code, out, _ = run_in(here, "orgcli validate --fix", monkeypatch)
    assert (code, "fixable" in out) == (1, False)
    assert (here / "t.yaml").read_text("utf-8") == text


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
HARD = st.sampled_from(["no", "007", "1:30", "~", "- a", "a: b", "#", "'", '"', "é", "a b ", "[x]"])


@given(old=NAMES | HARD, new=NAMES | HARD, mark=st.sampled_from(['"', "'"]))
def test_what_is_written_reads_as_what_was_meant(old: str, new: str, mark: str) -> None:
    from orgcli.model.findings.finding import Fix

    for written in (old, respelt(mark, Fix("", old), Notation.YAML)):
        text = respelt(written, Fix(old, new), Notation.YAML)
        document, findings = load_yaml(Source("org.yaml", f"[{text}, {{key: {text}}}]"))
        assert document is not None and not findings, text
        assert document.root == [new, {"key": new}] or text == new in ("null", "~")
        assert spells(text, new, Notation.YAML) or "\\" in text


ALPHABET = st.text("abcdefgh", min_size=4, max_size=8)


@settings(max_examples=60)
@given(st.lists(ALPHABET, min_size=2, max_size=6, unique=True), st.data())
def test_fixes_touch_only_their_spans(ids: list[str], data: st.DataObject) -> None:
    """Every line without a finding is the same, and every fixed file has no such finding left."""
    import tempfile

    lines = ["organisation: N", "positions:", f"  - id: {ids[0]}  # top"]
    for name in ids[1:]:
        above = data.draw(st.sampled_from(ids[:1]))
        wrong = data.draw(st.sampled_from([above, above.upper(), above + above[-1], f'"{above}"']))
        lines += [f"  - id: {name}", f"    reports_to: {wrong} # {wrong}"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "org.yaml")
        path.write_text("\n".join(lines), "utf-8")
        verdict = check(project := read_project([path]), Settings(select=("ORG102",)))
        source = project.sources[str(path)]
        after = edited(source.text, edits_of(verdict.findings, source))
        touched = {finding.place.line for finding in verdict.findings if finding.fix}
        for number, (old, new) in enumerate(zip(lines, after.split("\n"), strict=True), 1):
            assert (old != new) == (number in touched)
            assert old.rpartition(" # ")[2] == new.rpartition(" # ")[2]
        path.write_text(after, "utf-8")
        left = check(read_project([path]), Settings(select=("ORG102",))).findings
        assert not [finding for finding in left if finding.fix]


def test_add_ignore_leaves_texts_of_other_formats_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list of names is no YAML: behind a name a comment would be part of it."""
    text = "- Ada Okafor, CEO\n  - Ben Li\n- Cleo Ruiz\n"
    (tmp_path / "people.md").write_text(text, "utf-8")
    code, _, err = run_in(tmp_path, "orgcli validate --add-ignore=x people.md", monkeypatch)
    assert (code, (tmp_path / "people.md").read_text("utf-8")) == (0, text), err
    assert "no comment can stand there" in err
