"""`orgcli move`, `set`, `hire`, `leave`, `close`, `rename`, `add` in files as people have them."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command_line import run_in
from orgcli.cli.files.several_files import JOURNAL, recover, write_all
from orgcli.mend.organisation.configured_ids import with_new_ids

ORG = """\
# Who is where
organisation: Northwind

positions:
  - {id: ceo, title: CEO, holder: Ada Okafor}   # the top
  - id: cro
    title: CRO
    holder: [Ben Li, Cleo Ruiz]
    reports_to: ceo

  - id: ae-1      # no id is shorter
    title: "Account Executive"
    reports_to: 'cro'
    dotted_lines: [{to: ceo, for: deals}]
    status: open
departments:
  - {id: sales, head: cro}
"""


def edited(
    command: str, text: str, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str = "org.yaml"
) -> tuple[int, str, str]:
    """The exit code, the file after a command, and what it said."""
    (folder / name).write_bytes(text.encode())
    code, out, err = run_in(folder, f"orgcli {command} {name}", monkeypatch)
    return code, (folder / name).read_bytes().decode(), out + err


@pytest.mark.parametrize(
    ("command", "old", "new"),
    [
        ("move ae-1 --to 'Ada Okafor'", "reports_to: 'cro'", "reports_to: 'ceo'"),
        ("set ae-1 location=Oslo", "for: deals}]\n", "for: deals}]\n    location: Oslo\n"),
        ("set ceo level=1", "holder: Ada Okafor}", "holder: Ada Okafor, level: 1}"),
        ("set ceo level=007", "holder: Ada Okafor}", 'holder: Ada Okafor, level: "007"}'),
        ("set ceo fte=.5", "holder: Ada Okafor}", 'holder: Ada Okafor, fte: ".5"}'),
        ("set ceo title=", "id: ceo, title: CEO, ", "id: ceo, "),
        ("set cro title='CRO: all'", "title: CRO\n", 'title: "CRO: all"\n'),
        ("set ae-1 title=It\\'s", '"Account Executive"', '"It\'s"'),
        ("leave 'Ben Li'", "[Ben Li, Cleo Ruiz]", "Cleo Ruiz"),
        ("leave cro", "    holder: [Ben Li, Cleo Ruiz]\n", ""),
        ("close ae-1 --end 2027-12-31", "status: open\n", "status: closed\n    end: 2027-12-31\n"),
        ("add --title 'Account Executive' --to cro --id ae-2", "    status: open\n",
         "    status: open\n  - id: ae-2\n    title: Account Executive\n    reports_to: cro\n"),
    ],
)  # fmt: skip
def test_what_changes_in_a_file(
    command: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything else stays: comments, blank lines, quotes, order."""
    code, text, said = edited(command, ORG, tmp_path, monkeypatch)
    assert (code, said) == (0, "orgcli: `org.yaml` changed\n")
    assert ORG.count(old) == 1
    assert text == ORG.replace(old, new)


def test_hire_takes_the_status_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, text, _ = edited("hire ae-1 'Åsa Öberg'", ORG, tmp_path, monkeypatch)
    wanted = ORG.replace("    status: open\n", "")
    assert text == wanted.replace(
        '"Account Executive"\n', '"Account Executive"\n    holder: Åsa Öberg\n'
    )


def test_nobody_is_hired_with_the_picture_of_somebody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ben.png").write_bytes(b"")
    text = "positions:\n  - id: ceo\n    photo: ben.png\n    contact: {email: ceo@n.example}\n"
    wanted = text.replace("photo: ben.png", "holder: Ada")
    assert edited("hire ceo Ada", text, tmp_path, monkeypatch)[:2] == (0, wanted)


def test_rename_follows_every_reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, text, _ = edited("rename cro revenue", ORG, tmp_path, monkeypatch)
    assert text == ORG.replace("id: cro", "id: revenue").replace("'cro'", "'revenue'").replace(
        "head: cro", "head: revenue"
    )
    _, text, _ = edited("rename ceo boss", ORG, tmp_path, monkeypatch)
    assert text == ORG.replace("id: ceo", "id: boss").replace(
        "reports_to: ceo", "reports_to: boss"
    ).replace("to: ceo", "to: boss")
    lines = ORG.replace("[{to: ceo, for: deals}]", "&both [ceo, cro]")
    _, text, said = edited("rename ceo boss", lines, tmp_path, monkeypatch)
    assert "&both [boss, cro]" in text, said


