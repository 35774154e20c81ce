"""`--fix`, `--diff` and `--add-ignore`: what a verdict lets orgcli change in the files itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from orgcli.check.suppressions import NEVER
from orgcli.cli.files.text_files import difference, with_mark
from orgcli.cli.files.writing import write_whole
from orgcli.cli.output import fail, note, write_result
from orgcli.cli.validate.run import Checked, Run
from orgcli.mend.edits import edited, edits_of
from orgcli.mend.new_comments import ignoring
from orgcli.model.source.notation import Notation, notation
from orgcli.read.formats import text_format
from orgcli.read.syntax.paths import STDIN
from orgcli.read.syntax.suppression_comments import inside_scalar
from orgcli.read.syntax.yaml import load_yaml
from orgcli.render.sentences import counted

if TYPE_CHECKING:
    from orgcli.mend.edits import Edit
    from orgcli.model.findings.finding import Finding
    from orgcli.model.project import Project

_ROUNDS = 10
"""What one edit mends can show another finding: a key that is known now has a wrong value."""


def show_diff(checked: Checked, silent: bool) -> bool:
    """Print what `--fix` would change first, as a unified diff; whether that is anything."""
    edits = _fixes(checked)
    lines: list[str] = []
    for file, file_edits in edits.items():
        before = checked.project.sources[file].text
        lines += difference(file, before, edited(before, file_edits))
    if not silent:
        write_result("".join(lines), None)
        note(f"orgcli: {_changes(edits, 'would be corrected')}")
    return bool(edits)


def mend(checked: Checked, run: Run, silent: bool) -> Checked:
    """Make the edits that findings carry, and check again until there are none left."""
    _refuse_stdin(run, "--fix")
    done = 0
    files: set[str] = set()
    for _ in range(_ROUNDS):
        edits = _fixes(checked)
        edits = {
            file: file_edits
            for file, file_edits in edits.items()
            if _write(file, file_edits, checked)
        }
        if not edits:
            break
        done += sum(map(len, edits.values()))
        files.update(edits)
        checked = run.checked()
    if not silent:
        note(f"orgcli: {_count(done, files, 'corrected')}")
    return checked


def add_comments(checked: Checked, run: Run, reason: str, silent: bool) -> Checked:
    """Write comments for all findings that are not suppressed, and check again."""
    _refuse_stdin(run, "--add-ignore")
    edits: dict[str, Sequence[Edit]] = {}
    remaining = 0
    for file, findings in _by_file(checked, lambda finding: finding.code not in NEVER).items():
        inside = _inside(checked.project, file)
        if inside is None:
            remaining += len(findings)
            continue
        file_edits, without = ignoring(findings, checked.project.sources[file], reason, inside)
        remaining += len(without)
        if file_edits and _write(file, file_edits, checked):
            edits[file] = file_edits
    if not silent:
        note(f"orgcli: {_changes(edits, 'given comments', 'line')}")
        if remaining:
            where = f"{counted(remaining, 'finding')} left: no comment can stand there"
            note(f"orgcli: {where}; a --baseline takes them")
    return run.checked() if edits else checked


def _fixes(checked: Checked) -> Mapping[str, Sequence[Edit]]:
    """The edits of each file that can be mended, files in the order of the findings."""
    edits_by_file = {
        file: edits_of(findings, checked.project.sources[file])
        for file, findings in _by_file(checked, lambda finding: finding.fix is not None).items()
    }
    return {file: edits for file, edits in edits_by_file.items() if edits}


def _by_file(checked: Checked, condition: Callable[[Finding], bool]) -> Mapping[str, list[Finding]]:
    """The findings that meet a condition, but suppressed ones, by file, where the text is known."""
    findings_of: dict[str, list[Finding]] = {}
    for finding in checked.verdict.findings:
        file = finding.place.file
        if not finding.suppressed and file in checked.project.sources and condition(finding):
            findings_of.setdefault(file, []).append(finding)
    return findings_of


def _inside(project: Project, file: str) -> Callable[[int], bool] | None:
    """Whether an offset of a file is inside a value; None where a file can have no comments."""
    source = project.sources[file]
    if notation(source) is not Notation.YAML or text_format(source) is not None:
        return None
    document, _ = load_yaml(source)
    return None if document is None else lambda offset: inside_scalar(document, offset)


def _write(file: str, edits: Sequence[Edit], checked: Checked) -> bool:
    """Write a file with edits, all other bytes as they are; False where that is not possible.

    A file that is no UTF-8, or is not what was read any more, is left alone.
    """
    path, text = Path(file), checked.project.sources[file].text
    try:
        raw = path.read_bytes()
    except OSError as error:
        fail(f"cannot read `{file}`: {error.strerror}")
    if raw != with_mark(text, raw):
        note(f"orgcli: `{file}` is left as it is: it is not UTF-8, or it has just changed")
        return False
    try:
        write_whole(path, with_mark(edited(text, edits), raw))
    except OSError as error:
        fail(f"cannot write `{file}`: {error.strerror or error}")
    return True


def _refuse_stdin(run: Run, flag: str) -> None:
    if STDIN in run.inputs.paths:
        fail(f"{flag} changes files, and standard input is none", "name the file instead")


def _changes(edits: Mapping[str, Sequence[Edit]], done: str, what: str = "value") -> str:
    return _count(sum(map(len, edits.values())), edits, done, what)


def _count(number: int, files: Collection[str], done: str, what: str = "value") -> str:
    return f"{counted(number, what)} in {counted(len(files), 'file')} {done}"
