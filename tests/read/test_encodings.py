"""Tables in other encodings are read by the letters that their bytes give, and that is said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcli.model.findings.finding import Finding
from orgcli.read.entries import TableOptions
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.decoding import decode_export

TEXTS = {
    "Jürgen Müller, Größe, Geschäftsführer, Weiß, Österreich": "cp1252 mac_roman cp850 utf-16",
    "Élodie Lefèvre, Responsable hiérarchique, François, Noël": "cp1252 mac_roman cp850",
    "José Muñoz, Peña, Ángel Martín, Dirección de Operaciones": "cp1252 mac_roman utf-16-le",
    "João Conceição, São Paulo, Gerência, Produção": "cp1252 mac_roman cp850 utf-16-be",
    "Åsa Öberg, Överordnad, Anställningsnr, Håkan": "cp1252 mac_roman cp850 utf-32",
    "Bjørn Ødegård, Åse Kjær, Tromsø": "cp1252 mac_roman cp850",
    "Guðrún Þórsdóttir, Sigurður": "cp1252",
    "O’Brien, D’Arcy, it’s": "cp1252 mac_roman",
    "Sales – North, Sales – South": "cp1252 mac_roman",
    "£50,000": "cp1252",
    "Ada\xa0Okafor": "cp1252 mac_roman",
    "MUÑOZ": "cp1252 mac_roman",
    "Łukasz Wójcik, Grażyna Dąbrowska, Małgorzata": "cp1250 iso8859_2 utf-16",
    "Dvořák, Černý, Růžička, Jiří Šťastný": "cp1250 iso8859_2",
    "Szűcs Erzsébet, Kovács Győző, Őri": "cp1250",
    "Željko Kovačević, Šimić, Đurđa": "cp1250",
    "Ayşe Yıldız, Doğan Şahin, İbrahim": "cp1254",
    "Jonas Žukauskas, Rūta Šimkutė": "cp1257",
    "Иван Петров, Руководитель отдела": "cp1251 koi8_r cp866",
    "Γιώργος Παπαδόπουλος, Διευθυντής": "cp1253",
    "דוד כהן, מנהל": "cp1255",
    "محمد علي, مدير عام": "cp1256",
    "姓名,经理,王伟,李娜,张敏,工号,部门": "gb18030 utf-16-le",
    "姓名,經理,王偉,李娜,員工編號,部門": "cp950",
    "氏名,上司,山田太郎,部署,営業部,マネージャー": "cp932",
    "이름,관리자,김철수,이영희,부서": "cp949",
}
PAIRS = [(text, encoding) for text, names in TEXTS.items() for encoding in names.split()]


def read(raw: bytes, encoding: str | None = None) -> tuple[str, list[Finding]] | Finding:
    found = decode_export("people.csv", raw, encoding)
    return found if isinstance(found, Finding) else (found[0].text, found[1])


@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_texts_are_recognised(text: str, encoding: str) -> None:
    table = f"id,name,manager\n1,{text}\n"
    found = read(table.encode(encoding))
    assert isinstance(found, tuple)
    assert found[0] == table
    (finding,) = found[1]
    assert finding.code == "ORG017"
    assert "--encoding" in finding.help


def test_utf_8_is_never_taken_for_something_else() -> None:
    for text in TEXTS:
        for raw in (text.encode(), text.encode("utf-8-sig")):
            assert read(raw) == (text, [])
            assert read(raw, "cp1252") == (text, [])


def test_the_finding_says_how_sure_it_is_and_where() -> None:
    found = decode_export("a.csv", "id,name\n1,Jürgen Müller\n2,José Weiß\n".encode("cp1252"))
    assert isinstance(found, tuple)
    (sure,) = found[1]
    assert sure.message == "the text is not UTF-8; it is read as windows-1252"
    assert (sure.place.line, sure.place.column) == (2, 4)
    found = decode_export("a.csv", "id,name\n1,Zoë\n".encode("mac_roman"))
    assert isinstance(found, tuple)
    assert found[1][0].message.endswith("mac-roman, which is likely but not sure")


def test_an_encoding_that_is_told_is_taken_and_not_said() -> None:
    assert read("id,Weiß\n".encode("cp850"), "cp850") == ("id,Weiß\n", [])
    assert read("氏名".encode("iso2022_jp"), "iso2022_jp") == ("氏名", [])


@pytest.mark.parametrize(
    ("raw", "encoding", "message"),
    [
        (b"a\x81b", "cp1252", "byte 0x81 is not cp1252"),
        (b"a\xff", "nonsense", "`nonsense` is no encoding of a text"),
        (b"a\xff", "hex", "`hex` is no encoding of a text"),
        (b"a\xff", "undefined", "`undefined` is no encoding of a text"),
        ("José, Müller, Zoë, Åsa and M".encode() + b"\xfcller", None, "byte 0xfc is not UTF-8"),
        (b"\xef\xbb\xbfid\n\xff\n", "cp1252", "byte 0xff is not UTF-8"),
        ("id,name".encode("utf-16")[:-1], None, "the file is UTF-16, not UTF-8"),
    ],
)
def test_what_cannot_be_decoded(raw: bytes, encoding: str | None, message: str) -> None:
    found = read(raw, encoding)
    assert isinstance(found, Finding)
    assert found.message == message
    assert found.help


@given(st.binary(max_size=60), st.sampled_from([None, "cp1252", "utf-16", "shift_jis", "punycode"]))
def test_no_bytes_raise(raw: bytes, encoding: str | None) -> None:
    found = read(raw, encoding)
    assert isinstance(found, Finding) or "\0" not in found[0]


def test_yaml_is_utf_8_and_exports_need_not_be(tmp_path: Path) -> None:
    text = "organisation: Peña\npositions:\n  - {id: a, holder: José}\n"
    (tmp_path / "org.yaml").write_bytes(text.encode("cp1252"))
    assert [one.code for one in read_project([tmp_path / "org.yaml"]).findings] == ["ORG002"]
    stdin = Files(stdin=text.encode("cp1252"))
    assert [one.code for one in read_project(["-"], stdin).findings] == ["ORG002"]
    stdin = Files(TableOptions(encoding="cp1252"), stdin=text.encode("cp1252"))
    assert [one.code for one in read_project(["-"], stdin).findings] == ["ORG002"]
    options = Files(TableOptions(encoding="cp1252"))
    assert [one.code for one in read_project([tmp_path / "org.yaml"], options).findings] == [
        "ORG002"
    ]
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        (tmp_path / "a.json").write_bytes('[{"id": "a", "name": "José"}]'.encode(encoding))
        project = read_project([tmp_path / "a.json"])
        assert project.organisations[0].positions[0].holder == ("José",)
        expected = ["ORG017"] if encoding != "utf-8-sig" else []
        assert [one.code for one in project.findings] == expected
