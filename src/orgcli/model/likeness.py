"""The one candidate a mistyped word most likely meant, or none."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator

_LONGEST_EDITED = 64
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_."
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_SHORTEST_REPLACED = 5  # letters of a word in which one may be another: `cto` is not `cfo`
_SHORTEST_EXTENDED = 3  # letters of a word that one may be put to: `svp` is not `vp`


def nearest_word(word: str, candidates: Iterable[str]) -> str | None:
    """The closest of a few candidates (keys, codes, commands), ignoring case."""
    by_fold = {candidate.casefold(): candidate for candidate in candidates}
    folded = word.casefold()
    if len(folded) <= _LONGEST_EDITED:
        edited = set(_one_edit_away(folded))
        close = [known for near, known in by_fold.items() if near in edited]
        if len(close) == 1:
            return close[0]
    found = difflib.get_close_matches(word.casefold(), list(by_fold), n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def _one_edit_away(word: str) -> Iterator[str]:
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    for left, right in cuts:
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in _LETTERS)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in _LETTERS)


def _normal(word: str) -> str:
    """Case, white space and leading zeros gone: what spreadsheets and people lose."""
    squeezed = "".join(word.split()).casefold()
    return squeezed.lstrip("0") or squeezed


def is_close(word: str, near: str) -> bool:
    """Whether `near` is so clearly what `word` meant that a program may write it instead.

    They differ in case, white space, leading zeros or separators, or by one letter too many, too
    few, wrong, or swapped with the next. What tells like names apart is no slip: digits (`ae-1`,
    `ae-2`), and letters of short words (`cfo` and `cto`, `team-a` and `team-b`).
    """
    if _normal(word) == _normal(near):
        return True
    ours, theirs = (_WORD.findall(one.casefold()) for one in (word, near))
    if "".join(ours) == "".join(theirs):
        return bool(ours)
    if len(ours) != len(theirs):
        return False
    unlike = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and _is_slip(*unlike[0])


def _is_slip(word: str, near: str) -> bool:
    """Whether two different words are one letter, or two swapped ones, apart."""
    if _DIGITS.sub("", word) == _DIGITS.sub("", near):
        return False
    short, long = sorted((word, near), key=len)
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return len(short) >= _SHORTEST_EXTENDED and short[at:] == long[at + 1 :]
    if short[at + 1 :] == long[at + 1 :]:
        return len(short) >= _SHORTEST_REPLACED
    return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]


class NearestId:
    """Finds the id a reference most likely meant among very many.

    The normal form (case, white space, leading zeros) is looked up at once for every
    reference. Edit distance costs more, so it is tried for the first `limit` references only:
    first all words one edit away, then difflib among ids of like length and first letter.
    """

    def __init__(self, ids: Collection[str], limit: int = 50) -> None:
        self._ids = ids if isinstance(ids, (set, frozenset, dict)) else set(ids)
        self._left = limit
        self._normals: dict[str, str | None] | None = None

    def of(self, word: str) -> str | None:
        """The one id that is clearly closest to `word`, or None."""
        if self._normals is None:
            self._normals = {}
            for known in self._ids:
                key = _normal(known)
                self._normals[key] = None if key in self._normals else known
        same = self._normals.get(_normal(word))
        if same is not None:
            return same
        if self._left <= 0 or not 2 < len(word) <= _LONGEST_EDITED:
            return None
        self._left -= 1
        return self._by_edits(word)

    def _by_edits(self, word: str) -> str | None:
        close = {near for near in _one_edit_away(word) if near in self._ids}
        if close:
            return close.pop() if len(close) == 1 else None
        first, size = word[0], len(word)
        alike = [known for known in self._ids if known[:1] == first and abs(len(known) - size) <= 2]
        found = difflib.get_close_matches(word, sorted(alike), n=2, cutoff=0.75)
        return found[0] if len(found) == 1 else None
