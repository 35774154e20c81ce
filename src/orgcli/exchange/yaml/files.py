"""An organisation as YAML: one file, or a folder with a file for each department or branch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from orgcli.exchange.export import Exported, ExportJob
from orgcli.exchange.plain_words import plain_words
from orgcli.exchange.yaml.organisation_text import organisation_text
from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import Position

_FIRST = "org"
"""The file that names the organisation and includes the others."""
_COMMENTS = "comments are not kept where the file is written anew"


def export_yaml(job: ExportJob) -> Exported:
    """The text that the organisation was read from where the job has it, else a new one."""
    if job.source_text is not None:
        return Exported(job.source_text.encode())
    lost = [_COMMENTS] if job.has_comments else []
    organisation = job.shown
    if job.split:
        return Exported(
            files=dict(_files(organisation, SPLITS[job.split](organisation))), lost=lost
        )
    text = organisation_text(organisation.name, organisation.positions, organisation.departments)
    return Exported(text.encode(), lost=lost)


def _files(organisation: Organisation, groups: Sequence[str | None]) -> Sequence[tuple[str, bytes]]:
    """The file of the organisation, with the positions of no group, then one for each group.

    groups  what each position is in
    """
    members: dict[str | None, list[Position]] = {None: []}
    for position, group in zip(organisation.positions, groups, strict=True):
        members.setdefault(group, []).append(position)
    first = members.pop(None)
    words = plain_words(filter(None, members), "part", {_FIRST})
    names = {group: f"{words[group]}.yaml" for group in members if group}
    departments = organisation.departments
    text = organisation_text(organisation.name, first, departments, list(names.values()))
    files = [(f"{_FIRST}.yaml", text)]
    files += [(name, organisation_text(None, members[group])) for group, name in names.items()]
    return [(name, text.encode()) for name, text in files]


def _departments(organisation: Organisation) -> Sequence[str | None]:
    """The department of each position."""
    return [position.department for position in organisation.positions]


def _branches(organisation: Organisation) -> Sequence[str | None]:
    """The position below a top under which each one is; None for the tops and what is in a ring."""
    lines, positions = organisation.lines, organisation.positions
    order = sorted(range(len(positions)), key=lines.layer.__getitem__)
    branches: list[str | None] = [None] * len(positions)
    for at in order:
        if lines.layer[at] == 2:
            branches[at] = positions[at].id
        elif lines.layer[at] > 2:
            branches[at] = branches[lines.manager[at]]
    return branches


SPLITS: Mapping[str, Callable[[Organisation], Sequence[str | None]]] = MappingProxyType(
    {"department": _departments, "branch": _branches}
)
"""What each file is of, where there are several."""
