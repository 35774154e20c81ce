"""How names of roles are compared."""

import re
import unicodedata

_IGNORED = re.compile(r"[\s_\-\u2010-\u2015]+")


def squeeze(name: str) -> str:
    """A name as it is compared: case, spaces, hyphens and underscores do not count."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name).casefold())
