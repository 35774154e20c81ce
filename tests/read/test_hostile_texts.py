"""Texts that ended in a traceback, a hang or a silent loss, each as small as it can be."""

from pathlib import Path

import pytest

from orgcli.model.project import Project
from orgcli.read.default_paths import plans_in
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.paths import STDIN
from timing import cpu_seconds


def read(name: str, text: str) -> Project:
    return read_project([STDIN], Files(stdin=text.encode(), stdin_name=name))


def said(project: Project) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in project.findings]


def test_a_line_end_in_quotes_of_one_delimiter_is_in_none_of_another() -> None:
    text = 'a|Ana,a|Ana\r\nid|name, id|reports to,id|name\r\na|Ana, B|,a\r\nb|Ben,"a\nb",b|Ben\r\n'
    assert read("x.csv", text).organisations


def test_a_carriage_return_in_a_row_for_drawio() -> None:
    project = read("x.csv", "# namespace: orgcli-\nkey,name\np,a\rb,c\n")
    assert "ORG001" in {code for code, _ in said(project)}


@pytest.mark.parametrize("name", ["org.yaml", "x.csv", "x.txt", "x"])
def test_paragraphs_of_comments_above_anything(name: str) -> None:
    """Blank lines between comments were tried in every combination."""
    text = "\n# a comment\n" * 200 + "organisation: X\npositions:\n- id: a\n"
    assert cpu_seconds(lambda: read(name, text))[0] < 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.yaml", "name: Ada\nname: Ben\n---\nname: Cy\nmanager: Ada\n"),
        ("x.jsonl", '{"name": "Ada", "name": "Ben"}\n{"name": "Cy", "manager": "Ada"}\n'),
    ],
)
def test_a_key_that_stands_twice_in_one_of_several_documents(name: str, text: str) -> None:
    assert ("ORG003", "the key `name` stands twice in one mapping") in said(read(name, text))


def test_values_that_are_comments_in_one_of_several_documents() -> None:
    project = read("x.yaml", "name: Ada\nteam: #1\n---\nname: Cy\nmanager: Ada\n")
    assert "ORG005" in {code for code, _ in said(project)}


@pytest.mark.parametrize("name", ["x.dot", "x.mmd"])
def test_more_arrows_than_are_read_are_said(name: str) -> None:
    some, others = ([f"{letter}{at}" for at in range(400)] for letter in "ab")
    text = {
        "x.dot": f"digraph {{ {{{' '.join(some)}}} -> {{{' '.join(others)}}} }}",
        "x.mmd": f"graph TD\n{' & '.join(some)} --> {' & '.join(others)}\n",
    }[name]
    assert "ORG013" in {code for code, _ in said(read(name, text))}


def test_braces_in_braces_without_end() -> None:
    assert ("ORG009", "braces are nested more than 64 deep") in said(
        read("x.dot", "digraph {" + "{ a " * 100)
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.json", "[" + ",".join(f'{{"name": "N{at}", "k{at}": 1}}' for at in range(2000)) + "]"),
        ("x.ldif", "\n".join(
            f"dn: cn=p{at}\nobjectClass: person\ncn: p{at}\nx{at}: y\n" for at in range(2000)
        )),
        ("x.csv", ",".join(f"h{at}" for at in range(3000)) + "\n" + "a\n" * 3000),
    ],
)  # fmt: skip
def test_a_table_that_is_nearly_all_blank_is_refused(name: str, text: str) -> None:
    assert "ORG009" in {code for code, _ in said(read(name, text))}


def test_blank_lines_in_files_that_may_be_plans(tmp_path: Path) -> None:
    """Where the first key begins was tried at each of them."""
    (tmp_path / "plans").mkdir()
    for number in range(30):
        (tmp_path / f"plans/{number}.yaml").write_text("\n" * 5000)
    seconds, found = cpu_seconds(lambda: plans_in(tmp_path))
    assert not found and seconds < 1
