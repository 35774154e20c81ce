"""`--fields` without `name`: nobody is named, in no format, no file name, no link, no message."""

import io
import re
from pathlib import Path
from unicodedata import normalize
from zipfile import ZipFile

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from typer.testing import CliRunner, Result

from orgcli.chart.draw import chart_of
from orgcli.chart.formats import FORMATS
from orgcli.cli.app import app
from orgcli.model.organisation.organisation import Department, Organisation, Titles
from orgcli.model.organisation.position import Contact, DottedLine, Position
from orgcli.model.organisation.pseudonyms import Pseudonyms
from orgcli.model.request.chart_request import ChartRequest
from pdf_text import text_of

ORG = """\
organisation: Office of Solveig Achterberg
departments:
  - {id: sales, name: Sales, head: nferreira}
  - {id: team-olatunji, name: Team Astrid Olatunji}
positions:
  - id: solveig.achterberg@example.org
    title: Managing Director
    holder: Solveig Achterberg
    department: sales
    photo: solveig.png
    contact: {email: solveig@example.org, phone: "+49 555", url: https://example.org/~solveig}
    attributes: {Mentor: Zdravko Quimby}
  - {id: nferreira, title: Sales Lead, holder: "Ferreira, Nikolai", department: Sales,
     reports_to: solveig.achterberg@example.org, end: 2020-01-01, status: closed}
  - {id: Astrid Olatunji, title: Assistant to Solveig Achterberg, holder: Astrid Olatunji,
     reports_to: nferreira, department: team-olatunji,
     dotted_lines: [{to: muellj, for: work for Jörg Müller}]}
  - {id: muellj, title: Engineer, holder: Jörg Müller, reports_to: Wilhelmina Otieno}
  - {id: otieno-successor, title: Analyst, status: open, reports_to: dkowalski}
  - {id: dkowalski, title: Analyst (write to d.kowalski@example.org),
     holder: [Dana Kowalski, Xaver], reports_to: solveig.achterberg@example.org,
     tags: [backup of dkowalski], location: Bonn}
  - {id: vp, title: Vice President, holder: Yannick Brandvold, reports_to: cfo-otieno}
  - {id: loop1, title: One, holder: Henrik Loopus, reports_to: loop2}
  - {id: loop2, title: Two, holder: Wera Ringstad, reports_to: loop1}
"""
NAMED = """
solveig achterberg zdravko quimby ferreira nikolai astrid olatunji muellj müller muller mueller
jörg wilhelmina otieno kowalski dana xaver yannick brandvold henrik loopus wera ringstad
example.org +49
"""
"""All that says who somebody is, in small letters."""
ADDRESS = re.compile(r"[\w.]+@[\w.]+")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text(ORG, "utf-8")
    Image.new("RGB", (40, 40), "red").save(tmp_path / "solveig.png")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["chart", "--isolated", "org.yaml", *arguments])


def leaks(text: str) -> list[str]:
    text = normalize("NFC", text).casefold()
    return [word for word in NAMED.split() if word in text] + ADDRESS.findall(text)


def texts_in(data: bytes) -> str:
    """All that a file says, what is packed in a PDF or a presentation too."""
    if data.startswith(b"PK"):
        with ZipFile(io.BytesIO(data)) as file:
            texts = [
                file.read(name) for name in file.namelist() if name.endswith((".xml", ".rels"))
            ]
        return b"\n".join(texts).decode()
    if data.startswith(b"\x89PNG"):
        return str(Image.open(io.BytesIO(data)).info)
    if not data.startswith(b"%PDF"):
        return data.decode("utf-8", "replace")
    reader = pypdf.PdfReader(io.BytesIO(data))
    said = [text_of(page) for page in reader.pages]
    links = [str(page.get("/Annots")) for page in reader.pages]
    return "\n".join(
        [*said, *links, str(reader.metadata), str(reader.outline), str(reader.xmp_metadata)]
    )


