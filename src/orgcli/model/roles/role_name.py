"""Names of a role in a language, and how names are compared."""

import re
import unicodedata
from typing import Literal, NamedTuple

_IGNORED = re.compile(r"[\s_\-\u2010-\u2015]+")

NameKind = Literal["id", "title", "abbreviation", "alias"]


# A named tuple: making a dataclass costs seven times as much, and every run would pay for it.
class LocalName(NamedTuple):
    """One name of a role in one language.

    ambiguous  True where its file says that other roles go by it too
    sources    keys of the works that call the role so
    editorial  True for an alias that no work is named for
    may_mean   ids of the roles that it may mean, where there are several and they were looked up
    """

    name: str
    language: str
    kind: NameKind
    ambiguous: bool = False
    sources: tuple[str, ...] = ()
    editorial: bool = False
    may_mean: tuple[str, ...] = ()


def squeeze(name: str) -> str:
    """A name as it is compared: case, spaces, hyphens and underscores do not count."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name).casefold())
