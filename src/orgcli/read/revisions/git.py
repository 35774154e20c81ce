"""Runs the `git` program so that nothing which a repository says is executed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orgcli.model.request.flag import HelpfulError

_SETTINGS = (
    "core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.pager=cat",
    "core.attributesFile=", "protocol.allow=never", "log.showSignature=false",
)  # fmt: skip
_SECONDS = 120
"""How long one call may take."""
SHALLOW_HELP = "the clone is shallow: let CI fetch all of it, `fetch-depth: 0`"


class GitError(HelpfulError):
    """Git cannot answer a query; `help` says what to do about it."""


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file of a tree: its path from the top, and the object with its text.

    mode  as Git has it: 120000 is a link, 160000 another repository
    """

    path: str
    mode: str
    object: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A Git repository.

    top     the folder that its paths begin at; of a bare one, the folder that it is in
    prefix  the current folder as seen from there, "" or "a/b/"
    """

    top: Path
    prefix: str = ""
    is_bare: bool = False

    def commit(self, revision: str) -> str | None:
        """The commit that a word means; None for one that means none."""
        if not revision or revision.startswith("-") or "\0" in revision:
            return None
        query = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        done = _run(self.top, *query)
        words = done.stdout.decode("ascii", "replace").split()
        return words[-1] if done.returncode == 0 and words else None

    def commit_before(self, day: date) -> str | None:
        """The last commit of HEAD before a day begins, in UTC; None where there is none.

        Raises GitError.
        """
        before = f"--before={day.isoformat()}T00:00:00Z"
        done = _run(self.top, "rev-list", "--max-count=1", before, "HEAD")
        if done.returncode:
            raise GitError(
                f"Git cannot list the commits before {day}: {_reason(done)}", self.hint()
            )
        words = done.stdout.decode("ascii", "replace").split()
        return words[0] if words else None

    def merge_base(self, first: str, second: str) -> str:
        """The commit that two have in common. Raises GitError."""
        done = _run(self.top, "merge-base", first, second)
        words = done.stdout.decode("ascii", "replace").split()
        if done.returncode or not words:
            raise GitError(f"`{first}` and `{second}` have no commit in common", self.hint())
        return words[0]

    def hint(self) -> str:
        """What to do where a commit is missing: in a shallow clone, fetch it; else nothing."""
        done = _run(self.top, "rev-parse", "--is-shallow-repository")
        return SHALLOW_HELP if done.stdout.strip() == b"true" else ""

    def branches(self) -> list[str]:
        """The names of branches and tags."""
        query = ("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags")
        done = _run(self.top, *query, "refs/remotes")
        return done.stdout.decode("utf-8", "replace").split()

    def tree(self, commit: str) -> list[TreeEntry]:
        """All files of a commit. Raises GitError."""
        done = _run(self.top, "ls-tree", "-r", "-z", "--full-tree", commit)
        if done.returncode:
            raise GitError(f"Git cannot list `{commit}`: {_reason(done)}", self.hint())
        entries = []
        for line in filter(None, done.stdout.split(b"\0")):
            head, _, path = line.partition(b"\t")
            mode, _, name = head.decode("ascii").split(" ", 2)
            entries.append(TreeEntry(os.fsdecode(path), mode, name))
        return entries

    def text(self, commit: str, path: str, most: int) -> bytes | None:
        """The text of a file in a commit; None where it is not there or has more than `most` bytes.

        Raises GitError.
        """
        done = _run(self.top, "ls-tree", "-z", "--full-tree", commit, "--", path)
        words = done.stdout.partition(b"\t")[0].decode("ascii", "replace").split()
        if done.returncode or len(words) != 3 or words[0] not in ("100644", "100755"):
            return None
        ((_, text),) = self.blobs(words[2:], most)
        return text

    def blame(self, commit: str, path: str, first: int, last: int) -> list[str]:
        """Which commits wrote some lines of a file, in Git's porcelain format. Raises GitError.

        What the repository names to convert texts is not run.
        """
        lines = f"{first},{last}"
        query = ("blame", "--no-textconv", "--line-porcelain", "-L", lines, commit, "--", path)
        done = _run(self.top, *query)
        if done.returncode:
            raise GitError(f"Git cannot say who wrote `{path}`: {_reason(done)}", self.hint())
        return done.stdout.decode("utf-8", "replace").split("\n")

    def blobs(self, objects: Sequence[str], most: int) -> Iterator[tuple[str, bytes | None]]:
        """The texts of objects; None for one with more than `most` bytes. Raises GitError."""
        with subprocess.Popen(
            _command("cat-file", "--batch"),
            cwd=self.top,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdin and process.stdout
            for name in objects:
                process.stdin.write(f"{name}\n".encode())
                process.stdin.flush()
                head = process.stdout.readline().split()
                if len(head) != 3:
                    process.kill()
                    message = f"Git has no object `{name[:12]}`"
                    raise GitError(message, "fetch it: the clone has only some of the files")
                size = int(head[2])
                if size > most:
                    _skip(process.stdout, size + 1)
                    yield name, None
                    continue
                text = process.stdout.read(size)
                process.stdout.read(1)
                yield name, text
            process.stdin.close()


def _skip(stream: object, size: int) -> None:
    while size > 0:
        read = len(stream.read(min(size, 1 << 20)))  # type: ignore[attr-defined]
        if not read:
            return
        size -= read


def repository_at(folder: Path) -> Repository | None:
    """The repository that a folder is in; None where it is in none. Raises GitError.

    Without the program there is none either, unless a `.git` says that there should be one.
    """
    if shutil.which("git") is None:
        raise GitError("`git` is not installed, and a revision is asked for", "install Git")
    query = ("rev-parse", "--is-bare-repository", "--git-dir")
    done = _run(folder, *query)
    if done.returncode:
        reason = _reason(done)
        if "dubious ownership" in reason:
            raise GitError(f"Git does not trust this repository: {reason}")
        return None
    is_bare, directory, *_ = [os.fsdecode(line) for line in done.stdout.split(b"\n")]
    if is_bare == "true":
        return Repository((folder / directory).resolve(), is_bare=True)
    done = _run(folder, "rev-parse", "--show-toplevel", "--show-prefix")
    if done.returncode:
        return None
    top, prefix, *_ = [os.fsdecode(line) for line in done.stdout.split(b"\n")]
    return Repository(Path(os.path.realpath(top)), prefix)


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            _command(*words),
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitError(f"`git {words[0]}` takes more than {_SECONDS} seconds") from None
    except OSError as error:
        raise GitError(f"`git` cannot be run: {error.strerror or error}", "install Git") from None


def _command(*words: str) -> list[str]:
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    return ["git", "--no-pager", "--literal-pathspecs", *settings, *words]


def _environment() -> dict[str, str]:
    """This one's without what Git would take from it, such as another repository or index."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
    }


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "it does not say why"