def test_an_error_that_was_there_is_no_new_one_of_another_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ORG.replace("reports_to: ceo", "reports_to: gone")
    code, now, said = edited("rename cro revenue", text, tmp_path, monkeypatch)
    assert (code, "id: revenue" in now) == (0, True), said
    code, now, said = edited("rename cro gone", text, tmp_path, monkeypatch)
    assert code == 2 and now == text and "the change would add" in said  # it reports to itself


def test_the_configuration_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "orgcli.toml"
    for text, wanted in (
        ("", '[renamed]\ncro = "revenue"\n'),
        ('fail-on = "never"', 'fail-on = "never"\n\n[renamed]\ncro = "revenue"\n'),
        ('[renamed] # ids\ncso = "cro"\n\n[rules.several-roots]\nmax = 1\n',
         '[renamed] # ids\ncro = "revenue"\ncso = "revenue"\n\n[rules.several-roots]\nmax = 1\n'),
    ):  # fmt: skip
        config.write_text(text)
        code, _, said = edited("rename cro revenue", ORG, tmp_path, monkeypatch)
        assert (code, config.read_text()) == (0, wanted), said
        assert "orgcli.toml" in said
    config.write_text('renamed = {cso = "x"}\n')
    code, text, said = edited("rename cro revenue", ORG, tmp_path, monkeypatch)
    assert code == 2 and text == ORG and "no exact edit of `renamed`" in said


def test_the_configuration_names_the_new_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The roots and the targets; nothing else that is called so."""
    config = tmp_path / "orgcli.toml"
    text = (
        '# "ceo" is the root\r\nroots = [\'ceo\', "chair"]\r\nselect = ["ORG1"]\r\n\r\n'
        '[targets.ceo]\r\ncommand = "chart"\r\nroot = "ceo"  # "ceo"\r\ntitle = "ceo"\r\n'
        "highlight = [\"open\", 'ceo']\r\n"
    )
    config.write_bytes(b"\xef\xbb\xbf" + text.encode())
    code, _, said = edited("rename ceo boss", ORG, tmp_path, monkeypatch)
    assert code == 0, said
    wanted = text.replace("'ceo'", "'boss'").replace('root = "ceo"', 'root = "boss"')
    wanted += '\r\n[renamed]\r\nceo = "boss"\r\n'
    assert config.read_bytes() == b"\xef\xbb\xbf" + wanted.encode()


def test_what_others_may_use_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration that is extended, and an id that another organisation has too."""
    (tmp_path / "base.toml").write_text('roots = ["ceo"]\n')
    (tmp_path / "orgcli.toml").write_text('extend = "base.toml"\n')
    code, _, said = edited("rename ceo boss", ORG, tmp_path, monkeypatch)
    assert code == 0, said
    assert (tmp_path / "base.toml").read_text() == 'roots = ["ceo"]\n'
    assert "base.toml, which is extended, names `ceo`: change it there" in said
    (tmp_path / "orgcli.toml").write_text('roots = ["ceo"]\n')
    other = "organisation: Other\npositions: [{id: ceo}, {id: x, title: X, reports_to: ceo}]\n"
    (tmp_path / "other.yaml").write_text(other)
    (tmp_path / "org.yaml").write_text(ORG)
    command = "orgcli rename CRO revenue org.yaml other.yaml"
    assert run_in(tmp_path, command, monkeypatch)[0] == 0
    code, _, said = run_in(
        tmp_path, "orgcli rename 'Ada Okafor' boss org.yaml other.yaml", monkeypatch
    )
    assert code == 0, said
    assert (tmp_path / "orgcli.toml").read_text().startswith('roots = ["ceo"]\n')
    assert "orgcli.toml names `ceo`, which another organisation has too" in said


