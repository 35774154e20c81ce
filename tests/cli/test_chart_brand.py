"""`--brand` and `--logo`, as flags, in `[chart]` and in the Python API."""

import io
from pathlib import Path

import pytest
from PIL import Image

import orgcli
from command_line import run_in
from orgcli.chart.color.palette import hues
from orgcli.chart.draw import chart_of
from orgcli.chart.formats import FORMATS
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.photo import LOGO, BadImage
from orgcli.model.organisation.position import Position
from orgcli.model.request.chart_request import ChartRequest
from orgcli.model.request.flag import RequestError
from orgcli.read.organisation.photos import read_logo

ORG = "organisation: N\npositions:\n  - {id: ceo, holder: Keiko Eriksen, department: Board}\n"
TEAM = Organisation("N", [Position("a", department="Sales"), Position("b", department="Legal")])


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "org.yaml").write_text(ORG, "utf-8")
    Image.new("RGB", (900, 90), "#e30613").save(tmp_path / "logo.png")
    return tmp_path


@pytest.mark.parametrize("written", ["#0a5cff", "#0A5CFF", "blue", "#abc"])
def test_the_brand_is_the_first_colour(written: str) -> None:
    chart = chart_of(TEAM, Titles({}), ChartRequest(brand=written))
    (first, second) = chart.deck.legend
    assert chart.theme.accent == first.color
    assert (first.color, second.color) == hues(first.color)[:2]


@pytest.mark.parametrize(
    ("words", "said", "advice"),
    [
        ("--brand blau", "--brand cannot be `blau`", ""),
        ("--brand bleu", "--brand cannot be `bleu`", "`blue`"),
        ("--brand '#12'", "--brand cannot be `#12`", '"#0a5cff"'),
        ("--brand ''", "--brand cannot be ``", '"#0a5cff"'),
        ("--brand 'url(x)'", "--brand cannot be `url(x)`", ""),
        ("--logo nope.png", "the logo `nope.png` cannot be read", "name an image file"),
        ("--logo org.yaml", "the logo `org.yaml` is not an image", "JPEG or PNG"),
        ("--logo .git", "the logo `.git` cannot be read", "name an image file"),
        ("--logo ''", "the logo `.` cannot be read", "name an image file"),
        ("--logo /dev/zero", "the logo `/dev/zero` cannot be read", "name an image file"),
        ("--logo logo.png -f dot", "--logo means nothing for dot", "svg, png, pdf, pptx, html"),
        ("--logo logo.png -o logo.png", "`logo.png` is one of the files that are read", ""),
    ],
)
def test_what_is_none(
    here: Path, monkeypatch: pytest.MonkeyPatch, words: str, said: str, advice: str
) -> None:
    before = (here / "logo.png").read_bytes()
    code, out, err = run_in(here, f"orgcli chart org.yaml {words}", monkeypatch)
    assert (code, out) == (2, "")
    first, _, help = err.partition("\n")
    assert said in first and advice in help and len(err.splitlines()) <= 2
    assert (here / "logo.png").read_bytes() == before and not (here / "org.svg").exists()


def test_other_messages_say_where_it_is_configured(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "orgcli.toml").write_text('[chart]\nbrand = "#12"\n')
    code, _, err = run_in(here, "orgcli chart org.yaml", monkeypatch)
    assert code == 2 and "orgcli.toml: [chart] brand cannot be `#12`" in err


def test_a_configured_logo_is_beside_the_configuration(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "sub").mkdir()
    (here / "sub/org.yaml").write_text(ORG, "utf-8")
    (here / "orgcli.toml").write_text('[chart]\nlogo = "logo.png"\nbrand = "#0a5cff"\n')
    for format in FORMATS:
        words = f"orgcli chart org.yaml -f {format} -o -"
        code, _, err = run_in(here / "sub", words, monkeypatch)
        assert code == 0, err
    (here / "logo.png").write_text("no more")
    assert run_in(here / "sub", "orgcli chart org.yaml -f txt -o -", monkeypatch)[0] == 0
    code, _, err = run_in(here / "sub", "orgcli chart org.yaml -o x.svg", monkeypatch)
    assert code == 2 and "is not an image" in err


@pytest.mark.parametrize(
    ("size", "made"),
    [((900, 90), (800, 80)), ((90, 9), (90, 9)), ((400, 4000), (32, 320)), ((1, 1), (1, 1))],
)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_whole_and_small(
    tmp_path: Path, kind: str, size: tuple[int, int], made: tuple[int, int]
) -> None:
    path = tmp_path / "logo"
    Image.new("RGB", size, "#e30613").save(path, kind)
    logo = read_logo(str(path))
    assert (logo.width, logo.height) == made == Image.open(io.BytesIO(logo.data)).size
    assert logo.width <= LOGO[0] and logo.height <= LOGO[1]


def test_a_transparent_logo_stays_so_and_keeps_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    picture = Image.new("RGBA", (9, 9), (255, 0, 0, 100))
    exif = Image.Exif()
    exif[0x010E] = "SECRET"
    picture.save(path, exif=exif)
    logo = read_logo(str(path))
    assert logo.kind == "png" and b"SECRET" not in logo.data


def test_a_logo_is_held_to_the_limits_of_photos(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    with path.open("wb") as stream:
        stream.truncate(30_000_001)
    with pytest.raises(BadImage, match="cannot be read"):
        read_logo(str(path))
    Image.new("1", (20_000, 20_000)).save(path)
    with pytest.raises(BadImage, match="million pixels") as refused:
        read_logo(str(path))
    assert "800 x 320 pixels are enough for a logo" in refused.value.help


def test_python_takes_both(here: Path) -> None:
    request = ChartRequest(format="svg", brand="#0a5cff", logo=str(here / "logo.png"))
    assert orgcli.draw(TEAM, Titles({}), request).data
    deck = chart_of(TEAM, Titles({}), request, None, read_logo(str(here / "logo.png"))).deck
    assert deck.logo and (deck.logo.width, deck.logo.height) == (800, 80)
    for wrong in (ChartRequest(logo=str(here / "none.png")), ChartRequest(brand="#1")):
        with pytest.raises(RequestError):
            orgcli.draw(TEAM, Titles({}), wrong)
