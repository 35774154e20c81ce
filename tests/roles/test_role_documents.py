"""Documents of roles and advice as DOCX and PDF: whole, linked, opened by others, deterministic."""

import re
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from command_line import run_in
from format_tables import FILES
from orgcli.cli.files.results import write_value
from orgcli.compare.disputes.formats import DISPUTE_FORMATS
from orgcli.language.tags import LANGUAGES
from orgcli.model.text import visible
from orgcli.render.document.document import (
    CitedSource,
    Item,
    Items,
    SectionHeading,
    SideBySide,
    TextDocument,
    TextParagraph,
    TextTable,
    TextTableRow,
    pieces,
    plain,
)
from orgcli.render.document.formats import DOCUMENT_WRITERS
from orgcli.render.lines import one_line, styled
from orgcli.render.view import Page
from pdf_text import text_of

HERE = Path(__file__).parent
HOSTILE = HERE / "hostile"
COMMANDS = {
    "answer": "compare cso cro vp",
    "comparison": "compare cso cro vp --table",
    "full": "compare cso cro vp --full --sources",
    "card": "role cso --full",
    "dispute": "dispute K2",
    "disputes": "dispute",
    "job": "role cso --as job-description",
    "advice": "advise ../advise/project/orgs/cro-without-vp.yaml",
    "gap": "advise --gap cro-reports-to",
    "gaps": "advise --gaps",
}