@pytest.mark.parametrize(
    ("text", "new", "wanted"),
    [
        ("roots = ['a', \"a\"]", "o'b", 'roots = ["o\'b", "o\'b"]'),
        ('roots = ["a"]', 'say "x"', 'roots = ["say \\"x\\""]'),
        ('roots = """a"""', "b", 'roots = """a"""'),
        ('roots = [\n  "b", # "a"\n  "a",\n]', "c", 'roots = [\n  "b", # "a"\n  "c",\n]'),
        ('roots = ["a"', "b", 'roots = ["a"'),
        ('"roots" = ["a"]', "b", '"roots" = ["b"]'),
        ('targets.a.root = "a"', "b", 'targets.a.root = "b"'),
        ('targets.a = {root = "a", page = "a"}', "b", 'targets.a = {root = "b", page = "a"}'),
        ('["targets"."a"]\nhighlight = ["a", "x=a"]', "b",
         '["targets"."a"]\nhighlight = ["b", "x=a"]'),
        ('[renamed]\nx = "a"\n"a" = "y"\n', "b", '[renamed]\nx = "a"\n"a" = "y"\n'),
    ],
)  # fmt: skip
def test_ids_in_a_configuration(text: str, new: str, wanted: str) -> None:
    assert with_new_ids(text, {"a": new}) == wanted


def test_pyproject_names_the_new_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "pyproject.toml"
    text = '[project]\nname = "ceo"\nroots = ["ceo"]\n\n[tool.orgcli]\nroots = "ceo"\n'
    config.write_text(text)
    code, _, said = edited("rename ceo boss", ORG, tmp_path, monkeypatch)
    assert code == 0, said
    assert config.read_text().startswith(text.replace('roots = "ceo"', 'roots = "boss"'))


