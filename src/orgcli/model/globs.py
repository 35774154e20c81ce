"""What globs fit, by the rules of .gitignore: a name in any folder, or a path from their home."""

import re
import warnings
from collections.abc import Sequence
from functools import lru_cache
from posixpath import normpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SPECIAL = re.compile(r"[\\*?\[\]!# ]")
_ANY, _FOLDERS, _ANYWHERE = "[^/]*", "(?:/.+)?", "^(?:.+/)?"
"""What pathspec makes of `*`, of `/**` inside a glob and of `**/` before it."""
_SET = re.compile(r"\\.|\[\^/\]|(\[\^?\]?[^\]]*\])", re.DOTALL)


class BadGlob(ValueError):
    """A glob that means nothing, such as `[z-a]`; the message says which."""


def placed(folder: str, glob: str) -> str:
    """A glob as seen from the root; without a slash it means a name in any folder, and stays.

    folder  what the glob is relative to, absolute and with `/`
    Raises BadGlob.
    """
    original = glob
    negated = "!" if glob.startswith("!") else ""
    path = glob.removeprefix("!")
    if "/" in path.rstrip("/"):
        home = _SPECIAL.sub(r"\\\g<0>", folder)
        only_folders = "/" if path.endswith("/") else ""
        glob = f"{negated}{normpath(f'{home}/{path}')}{only_folders}"
    try:
        _spec((glob,))
    except (ValueError, re.error):
        raise BadGlob(f"`{original}` is no glob") from None
    return glob


def fits(path: str, globs: Sequence[str]) -> bool:
    """Whether globs that are placed fit a path: the last that does counts, and `!` undoes others.

    path  absolute and with `/`, at its end too for a folder
    """
    return bool(globs) and _spec(tuple(globs)).match_file(path.lstrip("/"))


@lru_cache(maxsize=256)
def _spec(globs: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # here, because most runs have no globs

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # `[[` is a set of `[`
        return GitIgnoreSpec(
            [
                type(pattern)(re.compile(_linear(pattern.regex.pattern)), pattern.include)
                if pattern.regex
                else pattern
                for pattern in GitIgnoreSpec.from_lines(globs).patterns
            ]
        )


def _linear(regex: str) -> str:
    """The regular expression of a glob, matched in linear time however many stars it has.

    What stands between two wildcards matches at its first place or nowhere, so that the one before
    it never has to try another: an atomic group, as in `fnmatch.translate`. A set takes no slash.
    """
    regex = _SET.sub(lambda match: f"(?!/){match[1]}" if match[1] else match[0], regex)
    first, *others = (_linear_path(path) for path in regex.split(_FOLDERS))
    if not others:
        return first
    *inner, last = others
    if first.startswith(_ANYWHERE):
        first = f"^(?>(?:.+?/)?{first.removeprefix(_ANYWHERE)}(?=/))"
    return first + "".join(f"(?>(?:/.+?)?{path}(?=/))" for path in inner) + _FOLDERS + last


def _linear_path(regex: str) -> str:
    """The same for `*` alone; several in a row are one."""
    first, *others = regex.split(_ANY)
    if not others:
        return first
    *inner, last = others
    return first + "".join(f"(?>[^/]*?{text})" for text in inner if text) + _ANY + last