def write(
    command: str, name: str, folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> bytes:
    file = target / f"x.{name}"
    code, out, err = run_in(folder, f"orgcli {command} -o {file}", monkeypatch)
    assert (code, out, err) == (0, "", "")
    return file.read_bytes()


def as_text(raw: bytes, name: str) -> str:
    """What a reader finds in a file, on one line."""
    if name == "pdf":
        text = " ".join(map(text_of, PdfReader(BytesIO(raw)).pages))
    else:
        body = docx.Document(BytesIO(raw)).element.body
        texts = ("".join(one.itertext(qn("w:t"))) for one in body.iter(qn("w:p")))
        text = " ".join(texts)
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_file_says_what_the_text_says(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = write(command, name, HERE, tmp_path, monkeypatch)
    assert write(command, name, HERE, tmp_path, monkeypatch) == raw
    # A list of disputes as Markdown is short; as a document it has all of them.
    same = "dispute K1 K2" if command == "dispute" else command
    _, markdown, _ = run_in(HERE, f"orgcli {same} -f markdown", monkeypatch)
    found = "".join(as_text(raw, name).split())
    said = re.sub(r"\[\^(\d+)\]:?|<br>|&#(\d+);|https?://\S+", " ", markdown)
    words = re.findall(r"[^\W\d_]{4,}", said)
    missing = [one for one in words if one not in found]
    assert len(words) > 20
    assert missing == []


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_marks_in_word_lead_to_their_works(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = docx.Document(BytesIO(write(command, "docx", HERE, tmp_path, monkeypatch)))
    body = file.element.body
    names = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert {one for one in links if one} <= names
    assert links or "gaps" in command
    for row in body.iter(qn("w:tr")):
        assert row.find(f".//{qn('w:tc')}/{qn('w:p')}") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_say_their_title_and_language(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = f"compare cso cro vp --lang {language}"
    pdf = PdfReader(BytesIO(write(command, "pdf", HERE, tmp_path, monkeypatch)))
    word = docx.Document(BytesIO(write(command, "docx", HERE, tmp_path, monkeypatch)))
    assert pdf.root_object["/Lang"] == language == word.core_properties.language
    assert pdf.metadata is not None and pdf.metadata.title == word.core_properties.title
    assert len(pdf.pages) <= 3
    assert [one for page in pdf.pages for one in page.get("/Annots", [])]
    assert len(pdf.outline) >= 1


IN_WORD = {
    "german": "role cso --as job-description --lang de",
    "spanish": "role cso --as job-description --lang es",
    "comparison": "compare cso cro vp",
    "disputes": "dispute",
}


@pytest.fixture(scope="module")
def opened_by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files of Word, and what LibreOffice prints of each; to start it takes long."""
    folder = tmp_path_factory.mktemp("word")
    with pytest.MonkeyPatch.context() as monkeypatch:
        for name, command in IN_WORD.items():
            write(command, "docx", HERE, folder, monkeypatch)
            (folder / "x.docx").rename(folder / f"{name}.docx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", folder, *folder.glob("*.docx")],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return folder


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("name", IN_WORD)
def test_libreoffice_opens_them(name: str, opened_by_libreoffice: Path) -> None:
    drawn = as_text((opened_by_libreoffice / f"{name}.pdf").read_bytes(), "pdf")
    found = "".join(drawn.split())
    file = docx.Document(str(opened_by_libreoffice / f"{name}.docx"))
    for paragraph in file.element.body.iter(qn("w:p")):
        text = "".join(paragraph.itertext(qn("w:t")))
        words = [one for one in re.findall(r"\w+", text) if one not in found]
        assert words == [], text


@pytest.mark.parametrize("name", FILES)
def test_nothing_hostile_is_obeyed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / f"x.{name}"
    code, _, err = run_in(HOSTILE, f"orgcli role hostile --full --sources -o {file}", monkeypatch)
    assert code == 0
    assert all(visible(line) == line for line in err.splitlines())
    text = as_text(file.read_bytes(), name)
    assert visible(text) == text
    assert "\\x1b" in text


TEXTS = st.text(max_size=30) | st.text("\\`*_[]()<>&|~#-+=!1.@:w \n\x1b\u202e%{}", max_size=20)
STYLES = st.sampled_from(["", "role", "work", "note", "hedge", "quiet", "disputed", "label"])
WORDS = st.lists(st.tuples(TEXTS, STYLES), max_size=4).map(
    lambda several: [unit for text, style in several for unit in styled(text, style)]
)
ITEMS = st.lists(
    st.builds(Item, WORDS, st.sampled_from(["", "·", "≠", "–"]), st.integers(0, 3)), max_size=4
).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> TextTable:
    count = draw(st.integers(1, 4))
    cells = st.lists(ITEMS, min_size=count, max_size=count).map(tuple)
    rows = draw(st.lists(st.builds(TextTableRow, WORDS, cells), max_size=5))
    head = tuple((draw(WORDS), draw(WORDS)) for _ in range(count)) if count > 1 else ()
    return TextTable(head, tuple(rows))


BLOCKS = (
    st.builds(SectionHeading, WORDS, st.sampled_from([2, 3]), st.sampled_from(["", "K1", "K 2"]))
    | st.builds(TextParagraph, WORDS)
    | st.builds(Items, ITEMS)
    | st.builds(SideBySide, st.lists(st.tuples(WORDS, ITEMS), min_size=1, max_size=4).map(tuple))
    | tables()
)
DOCUMENTS = st.builds(
    TextDocument,
    TEXTS.map(one_line),
    st.sampled_from(list(LANGUAGES)),
    st.lists(BLOCKS, max_size=5).map(tuple),
    subtitle=TEXTS.map(one_line),
    sources=st.lists(
        st.builds(CitedSource, st.text("QNP", min_size=1, max_size=2), TEXTS, TEXTS, TEXTS),
        max_size=3,
        unique_by=lambda one: one.mark,
    ).map(tuple),
    foot=st.lists(WORDS, max_size=2).map(tuple),
)


@settings(deadline=None, max_examples=40)
@given(DOCUMENTS)
def test_every_writer_takes_every_document(value: TextDocument) -> None:
    for name in DOCUMENT_WRITERS:
        result = DOCUMENT_WRITERS[name](value)
        again = DOCUMENT_WRITERS[name](value)
        assert result == again
        if isinstance(result, str):
            assert all(visible(line) == line for line in result.split("\n"))
            assert result.endswith("\n")
            continue
        raw = result if isinstance(result, bytes) else result.data
        text = as_text(raw, name)
        assert visible(text) == text
        if name == "docx":
            for block in value.blocks:
                if isinstance(block, TextParagraph):
                    assert " ".join(plain(block.text).split()) in text


@given(WORDS)
def test_pieces_lose_nothing(words: list[list[tuple[str, str]]]) -> None:
    said = " ".join("".join(text for text, _ in unit) for unit in words)
    shown = "".join(text for text, _ in pieces(words)).replace("\u00a0", " ")
    assert shown.split() == said.split()


def test_letters_that_the_pdf_lacks_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.yaml").write_text("role: own\ntitle: 销售\nsummary: שלום\n", "utf-8")
    code, _, err = run_in(tmp_path, "orgcli role own.yaml -o x.pdf", monkeypatch)
    assert code == 0
    assert "the typeface of the PDF lacks" in err and "U+552E" in err and "write docx" in err
    assert run_in(tmp_path, "orgcli role own.yaml -o x.docx", monkeypatch)[2] == ""


@pytest.mark.parametrize(("name", "package"), [("docx", "python-docx"), ("pdf", "fpdf2")])
def test_a_missing_library_is_one_line(name: str, package: str, tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['docx'] = sys.modules['fpdf'] = None\n"
        "from orgcli.__main__ import main; sys.exit(main())"
    )
    command = [sys.executable, "-c", code, "role", "cso", "-o", str(tmp_path / f"x.{name}")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr == (
        f"orgcli: {name} needs {package}, which is not installed\n"
        "  help: install it: pip install 'orgcli[office]'\n"
    )
    assert not list(tmp_path.iterdir())


def test_a_terminal_gets_no_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(SystemExit) as leaving:
        write_value(DISPUTE_FORMATS, "docx", [], Page(), None)
    assert leaving.value.code == 2


def test_a_long_title_ends_before_the_number_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.yaml").write_text(f"role: own\ntitle: {'W' * 300}\nsummary: x\n", "utf-8")
    assert run_in(tmp_path, "orgcli role own.yaml -o x.pdf", monkeypatch)[0] == 0
    (page,) = PdfReader(tmp_path / "x.pdf").pages
    assert re.search(r"\bW+(\.{3}|…)\s*1 / 1", text_of(page))
