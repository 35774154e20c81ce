"""Reads one side: from the disk, or from a commit in a folder that is removed afterwards."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from orgcli.check.run import check
from orgcli.cli.diff.side_choice import SideSource
from orgcli.cli.inputs import Inputs, configuration
from orgcli.cli.output import fail
from orgcli.cli.plan.plan_reading import read_planned
from orgcli.cli.project import known_rules_only, read_project_of
from orgcli.model.findings.finding import Finding, Place
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.project import Project, role_titles
from orgcli.read.config import Config
from orgcli.read.revisions.commit_folder import CommitFolder, commit_folder
from orgcli.read.revisions.git import Repository

_MOST_ROUNDS = 64
"""How often files may include others that include others."""
_LACKING = frozenset({"ORG006", "ORG007", "ORG015", "ORG018"})
"""Findings of files that are read, with entries missing in them."""
_UNSURE = frozenset({"ORG011"})
"""Findings that say nothing of a commit, whose photos are not read."""


@dataclass(frozen=True, slots=True)
class SideProject:
    """What was read of a side.

    findings  all that is wrong with it, none suppressed
    notes     what exists and was not read
    """

    project: Project
    config: Config
    titles: Titles
    findings: Sequence[Finding] = ()
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its positions."""
        organisations = self.project.organisations
        return frozenset(
            position.id for organisation in organisations for position in organisation.positions
        )

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it was left unread."""
        whole = all(organisation.complete for organisation in self.project.organisations)
        return whole and not self.notes

    def compared_with(self, other: SideProject) -> SideProject:
        """The side; where it lacks entries that the other one may have, it is incomplete.

        What neither side could read is no reason.
        """
        keys = [
            Counter(
                (finding.code, finding.message)
                for finding in side.project.findings
                if finding.code in _LACKING
            )
            for side in (self, other)
        ]
        if not keys[0] - keys[1]:
            return self
        incomplete = [
            replace(organisation, complete=False) for organisation in self.project.organisations
        ]
        return replace(self, project=replace(self.project, organisations=incomplete))


def read_side(
    source: SideSource,
    inputs: Inputs,
    repository: Repository | None,
    language: str,
    with_findings: bool,
) -> SideProject:
    """The project of a side; leaves with exit code 2 where it cannot be read."""
    plain = replace(inputs, paths=source.paths, plan=source.plan, allow_empty=True)
    if source.commit is None or repository is None:
        paths = tuple(path for path in source.paths if source.named or os.path.lexists(path))
        if source.paths and not paths:
            return SideProject(Project(), configuration(plain), Titles({}))
        plain = replace(plain, paths=paths)
        config = configuration(plain)
        project, config, _ = read_planned(plain, config, source.until)
        return _side(project, config, language, with_findings)
    if plain.config:
        plain = replace(plain, config=os.path.abspath(plain.config))  # noqa: PTH100
    with commit_folder(repository, source.commit) as folder:
        for path in source.paths if source.named else ():
            inside = folder.path_of(path)
            if inside is not None and not folder.has(inside):
                fail(f"there is no `{path}` in `{source.label.partition(':')[0]}`",
                     "write it as it is called there")  # fmt: skip
        return _read_commit(folder, plain, language, with_findings)


def _side(project: Project, config: Config, language: str, with_findings: bool) -> SideProject:
    findings: list[Finding] = []
    if with_findings:
        with known_rules_only(config):
            verdict = check(project, config.settings)
        findings = [
            finding
            for finding in verdict.findings
            if not finding.suppressed and finding.code not in _UNSURE
        ]
    return SideProject(project, config, role_titles(project, language), findings)


def _read_commit(
    folder: CommitFolder, inputs: Inputs, language: str, with_findings: bool
) -> SideProject:
    """Read the paths, then the files that these include, until nothing more is included."""
    folder.write_configurations()
    config = configuration(inputs)
    paths = []
    for path in inputs.paths:
        inside = folder.path_of(path)
        if inside is None:
            fail(f"`{path}` is outside the repository", "name a path in it")
        if folder.has(inside):
            folder.write_paths([inside])
            paths.append(str(folder.root / inside) if os.path.isabs(path) else path)  # noqa: PTH117
    if inputs.paths and not paths:
        return SideProject(Project(), config, Titles({}))
    if not inputs.paths:
        folder.write_defaults()
    named = (*config.settings.organisations, *config.settings.roles)
    folder.write_paths(inside for path in named if (inside := folder.inside(path)) is not None)
    inputs = replace(inputs, paths=tuple(paths))
    project, config = read_project_of(inputs, config)
    for _ in range(_MOST_ROUNDS):
        written = [
            folder.write_included(inside, pattern)
            for file, pattern in project.includes
            if (inside := folder.inside(file)) is not None
        ]
        if not any(written):
            break
        project, config = read_project_of(inputs, config)
    side = _side(project, config, language, with_findings)
    notes = (
        *(f"`{path}` is another repository, which is not read" for path in folder.absent),
        *(f"the text of `{path}` is in Git LFS, which is not read" for path in folder.pointers),
    )
    return replace(_at_home(side, folder.shown, bool(notes)), notes=notes)


def _at_home(side: SideProject, restored: Callable[[str], str], is_partial: bool) -> SideProject:
    """The side with the paths of the repository instead of those it was read at.

    restored  gives a text with the paths of the repository
    """

    def restored_finding(finding: Finding) -> Finding:
        return replace(
            finding,
            place=replace(finding.place, file=restored(finding.place.file)),
            message=restored(finding.message),
            help=restored(finding.help),
        )

    def restored_organisation(organisation: Organisation) -> Organisation:
        def place(entry: int, *path: str | int) -> Place:
            read_place = organisation.place(entry, *path)
            return replace(read_place, file=restored(read_place.file))

        files = tuple(map(restored, organisation.files))
        complete = organisation.complete and not is_partial
        return replace(organisation, place=place, files=files, complete=complete)

    organisations = [
        restored_organisation(organisation) for organisation in side.project.organisations
    ]
    findings = [restored_finding(finding) for finding in side.project.findings]
    project = replace(side.project, organisations=organisations, findings=findings)
    return replace(
        side, project=project, findings=[restored_finding(finding) for finding in side.findings]
    )
