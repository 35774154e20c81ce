"""Which of the organisations that were read a plan is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from orgcli.model.organisation.plan import PlanFile
from orgcli.read.syntax.paths import resolved


class PlanHome(NamedTuple):
    """An organisation that a plan may be of: its name, its folder, and whether it has entries."""

    name: str | None
    folder: Path
    has_entries: bool


def with_home(plan: PlanFile, homes: Sequence[PlanHome]) -> PlanFile:
    """The plan with the index of the organisation that it names, or that is nearest to it.

    The nearest is that in its folder or in the first folder above that has any, else the only one
    there is. None where it is not clear which it is.
    """
    return replace(plan, organisation=_home_of(plan, homes))


def _home_of(plan: PlanFile, homes: Sequence[PlanHome]) -> int | None:
    name = plan.head.organisation
    if name is not None:
        return next((at for at, home in enumerate(homes) if home.name == name), None)
    having = [at for at, home in enumerate(homes) if home.has_entries]
    folders = {at: resolved(homes[at].folder) for at in having}
    folder = resolved(Path(plan.path)).parent
    for above in (folder, *folder.parents):
        here = [at for at in having if folders[at] == above]
        if here:
            return here[0] if len(here) == 1 else None
    return having[0] if len(having) == 1 else None
