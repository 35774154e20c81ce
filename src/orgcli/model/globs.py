"""What a glob fits: a whole path, or a name in any folder."""

from fnmatch import fnmatchcase
from functools import lru_cache
from posixpath import normpath


def placed(folder: str, glob: str) -> str:
    """A glob as seen from anywhere; without a slash it means a name in any folder, and stays.

    folder  what the glob is relative to, absolute and escaped
    """
    return glob if "/" not in glob else normpath(f"{folder}/{glob}")


@lru_cache(maxsize=4096)
def fits(path: str, glob: str) -> bool:
    """Whether a glob fits a path, absolute and with `/`; `**/` stands for no folder as well."""
    if "/" not in glob:
        return fnmatchcase(path.rpartition("/")[2], glob)
    return fnmatchcase(path, glob) or fnmatchcase(path, glob.replace("/**/", "/"))