FLAGS = {
    "": "draws",
    "--show-closed": "draws",
    "--as-of 2026-01-01": "draws",
    "--dotted chips": "paged",
    "--highlight open --sort name --color-by branch": "laid_out",
}
"""Some flags -> the property of the formats that they are for."""


@pytest.mark.parametrize(
    ("format", "flags"),
    [
        (name, flags)
        for name, row in FORMATS.items()
        for flags in FLAGS
        if getattr(row, FLAGS[flags])
    ],
)
def test_nobody_is_named(folder: Path, format: str, flags: str) -> None:
    fields = "title,department,tags,id"
    done = run("-f", format, "-o", "-", "--fields", fields, *flags.split())
    assert done.exit_code in (0, 1), done.stderr
    assert leaks(done.stderr) == []
    assert leaks(texts_in(done.stdout_bytes)) == []
    assert b"data:image" not in done.stdout_bytes, "no photo"


@pytest.mark.parametrize("format", ["svg", "png"])
def test_pages_and_their_names(folder: Path, format: str) -> None:
    flags = ("--page", "a5", "--fields", "title", "-f", format)
    done = run("--book-dir", "pages", *flags)
    assert done.exit_code == 0, done.stderr
    pages = list((folder / "pages").iterdir())
    assert pages and leaks(" ".join(page.name for page in pages)) == []
    for page in pages:
        assert leaks(texts_in(page.read_bytes())) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--root", "Ferreria"),
        ("--root", "One Two"),
        ("--root", "Vice"),
        ("--root", "nferreir"),
        ("--root", "Brandvol"),
        ("--chain", "vpp"),
        ("--filter", "holder=Nobody"),
        ("--filter", "email=x"),
        ("--filter", "Mentor=x"),
        ("--filter", "manager=x"),
        ("--filter", "title=Assistantt"),
        ("--filter", "department=Teem"),
        ("--filter", "location=Bon"),
        ("--highlight", "Xavier"),
    ],
)
def test_no_message_names_anybody(folder: Path, arguments: tuple[str, ...]) -> None:
    done = run("-o", "x.svg", "--fields", "title", *arguments)
    assert done.exit_code == 2
    assert leaks(done.stderr.replace(arguments[1], "")) == []
    assert "help:" in done.stderr or "\n  " in done.stderr


def test_people_can_be_asked_for_by_name_all_the_same(folder: Path) -> None:
    for name in ("Yannick Brandvold", "vp", "nferreira", "Nikolai Ferreira", "p2"):
        done = run("-f", "txt", "-o", "-", "--fields", "title", "--root", name, "--show-closed")
        assert done.exit_code == 0, done.stderr
        assert ("Vice President" if name[0] in "Yv" else "Sales Lead") in done.stdout
    done = run("-f", "txt", "-o", "-", "--fields", "title", "--filter", "holder=Jörg Müller")
    assert "Engineer" in done.stdout and leaks(done.stdout) == []
    assert "holder = …" in done.stdout


def test_what_is_asked_for_is_there(folder: Path) -> None:
    done = run("-f", "txt", "-o", "-", "--fields", "title,email")
    assert "solveig@example.org" in done.stdout and "+49" not in done.stdout
    named = run("-f", "txt", "-o", "-")
    assert "Astrid Olatunji" in named.stdout


def test_errors_of_the_file_are_counted_and_not_quoted(folder: Path) -> None:
    done = run("-o", "x.svg", "--fields", "title")
    assert "errors, so the chart may be wrong" in done.stderr
    assert re.search(r"org\.yaml:\d+:\d+: error\[ORG\d+\] [a-z-]+\n", done.stderr)


