"""Text as a scalar of YAML that every reader takes for the same text."""

import re
from functools import lru_cache

from orgcli.model.source.notation import Notation
from orgcli.model.source.spelling import OTHER_VALUES, in_quotes

_PLAIN = re.compile(r"[^\W\d_][\w.,&'/+()@-]*+(?: [\w.,&'/+()@-]++)*+")
_OTHERWISE = re.compile(OTHER_VALUES, re.IGNORECASE)
_LONGEST_WORD = 5
_MOST_KEY = 1_000
"""Characters of a key that needs no sign of its own; YAML allows 1,024, quotes included."""


def scalar(text: str) -> str:
    """The text as it is where it can be read in no other way, else in double quotes."""
    if _PLAIN.fullmatch(text) and (text.isascii() or text.isprintable()):
        if len(text) > _LONGEST_WORD or not _OTHERWISE.fullmatch(text):
            return text
    return in_quotes(text, Notation.YAML)


repeated_scalar = lru_cache(maxsize=1 << 16)(scalar)
"""The same of a text that likely comes again."""


def key(text: str) -> str:
    """The text as the key of a mapping, with its colon."""
    scalar_text = repeated_scalar(text)
    return f"{scalar_text}:" if len(scalar_text) < _MOST_KEY else f"? {scalar_text}\n:"
