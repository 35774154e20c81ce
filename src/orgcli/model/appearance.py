"""Texts that look the same are the same: signs that a reader cannot tell apart become one."""

import re
import unicodedata

_ALIKE = {
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
    "\u205f\u3000",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d",
    "'": "\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4\uff07",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02",
    # soft hyphens, zero-width signs, and marks for the direction of text
    "": "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff",
}
_PLAIN = str.maketrans({sign: plain for plain, signs in _ALIKE.items() for sign in signs})
_ODD = re.compile(f"[{re.escape(''.join(_ALIKE.values()))}\u0300-\u036f]")


def plain(text: str) -> str:
    """A text as it looks, to compare it by.

    Accents are composed; spaces, hyphens, apostrophes and quotes are those of a keyboard; what
    has no width is left out. ASCII text stays as it is.
    """
    if text.isascii():
        return text
    if _ODD.search(text):
        text = text.translate(_PLAIN)
    return unicodedata.normalize("NFC", text)


def is_plain(text: str) -> bool:
    """Whether a text, however long, has nothing that `plain` would change."""
    return text.isascii() or (_ODD.search(text) is None and unicodedata.is_normalized("NFC", text))


def first_spellings(texts: list[str]) -> dict[str, str]:
    """Text -> the first of those that look like it, for all that are not the first themselves.

    Linear, and quick where nothing looks like anything else.
    """
    if is_plain("\n".join(texts)):
        return {}
    odd = {text for text in texts if not is_plain(text)}
    looks = {plain(text) for text in odd}
    first: dict[str, str] = {}
    for text in texts:
        look = plain(text)
        if look in looks:
            first.setdefault(look, text)
    return {text: first[look] for text in {*odd, *looks} if first[look := plain(text)] != text}