def test_a_person_leaves_the_seat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = ORG.replace("[Ben Li, Cleo Ruiz]", "Ben Li")
    command = "move cro --to ceo --leave-seat --id adviser"
    code, now, said = edited(command, text, tmp_path, monkeypatch)
    seat = "  - id: adviser\n    title: CRO\n    holder: Ben Li\n    reports_to: ceo\n"
    assert (code, now) == (0, text.replace("    holder: Ben Li\n", "").replace(
        "    status: open\n", "    status: open\n" + seat
    )), said  # fmt: skip
    for flags, reason in (
        ("--leave-seat --alone", "cannot be used together"),
        ("--id x", "--id is for the new position of --leave-seat"),
        ("--leave-seat", "several people hold `cro`"),
    ):
        code, now, said = edited(f"move cro --to ceo {flags}", ORG, tmp_path, monkeypatch)
        assert code == 2 and now == ORG and reason in said


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("move ceo --to ae-1", "`ae-1` is below `ceo`, which cannot report to it"),
        ("move cro --to cro", "`cro` cannot report to itself"),
        ("move cro --to ceo", "`cro` reports to `ceo` already"),
        ("move cro", "there is no new manager"),
        ("move cfo --to ceo", "no position is called `cfo`"),
        ("set cro levl=2", "did you mean `level`?"),
        ("set cro status=gone", "`gone`: input should be 'filled', 'open', 'planned' or 'closed'"),
        ("set cro id=x", "write `orgcli rename cro NEW`"),
        ("set cro contact=x", "`contact` has fields of its own"),
        ("set cro", "no field is set"),
        ("hire cro Ada", "`cro` is held by Ben Li and Cleo Ruiz"),
        ("leave ae-1", "nobody holds `ae-1`"),
        ("rename cro ceo", "there is a position `ceo` already"),
        ("add --title X --to ceo --id cro", "there is a position `cro` already"),
        ("set cro role=no-such-role", "the change would add 1 error; nothing is written"),
    ],
)
def test_what_is_refused(
    command: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, text, err = edited(command, ORG, tmp_path, monkeypatch)
    assert code == 2 and said in err and text == ORG


def test_force_writes_what_adds_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, text, _ = edited("set cro role=no-such-role --force", ORG, tmp_path, monkeypatch)
    assert code == 0 and "    role: no-such-role\n" in text


def test_a_dry_run_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, text, said = edited("move ae-1 --to ceo --dry-run", ORG, tmp_path, monkeypatch)
    assert code == 0 and text == ORG
    assert "-    reports_to: 'cro'\n+    reports_to: 'ceo'\n" in said
    assert "Moved\n" in said and "Ben Li / Cleo Ruiz → Ada Okafor" in said
    code, text, said = edited("rename cro revenue --dry-run", ORG, tmp_path, monkeypatch)
    assert code == 0 and text == ORG and "gone" not in said.casefold()


SHARED = """\
organisation: N
positions:
  - &one
    id: one
    title: &title A title
  - id: two
    title: *title
    reports_to: one
  - <<: *one
    id: three
    reports_to: one
  - id: four
    reports_to: one
    tags: &tags [a, b]
  - id: five
    reports_to: one
    tags: *tags
"""


@pytest.mark.parametrize(
    ("command", "line"),
    [("set one title=B", 3), ("set one location=Oslo", 3), ("rename one uno", 4)],
)
def test_what_is_written_once_for_several_is_refused(
    command: str, line: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the place of the anchor, or where the id would change elsewhere too."""
    code, text, err = edited(command, SHARED, tmp_path, monkeypatch)
    if command.startswith("rename"):
        assert code == 0 and text.count("uno") == 5
        return
    assert code == 2 and text == SHARED
    assert f"org.yaml:{line}: what is to change of `one` stands for other places too" in err


@pytest.mark.parametrize(
    ("command", "old", "new"),
    [
        ("set two title=B", "title: *title", "title: B"),
        ("set three title=C", "    id: three\n", "    id: three\n    title: C\n"),
        ("set four location=Oslo", "    reports_to: one\n    tags: &", "    reports_to: one\n"
         "    location: Oslo\n    tags: &"),
        ("set five tags=", "    tags: *tags\n", ""),
    ],
)  # fmt: skip
def test_what_uses_something_shared_can_be_edited(
    command: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, text, err = edited(command, SHARED, tmp_path, monkeypatch)
    assert (code, text) == (0, SHARED.replace(old, new)), err


def test_a_value_that_is_merged_cannot_be_taken_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, text, err = edited("set three title=", SHARED, tmp_path, monkeypatch)
    assert code == 2 and text == SHARED and "`three` would be read otherwise" in err


PEOPLE = (
    "\ufeffID;Name;Job title;Manager;Note\r\n"
    '1;Ada Okafor;CEO;;"top; of all"\r\n'
    '2;Ben Li;"VP ""Sales""";Ada Okafor;\r\n'
    "3;Cleo Ruiz;AE;Ben Li;x"
)


@pytest.mark.parametrize(
    ("command", "old", "new"),
    [
        ("move 3 --to 1", "AE;Ben Li;x", "AE;Ada Okafor;x"),
        ("set 3 title='AE; senior'", ";AE;", ';"AE; senior";'),
        ("leave 3", "3;Cleo Ruiz;", "3;;"),
        ("add --title AM --to 2 --id 4", ";Ben Li;x", ";Ben Li;x\r\n4;;AM;Ben Li;"),
    ],
)
def test_tables(
    command: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Managers as the table names them; quotes, delimiters and line ends stay."""
    code, text, err = edited(command, PEOPLE, tmp_path, monkeypatch, "people.csv")
    assert (code, text) == (0, PEOPLE.replace(old, new)), err


def test_a_table_without_the_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, text, err = edited("close 3", PEOPLE, tmp_path, monkeypatch, "people.csv")
    assert code == 2 and text == PEOPLE
    assert "people.csv has no column of its own for `status`" in err


def test_files_of_other_programs_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '[{"id": "1", "name": "Ada"}, {"id": "2", "name": "Ben", "managerId": "1"}]'
    code, now, err = edited("leave 2", text, tmp_path, monkeypatch, "people.json")
    assert code == 2 and now == text and "written by another program" in err


def test_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reference in another file follows; a file that says nothing of it stays."""
    (tmp_path / "teams").mkdir()
    (tmp_path / "org.yaml").write_text(
        "organisation: N\ninclude: teams/*.yaml\npositions:\n  - id: ceo\n  - id: cro\n"
        "    reports_to: ceo\n"
    )
    (tmp_path / "teams/a.yaml").write_text("positions:\n  - {id: a, reports_to: cro}\n")
    (tmp_path / "teams/b.yaml").write_text("positions:\n  - {id: b, reports_to: a}\n")
    code, _, err = run_in(tmp_path, "orgcli rename cro revenue", monkeypatch)
    assert (code, err) == (0, "orgcli: `org.yaml`, `teams/a.yaml` changed\n")
    assert "reports_to: revenue" in (tmp_path / "teams/a.yaml").read_text()
    assert not list(tmp_path.rglob(".*"))


def test_an_id_of_two_positions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "organisation: N\npositions:\n  - id: a\n  - id: b\n  - id: b\n    reports_to: a\n"
    for command in ("set b title=X", "rename b c", "add --title X --to b", "leave b --force"):
        code, now, err = edited(command, text, tmp_path, monkeypatch)
        assert code == 2 and now == text
        assert "`b` is the id of 2 positions" in err or "nobody holds" in err


def test_standard_input_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = run_in(tmp_path, "orgcli leave cro -", monkeypatch, b"id: cro\n")
    assert code == 2 and "standard input is none" in err


_WRITER = """
import sys
import time
from pathlib import Path
from orgcli.cli.files.several_files import write_all
folder = Path(sys.argv[1])
print("ready", flush=True)
while True:
    raw = f"{time.time_ns()}\\n".encode() * 2000
    write_all({folder / f"sub{at}" / "file.yaml": raw for at in range(5)})
"""


def test_killed_while_writing(tmp_path: Path) -> None:
    """All old or all new, whenever it ends: each round kills a process that writes all the time."""
    files = [tmp_path / f"sub{at}" / "file.yaml" for at in range(5)]
    for path in files:
        path.parent.mkdir()
        path.write_bytes(b"0\n" * 2000)
    start = time.monotonic()
    write_all(dict.fromkeys(files, b"0\n" * 2000))
    once = time.monotonic() - start  # disks differ a hundredfold
    unfinished = 0
    rounds = int(os.environ.get("ORGCLI_KILLS", "60"))
    for number in range(rounds):
        writing = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE
        )
        assert writing.stdout is not None and writing.stdout.readline() == b"ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            writing.wait(0.002 + number % 20 * once / 10)
        writing.send_signal(signal.SIGKILL)
        writing.communicate()
        unfinished += (tmp_path / JOURNAL).exists()
        recover([str(path) for path in files])
        assert len({path.read_bytes() for path in files}) == 1
        assert not (tmp_path / JOURNAL).exists()
    assert unfinished, "no round met the files half written: this shows nothing"


def test_a_journal_of_others_is_not_obeyed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mine")
    (tmp_path / "org.yaml").write_text("id: a\n")
    journal = tmp_path / JOURNAL
    for text in ('{"/etc/hosts": "secret"}', "[1]", "{", '{"org.yaml": "secret"}', "null"):
        journal.write_text(text)
        assert not recover([str(tmp_path / "org.yaml")])
        assert (tmp_path / "org.yaml").read_text() == "id: a\n"


def test_nothing_is_written_where_one_file_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match="gone"):
        write_all({tmp_path / "a": b"new", tmp_path / "gone": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"a"}


@pytest.mark.parametrize("name", [".b.yaml.orgcli-new", f"{JOURNAL}.new"])
def test_a_link_in_the_place_of_a_staged_file_is_not_followed(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "foreign").write_bytes(b"foreign")
    for file in ("a.yaml", "b.yaml"):
        (home / file).write_bytes(b"old")
    (home / name).symlink_to(tmp_path / "foreign")
    write_all({home / "a.yaml": b"new", home / "b.yaml": b"new"})
    assert (tmp_path / "foreign").read_bytes() == b"foreign"
    assert {path.name: path.read_bytes() for path in home.iterdir()} == {
        "a.yaml": b"new",
        "b.yaml": b"new",
    }


def test_a_journal_brings_in_no_foreign_file(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "foreign").write_bytes(b"secret")
    (home / "a.yaml").write_bytes(b"old")
    staged = home / ".a.yaml.orgcli-new"
    staged.symlink_to(tmp_path / "foreign")
    (home / JOURNAL).write_text(json.dumps({str(home / "a.yaml"): str(staged)}), "utf-8")
    assert not recover([str(home / "a.yaml")])
    assert (home / "a.yaml").read_bytes() == b"old"


def test_an_id_is_renamed_in_whatever_quotes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "organisation: N\npositions:\n  - id: 'o''neil'\n  - id: b\n    reports_to: \"o'neil\"\n"
    code, now, err = edited('rename "o\'neil" al', text, tmp_path, monkeypatch)
    assert (code, now) == (0, text.replace("'o''neil'", "'al'").replace('"o\'neil"', '"al"')), err
