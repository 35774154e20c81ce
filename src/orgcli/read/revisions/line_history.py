"""When the lines of a file were written, by what Git says of the last commit."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from orgcli.model.source.line_history import LineHistory
from orgcli.read.revisions.git import GitError, Repository, repository_at

_MOST_BYTES = 64 * 1024 * 1024


def line_history(file: Path, first: int, last: int, at: int) -> LineHistory | None:
    """The history of some lines of a file on the disk.

    first, last  the lines, counted from 1
    at           one of them by which the others are found in the last commit, where lines may have
                 moved: it has to stand there once
    None without a repository, where the file is in none, or where Git cannot say it.
    """
    try:
        repository = repository_at(file.parent)
        if repository is None or repository.is_bare:
            return None
        return _history(repository, file, (first, last, at))
    except (GitError, OSError, ValueError):
        return None


def _history(repository: Repository, file: Path, lines: tuple[int, int, int]) -> LineHistory | None:
    first, last, at = lines
    path = os.path.relpath(os.path.realpath(file), repository.top).replace(os.sep, "/")
    commit = repository.commit("HEAD")
    if commit is None or path.startswith("../"):
        return None
    committed = repository.text(commit, path, _MOST_BYTES)
    if committed is None:
        return LineHistory(is_committed=False)
    before, now = committed.splitlines(), file.read_bytes().splitlines()
    line = now[at - 1]
    count = before.count(line)
    if count != 1:
        return LineHistory(is_committed=False) if not count else None
    start = before.index(line) + 1 - (at - first)
    end = min(start + last - first, len(before))
    is_same = start > 0 and before[start - 1 : end] == now[first - 1 : last]
    days = sorted(_days(repository.blame(commit, path, max(1, start), end)))
    if not days:
        return None
    (since, _), (changed, newest) = days[0], days[-1]
    return LineHistory(since, changed, newest, is_same)


def _days(blamed: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The day and the commit of each line, from the porcelain format of `git blame`."""
    commit = ""
    for line in blamed:
        words = line.split(" ")
        if len(words) >= 3 and len(words[0]) >= 40 and words[1].isdigit():
            commit = words[0]
        elif words[0] == "committer-time":
            yield datetime.fromtimestamp(int(words[1]), UTC).date().isoformat(), commit
