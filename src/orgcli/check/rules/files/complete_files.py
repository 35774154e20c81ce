"""Finds the files that were read completely; in others, rules report nothing as missing."""

from pathlib import PurePath

from orgcli.model.project import Project

_REMARKS = frozenset(("ORG012", "ORG013", "ORG014", "ORG017"))
"""Rules whose findings say how a file was read, and not that anything of it is missing."""

LIBRARY = "library"
"""Stem of the files that define what roles refer to."""

SHAPE, YARDSTICKS = "shape", "yardsticks"
"""Stem of the files of published figures, and the key that they begin with."""


def damaged_files(project: Project) -> frozenset[str]:
    """The files that the readers found something wrong with, and so did not keep whole."""
    return frozenset(
        finding.place.file for finding in project.findings if finding.code not in _REMARKS
    )


def libraries_are_whole(project: Project) -> bool:
    """Whether every library could be read whole."""
    return not any(PurePath(file).stem == LIBRARY for file in damaged_files(project))
