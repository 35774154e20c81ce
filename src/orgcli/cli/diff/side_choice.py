"""Which two states the words of a command line mean: revisions, files, days."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal, NoReturn

from orgcli.cli.diff.request import DiffRequest
from orgcli.cli.output import fail, refusing
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.request.day import DAY_HELP, date_of, day_named
from orgcli.read.revisions.git import GitError, Repository, repository_at
from orgcli.read.syntax.paths import STDIN

WORKING_TREE = ""
"""The label of what is on the disk now; the words of a language say it."""
_HEAD = "HEAD"
_TWO_FILES = "name two files: orgcli diff before.yaml after.yaml"


@dataclass(frozen=True, slots=True)
class SideSource:
    """Where a side is read.

    label   what it is called; WORKING_TREE for the disk
    paths   what is read of it; nothing: what is read where nothing is named
    commit  the commit it is read of; None for the disk
    day     the day as of which it is looked at
    plan    the plan that leads to it, by its name or file
    until   the last day whose steps of the plan count; None for all
    named   whether the paths are what makes the side, and have to exist; else they limit it
    """

    label: str
    paths: tuple[str, ...] = ()
    commit: str | None = None
    day: date | None = None
    named: bool = False
    plan: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SideChoice:
    """Both sides, and the repository that they are in, if either is of one."""

    before: SideSource
    after: SideSource
    repository: Repository | None = None


def chosen_sides(words: Sequence[str], request: DiffRequest, plan: str | None = None) -> SideChoice:
    """The sides that the command line names; leaves with exit code 2 where it names none.

    plan  the one whose steps are made on the second side
    """
    if "" in (*words, *request.path):
        fail("a path is empty", "name a file, a folder or a revision")
    with refusing():
        choice = _SideWords(words, request, is_planned=plan is not None).sides()
    return choice if plan is None else _planned(choice, plan, date_of(request.as_of))


def _planned(choice: SideChoice, plan: str, day: date | None) -> SideChoice:
    """The sides with the steps of a plan made on the second one; on both of two days."""
    before, after = choice.before, choice.after
    if after.commit is not None:
        fail("--plan is for files on the disk", "leave out the second revision")
    if before.day is not None:
        before = replace(before, plan=plan, until=before.day)
    label = after.label if after.day else plan
    after = replace(after, label=label, plan=plan, until=after.day or day)
    return replace(choice, before=before, after=after)


def side_before(word: str, paths: tuple[str, ...]) -> SideChoice:
    """What one word means as the earlier state of some paths, which are read from the disk.

    Leaves with exit code 2 where it means nothing.
    """
    words = _SideWords([word], DiffRequest(path=paths), "--against takes a file or a folder too")
    with refusing():
        return words.before()


class _SideWords:
    """The words, and the repository of the current folder, which is looked for once."""

    def __init__(
        self,
        words: Sequence[str],
        request: DiffRequest,
        without_git: str = _TWO_FILES,
        is_planned: bool = False,
    ) -> None:
        self._is_planned = is_planned
        self._words, self._request, self._without_git = list(words), request, without_git
        self._looked_for = False
        self._repository: Repository | None = None

    def sides(self) -> SideChoice:
        """The two sides. Raises GitError."""
        request, words = self._request, self._words
        ways = {"--base": request.base, "--since": request.since, "--between": request.between}
        flags = [flag for flag, value in ways.items() if value is not None]
        most = 1 if flags else 2
        if len(words) > most:
            fail(f"`{words[most]}` is one side too many", "write paths behind `--`")
        if len(flags) > 1:
            fail(f"{flags[0]} and {flags[1]} cannot be used together", "leave one of them out")
        if request.since is not None:
            return self._since(request.since)
        if request.between is not None:
            return self._between(request.between)
        if request.base is not None:
            return self._from_base(request.base)
        if words:
            return self._of_words()
        before = self._disk() if self._is_planned else self._revision(_HEAD)
        return self._choice(before, self._disk())

    def _of_words(self) -> SideChoice:
        """The sides that one word or two mean."""
        first, *others = self._words
        if not others:
            before = self._side(first)
            if before.commit is not None:
                return self._choice(before, SideSource(WORKING_TREE, before.paths))
            return self._choice(before, before) if self._is_planned else self._from_head(before)
        before, after = self._side(first), self._side(others[0])
        if before.commit and after.commit is None and not before.paths and after.paths != ("-",):
            before = SideSource(before.label, after.paths, before.commit)
        return self._choice(before, after)

    def before(self) -> SideChoice:
        """The first word as the earlier side, and the disk as the later one. Raises GitError."""
        if not self._words[0]:
            fail("--against names nothing", "name a revision, a file or a folder")
        side = self._side(self._words[0])
        return self._choice(side, SideSource(WORKING_TREE, self._request.path, named=True))

    def _choice(self, before: SideSource, after: SideSource) -> SideChoice:
        if before.paths == after.paths == (STDIN,):
            fail("standard input is one side at most", "name a file")
        return SideChoice(before, after, self._repository)

    def _from_head(self, file: SideSource) -> SideChoice:
        """A file as it is in HEAD, and as it is now."""
        if self._found_repository() is None or file.paths == (STDIN,):
            fail(f"there is nothing to compare `{file.label}` with",
                 self._without_git)  # fmt: skip
        head = self._revision(_HEAD)
        return self._choice(SideSource(_HEAD, file.paths, head.commit), file)

    def _disk(self) -> SideSource:
        return SideSource(WORKING_TREE, self._request.path)

    def _between(self, period: str) -> SideChoice:
        words = period.replace("..", " ").split()
        days = [date_of(day_named(word)) for word in words]
        if len(days) != 2 or None in days:
            fail(f"--between cannot be `{period}`", f"{DAY_HELP}, twice")
        source = self._side(self._words[0]) if self._words else self._disk()
        before, after = (
            SideSource(word, source.paths, source.commit, day)
            for word, day in zip(words, days, strict=True)
        )
        return self._choice(before, after)

    def _since(self, since: date | Literal["today"]) -> SideChoice:
        """The last commit before a day, and one word or the disk."""
        day = date_of(since)
        assert day is not None
        repository = self._needed_repository("--since")
        commit = repository.commit_before(day)
        if commit is None:
            help = repository.hint() or "`git log --reverse` lists the first commits"
            fail(f"there is no commit before {day}", help)
        source = self._side(self._words[0]) if self._words else self._disk()
        return self._choice(SideSource(day.isoformat(), source.paths, commit), source)

    def _from_base(self, base: str) -> SideChoice:
        repository = self._needed_repository(base)
        source = self._side(self._words[0]) if self._words else self._disk()
        commit = repository.commit(base) or self._unknown(base)
        head = source.commit or repository.commit(_HEAD) or self._unknown(_HEAD)
        merge_base = repository.merge_base(commit, head)
        return self._choice(SideSource(base, source.paths, merge_base), source)

    def _side(self, word: str) -> SideSource:
        """The side that one word means; leaves where it means two, or none."""
        if word == STDIN:
            return SideSource(STDIN, (STDIN,), named=True)
        exists = os.path.lexists(word)
        is_path = word.startswith(("./", "../", ".\\", "..\\")) or os.path.isabs(word)  # noqa: PTH117
        if is_path and exists:
            return SideSource(word, (word,), named=True)
        revision = self._revision_of(word)
        if revision and self._repository and self._repository.is_bare:
            return revision  # the files there are those of Git
        if exists and revision:
            fail(f"`{word}` is a file and a revision", f"write ./{word} or {word}:")
        if exists:
            return SideSource(word, (word,), named=True)
        return revision or self._unknown(word)

    def _revision_of(self, word: str) -> SideSource | None:
        """The side of `REV`, `REV:` or `REV:path`; None where there is no such revision."""
        try:
            repository = self._found_repository()
        except GitError:
            if os.path.lexists(word):
                return None
            raise
        if repository is None:
            return None
        name, _, path = word.partition(":")
        commit = repository.commit(name)
        if commit is None:
            return None
        paths = (path,) if path else self._request.path
        return SideSource(word if path else name, paths, commit, named=bool(path))

    def _revision(self, name: str) -> SideSource:
        repository = self._needed_repository(name)
        commit = repository.commit(name) or self._unknown(name)
        return SideSource(name, self._request.path, commit)

    def _found_repository(self) -> Repository | None:
        if not self._looked_for:
            self._looked_for = True
            self._repository = repository_at(Path())
        return self._repository

    def _needed_repository(self, word: str) -> Repository:
        repository = self._found_repository()
        if repository is None:
            fail(f"`{word}` is a revision, and this folder is in no Git repository",
                 self._without_git)  # fmt: skip
        return repository

    def _unknown(self, word: str) -> NoReturn:
        repository = self._found_repository()
        if repository is None:
            fail(f"`{word}` is no file, and this folder is in no Git repository",
                 self._without_git)  # fmt: skip
        if word == _HEAD:
            fail("the repository has no commit", "commit the organisation first")
        help = repository.hint()
        if not help:
            near = nearest_words(word, repository.branches())
            help = did_you_mean(near, "`git log --oneline` lists commits")
        fail(f"`{word}` is no file and no revision", help)
