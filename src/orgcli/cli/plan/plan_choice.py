"""Which plan a word of the command line means, and the file that it is in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from orgcli.cli.output import fail, refusing
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.organisation.plan import PlanFile
from orgcli.model.project import Project
from orgcli.model.source.notation import YAML_SUFFIXES
from orgcli.model.text import listed
from orgcli.read.default_paths import plans_in, without_links
from orgcli.read.syntax.paths import display_path, is_stdin, resolved

_FOLDER = "plans"


def plan_files(word: str, paths: Sequence[Path]) -> list[Path]:
    """The files to be read so that a plan, and those beside it, are known.

    paths  what is read besides: `plans/` in these folders, or beside these files, has the plan
    """
    file = Path(word)
    if os.path.lexists(word) and not file.is_dir():
        is_at_home = file.absolute().parent.name == _FOLDER
        return [file, *(_unlinked_plans([file.parent.parent]) if is_at_home else ())]
    here = [path if path.is_dir() else path.parent for path in paths if not is_stdin(path)]
    return _unlinked_plans([*here, Path()])


def _unlinked_plans(folders: Sequence[Path]) -> list[Path]:
    """The plans in `plans/` of folders; leaves with exit code 2 for a link out of a repository."""
    plans = list(dict.fromkeys(plan for folder in folders for plan in plans_in(folder)))
    with refusing():
        return without_links(plans)


def chosen_plan(project: Project, word: str) -> PlanFile:
    """The plan that a word means: its file, its name, or its file without the ending.

    Leaves with exit code 2 where there is none, or several.
    """
    for same in (_is_file, _is_called):
        plans = [plan for plan in project.plans if same(plan, word)]
        if len(plans) == 1:
            return plans[0]
        if plans:
            files = listed([plan.path for plan in plans])
            fail(f"`{word}` can mean {len(plans)} plans: {files}", "name the file")
    names = [plan.head.plan for plan in project.plans]
    stems = [Path(plan.path).stem for plan in project.plans]
    for file in project.files:
        if Path(file).stem == word or (os.path.lexists(word) and _is_same(file, word)):
            why = f"the first key of a plan is `plan`; see `orgcli validate {file}`"
            fail(f"`{file}` is no plan that can be read", why)
    if file_name := _file_named(project, word):
        help = f"a plan begins with `plan: NAME`; --plan {file_name} reads the file all the same"
        fail(f"`{file_name}` does not begin as a plan does", help)
    help = did_you_mean(nearest_words(word, [*names, *stems]), "plans are files in `plans/`")
    return fail(f"there is no plan `{word}`", help)


def _file_named(project: Project, word: str) -> str | None:
    """A file of a name in `plans/`, here or beside what was read, which was not read as a plan."""
    if not word or Path(word).name != word:
        return None
    folders = dict.fromkeys((Path(), *(Path(file).parent for file in project.files)))
    names = [folder / _FOLDER / (word + suffix) for folder in folders for suffix in YAML_SUFFIXES]
    return next((display_path(path) for path in names if path.is_file()), None)


def _is_file(plan: PlanFile, word: str) -> bool:
    return os.path.lexists(word) and _is_same(plan.path, word)


def _is_same(file: str, word: str) -> bool:
    return resolved(Path(file)) == resolved(Path(word))


def _is_called(plan: PlanFile, word: str) -> bool:
    return word.casefold() in (plan.head.plan.casefold(), Path(plan.path).stem.casefold())
