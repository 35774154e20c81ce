"""Notes ids in `roots` of the configuration that no position has."""

from collections.abc import Iterator, Sequence

from orgcli.model.likeness import NearestName, did_you_mean, is_close
from orgcli.model.project import Project
from orgcli.model.settings import Settings


def absent_roots(project: Project, settings: Settings) -> Sequence[str]:
    """The ids of `roots` that no position has, in their order."""
    ids = [organisation.lines.index for organisation in project.organisations]
    return [root for root in settings.roots if not any(root in index for index in ids)]


def unknown_roots(project: Project, settings: Settings, whole: bool) -> Iterator[str]:
    """A note for each of them; none while a file cannot be read.

    A configuration may be for more organisations than were read: then an id is noted only where
    a position here has nearly the same one.
    whole  whether all that the configuration is for was read
    """
    organisations = project.organisations
    if not organisations or not all(organisation.complete for organisation in organisations):
        return
    names = [NearestName(organisation.lines.index) for organisation in organisations]
    for root in absent_roots(project, settings):
        near = next(filter(None, (name.of(root) for name in names)), ())
        if whole or any(is_close(root, id) for id in near):
            message = f"`roots` in the configuration names `{root}`, which nobody here is"
            yield "; ".join(filter(None, (message, did_you_mean(near))))
