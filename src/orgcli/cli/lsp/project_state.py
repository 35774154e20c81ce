"""A project as it was read and checked last, with what questions of an editor need of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from orgcli.editor.project_index import ProjectIndex
from orgcli.model.findings.finding import Finding
from orgcli.model.project import Project
from orgcli.read.config import Config


@dataclass(frozen=True, slots=True)
class ProjectRecipe:
    """How the files of a project are found, each time anew.

    start       the file or folder from which its configuration is looked for
    folder      what is read where the configuration names no files
    configured  whether the configuration may name them
    lone        the one file that is read, which is part of no project
    """

    start: Path
    folder: Path
    configured: bool = True
    lone: Path | None = None


ProjectKey = tuple[Path | None, tuple[Path, ...]]
"""The configuration, and the paths that are read."""


@dataclass(frozen=True, slots=True, eq=False)
class ProjectState:
    """What one reading of a project found.

    findings  those that nothing silences, by the name that messages have for the file
    index     of the last texts that could be parsed
    paths     what is read: files and folders
    names     what messages call each file, by its resolved path
    basis     the unsaved texts that the index was made of
    """

    recipe: ProjectRecipe
    config: Config
    project: Project
    findings: Mapping[str, Sequence[Finding]]
    index: ProjectIndex
    paths: Sequence[Path] = ()
    names: Mapping[Path, str] = field(default_factory=dict)
    basis: Mapping[Path, bytes] = field(default_factory=dict)
