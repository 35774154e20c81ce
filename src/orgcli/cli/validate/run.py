"""One run of the rules by the flags of the command line: what is read, what holds, what counts."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from orgcli.check.registry import RULES
from orgcli.check.rule_selection import RuleSelection, by_exactness
from orgcli.check.run import Scope, check
from orgcli.cli.inputs import Inputs
from orgcli.cli.output import fail, note, one_of
from orgcli.cli.progress import progress
from orgcli.cli.project import known_rules_only, read_project_of
from orgcli.cli.validate.request import FAIL_ON, LEVELS, ValidateRequest
from orgcli.model.findings.finding import Level
from orgcli.model.text import joined
from orgcli.read.default_paths import default_paths

if TYPE_CHECKING:
    from orgcli.model.findings.baseline import Baseline
    from orgcli.model.findings.finding import Verdict
    from orgcli.model.project import Project
    from orgcli.model.settings import FailOn, LevelName
    from orgcli.read.config import Config


@dataclass(frozen=True, slots=True)
class Checked:
    """A project, and the verdict on it."""

    project: Project
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Run:
    """What to read and what counts; it can be run again after files were changed.

    only_files  the files to report on; None for all of them
    comments    whether comments in the files silence findings
    baseline    the file with the findings that are known
    """

    inputs: Inputs
    config: Config
    only_files: Sequence[str] | None = None
    comments: bool = True
    baseline: str | None = None

    def checked(self) -> Checked:
        """Read and check; leaves with exit code 2 where that cannot be done."""
        project, config = read_project_of(self._inputs(), self.config)
        with (
            known_rules_only(config),
            progress(lambda: f"checking {len(project.files):,} files"),
        ):
            return Checked(project, check(project, config.settings, self._scope(project)))

    def _inputs(self) -> Inputs:
        """Where nothing else is found here, the files to report on are what is read."""
        if self.inputs.paths or not self.only_files or default_paths(self.config):
            return self.inputs
        return replace(
            self.inputs, paths=tuple(file for file in self.only_files if Path(file).exists())
        )

    def files_read(self, project: Project, but: str | None = None) -> Sequence[str]:
        """All files that no result may be written over; `but` is one that may."""
        own = [str(self.config.file or ""), self.baseline or ""]
        return [*project.files, *(file for file in own if file and file != but)]

    def _scope(self, project: Project) -> Scope:
        known_findings = _known(self.baseline) if self.baseline else None
        only: Callable[[str], bool] | None = None
        if self.only_files is not None:
            only = _among(self.only_files, project.files)
        elif self.inputs.unsaved is not None:
            only = {self.inputs.unsaved}.__contains__
        return Scope(self.comments, known_findings, only, whole=not self.inputs.paths)


def _known(file: str) -> Baseline:
    from orgcli.read.baseline import BadBaseline, read_baseline

    try:
        return read_baseline(Path(file), beside(file))
    except BadBaseline as error:
        fail(str(error), "make one with --write-baseline")


def beside(file: str) -> Callable[[str], str]:
    """Files as seen from the folder of another one, so that it means the same from anywhere."""
    folder = os.path.dirname(os.path.realpath(file))  # noqa: PTH120

    def located(name: str) -> str:
        return os.path.relpath(os.path.realpath(name), folder).replace(os.sep, "/")

    return located


def _among(names: Sequence[str], files: Sequence[str]) -> Callable[[str], bool]:
    """Whether a file is one of those named, or below one; notes which of them were not read."""
    name_of = {str(Path(name).resolve()): name for name in names}
    above = {file: _with_folders(file) for file in files}
    reported = {file for file in files if file in names or not above[file].isdisjoint(name_of)}
    files_read = set().union(*above.values(), files)
    for real, name in name_of.items():
        if real not in files_read and name not in files_read:
            note(f"orgcli: `{name}` is no part of what is read here")
    return reported.__contains__


def _with_folders(file: str) -> set[str]:
    """A file and all folders above it, links followed."""
    real = Path(file).resolve()
    return {str(real), *map(str, real.parents)}


def overlaid(config: Config, request: ValidateRequest) -> Config:
    """The configuration with the flags of the command line over it."""
    settings = config.settings
    levels: dict[str, LevelName] = {}
    for setting in request.severity:
        code, equals, level = setting.partition("=")
        if not equals or not code:
            fail(f"`--severity {setting}` is not CODE=LEVEL", "write --severity ORG106=error")
        levels[code] = cast("LevelName", one_of("--severity", level, (*LEVELS, "off")))
    chosen, also_ignored = _words("--select", request.select), _words("--ignore", request.ignore)
    added = _words("--extend-select", request.extend_select)
    # What is selected here is on, whatever the file ignores or turns off.
    configured = {
        code: level
        for code, level in settings.severity.items()
        if code not in levels and not (level == "off" and (chosen or code in added))
    }
    ignored = () if chosen else (word for word in settings.ignore if word not in added)
    # An empty word, of a variable that is not set in CI, leaves it to the configuration.
    limit = one_of("--fail-on", request.fail_on or settings.fail_on, FAIL_ON)
    settings = replace(
        settings,
        select=chosen or settings.select,
        extend_select=added if chosen else (*settings.extend_select, *added),
        ignore=(*ignored, *also_ignored),
        severity={**by_exactness(configured), **by_exactness(levels)},
        fail_on=cast("FailOn", limit),
    )
    return replace(config, settings=settings)


def note_left_off(config: Config, request: ValidateRequest) -> None:
    """Say which rules `--select` and `--extend-select` leave off, and how to switch them on."""
    for flag, values in (("--select", request.select), ("--extend-select", request.extend_select)):
        words = _words(flag, values)
        off = RuleSelection(RULES, config.settings).left_off(words, config.settings.ignore)
        if not off:
            continue
        by_name = [code for code in off if RULES[code].needs is None]
        limited = [code for code in off if RULES[code].needs is not None]
        clauses = []
        if by_name:
            how = f"must be named: --extend-select {','.join(by_name)}"
            clauses.append(f"{joined(by_name, 'and')}, which {how}")
        if limited:
            rule = RULES[limited[0]]
            how = f"must have a limit: [rules.{rule.name}] {rule.needs} = N"
            clauses.append(f"{joined(limited, 'and')}, which {how}")
        note(f"orgcli: {flag} {','.join(words)} leaves off {'; and '.join(clauses)}")


def _words(flag: str, values: Sequence[str]) -> tuple[str, ...]:
    words = tuple(word.strip() for text in values for word in text.split(",") if word.strip())
    if values and not words:
        fail(f"{flag} names no rule", f"write {flag} ORG102, or leave it out")
    return words


def failing_levels(limit: str) -> Collection[Level]:
    """The levels at or above the limit."""
    bad = () if limit == "never" else LEVELS[: LEVELS.index(limit) + 1]
    return frozenset(map(Level, bad))


def unsuppressed(verdict: Verdict) -> Verdict:
    """The verdict without the findings that are suppressed; their number stays."""
    return replace(
        verdict, findings=[finding for finding in verdict.findings if not finding.suppressed]
    )