def test_tables_are_not_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.csv").write_text(
        "Name,Manager,Title,Start date\n"
        "Solveig Achterberg,,Director,2020-01-01\n"
        "Astrid Olatunji,Solveig Achterberg,Engineer,when Xaver left\n"
        "Dana Kowalski,Wilhelmina Otieno,Engineer,2020-01-02\n"
        "Report by Zdravko Quimby,,,\n",
        "utf-8",
    )
    for format in FORMATS:
        done = CliRunner().invoke(
            app, ["chart", "--isolated", "org.csv", "-f", format, "-o", "-", "--fields", "title"]
        )
        assert leaks(done.stderr) == []
        assert leaks(texts_in(done.stdout_bytes)) == []


def test_ids_that_are_no_names_stay() -> None:
    """What says a seat is kept; what is made of a name in any of the usual ways is not."""
    ids = {
        "cro": "Ada Okafor", "sales-lead": "Ben Li", "1001": "Cy Young", "E10026": "Di Dors",
        "vp-emea": "Eva Green",
    }  # fmt: skip
    names = {
        "aokafor": "Ada Okafor", "ada.okafor": "Ada Okafor", "okafora": "Ada Okafor",
        "AO": "Ada Okafor", "adaok": "Ada Okafor", "smij": "John Smith", "x@y": "Eve Ny",
        "mueller7": "Jörg Müller", "jorg": "Jörg Müller", "Li, Ben": "Ben Li", "bo": "Bo Ek",
    }  # fmt: skip

    def keys(held: dict[str, str]) -> set[str]:
        positions = [Position(id, holder=(name,)) for id, name in held.items()]
        return set(Pseudonyms(Organisation("", positions)).keys)

    assert keys(ids) == set()
    assert keys(names) == set(names)
    mixed = {
        "cro": "Ada Okafor",
        "p2": "Eva Green",
        "bli": "Ben Li",
        "ops": "Cy Young",
        "hr": "Di Dors",
    }
    made = Pseudonyms(Organisation("", [Position(id, holder=(n,)) for id, n in mixed.items()]))
    assert made.keys == {"bli": "p3"}
    others = [
        Position("p2"),
        *(Position(f"seat-{at}", holder=(one,)) for at, one in enumerate(("Li Ek", "Bo Ny"))),
    ]
    taken = Pseudonyms(
        Organisation("", [*others, Position("ada", holder=("Ada Ek",)), Position("p4")])
    )
    assert taken.keys == {"ada": "pp4"}


NAMES = st.text(st.sampled_from("abcXYZéß-'. "), min_size=6, max_size=12).filter(str.strip)


@given(st.lists(NAMES, min_size=1, max_size=6), st.data())
def test_lines_stay_as_they_are(names: list[str], data: st.DataObject) -> None:
    """Names as ids: the same tree is drawn, and who is the manager of whom."""
    ids = data.draw(st.permutations(names))
    positions = [
        Position(
            id, "Title", holder=(id,), reports_to=data.draw(st.none() | st.sampled_from(ids)),
            dotted_lines=(DottedLine(data.draw(st.sampled_from(ids))),),
            contact=Contact(email="a@b"),
        )
        for id in ids
    ]  # fmt: skip
    made = Organisation("Team", positions, [Department(ids[0])])
    named, hidden = (
        chart_of(made, Titles({}), ChartRequest(fields=fields)).deck
        for fields in (("name", "title"), ("title",))
    )
    assert list(hidden.manager) == list(named.manager)
    assert list(hidden.dotted) == list(named.dotted)
    assert [len(card.marks) for card in hidden.cards] == [len(card.marks) for card in named.cards]
    assert len({card.key for card in hidden.cards}) == len(hidden.cards)
    assert all(card.holders == () for card in hidden.cards)


def test_masking_is_linear() -> None:
    """A thousand people called John, and texts of a thousand Johns."""
    positions = [Position(f"p{at}", holder=(f"John {'x' * (at % 50 + 1)}",)) for at in range(2_000)]
    people = Pseudonyms(Organisation("", positions))
    assert people.masked("John " * 20_000).startswith("John")
    assert people.masked("@" * 50_000) and people.masked("a@" * 50_000) == "…"
