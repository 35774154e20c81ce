"""Finds the candidates most similar to a mistyped word: one, several that are as near, or none."""

import re
from collections.abc import Iterable, Sequence

from orgcli.model.findings.finding import Fix

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_SHORTEST_REPLACED = 5  # letters of a word in which one may be another: `cto` is not `cfo`
_SHORTEST_EXTENDED = 3  # letters of a word that one may be put to: `svp` is not `vp`
_LETTERS_A_SLIP = 6
_ALIKE_WORDS = 0.59  # least share of their letters that two words have in common, in order
_ALIKE_NAMES = 0.74
_QUESTION = "did you mean `{name}`?"
_MOST_COMPARED = 4_000_000  # pairs of names; they take half a second
_MOST_NAMED = 3  # names as near as each other that are offered; where more are, none is

Near = tuple[str, ...]
"""The names nearest to a word: one, a few that are equally near, or none."""


def did_you_mean(near: Near, otherwise: str = "", question: str = _QUESTION) -> str:
    """The help that offers the nearest names, or `otherwise` where nothing is near.

    question  the sentence in another language than that of findings, with a {name}
    """
    joint = "` or `" if question == _QUESTION else "` / `"
    return question.format(name=joint.join(near)) if near else otherwise


def close_fix(word: str, near: Near) -> Fix | None:
    """The edit that writes what is near instead of `word`, where that is one name and clear."""
    return Fix(word, near[0]) if len(near) == 1 and is_close(word, near[0]) else None


def nearest_words(word: str, candidates: Iterable[str]) -> Near:
    """The closest of a few candidates (keys, codes, commands), ignoring case.

    Those that are one edit away, else those that share most letters with it.
    """
    by_fold = {candidate.casefold(): candidate for candidate in candidates}
    folded = word.casefold()
    if folded in by_fold or not by_fold:
        return (by_fold[folded],) if folded in by_fold else ()
    names = sorted(by_fold)
    near = _nearest(folded, names) or _best(_alike(folded, names, _ALIKE_WORDS))
    return tuple(by_fold[name] for name in near)


def _normal(word: str) -> str:
    """A word without case, white space and leading zeros, which spreadsheets and people lose."""
    squeezed = "".join(word.split()).casefold()
    return squeezed.lstrip("0") or squeezed


def is_close(word: str, near: str) -> bool:
    """Whether `word` is so clearly a slip for `near` that a program may write `near` instead.

    They differ in case, white space, leading zeros or separators, or by one letter too many, too
    few, wrong, or swapped with the next. What tells like names apart is no slip: digits (`ae-1`,
    `ae-2`), and letters of short words (`cfo` and `cto`, `team-a` and `team-b`).
    """
    if _normal(word) == _normal(near):
        return True
    ours, theirs = (_WORD.findall(text.casefold()) for text in (word, near))
    if "".join(ours) == "".join(theirs):
        return bool(ours)
    if len(ours) != len(theirs):
        return False
    unlike = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and _is_slip(*unlike[0])


def is_misspelling(word: str, near: str) -> bool:
    """Whether one is the other with a slip for every few letters, and has no word more or less."""
    from rapidfuzz.distance import OSA

    ours, theirs = (_WORD.findall(text.casefold()) for text in (word, near))
    slips = OSA.distance("".join(ours), "".join(theirs))
    same = len(ours) == len(theirs)
    return slips <= (max(1, len("".join(ours)) // _LETTERS_A_SLIP) if same else 1)


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


class NearestName:
    """Finds the names nearest to a reference among very many: ids, keys, files.

    The normal form (case, white space, leading zeros) is looked up at once for every reference.
    Letters are compared until `_MOST_COMPARED` is used up: where so much fits nothing, the words
    are no misspellings, and a file must be read in time proportional to its size.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        self._comparisons_left = _MOST_COMPARED
        self._normals: dict[str, str | None] = {}
        self._near_of: dict[str, Near] = {}
        self._by_start: dict[tuple[str, int], list[str]] = {}

    def of(self, word: str) -> Near:
        """The names that are clearly closest to `word`: one, or a few that are equally near."""
        if word not in self._near_of:
            self._near_of[word] = self._same(word) or self._alike(word)
        return self._near_of[word]

    def _same(self, word: str) -> Near:
        """The only name of the same normal form."""
        if not self._normals:
            for name in self._names:
                key = _normal(name)
                self._normals[key] = None if key in self._normals else name
        same = self._normals.get(_normal(word))
        return () if same is None else (same,)

    def _alike(self, word: str) -> Near:
        """The names one edit away; without any, the only ones alike that begin the same.

        Of several, those that are one slip away: any of `ceo` and `cto` is as far from `cmo`.
        """
        if len(word) <= 2 or self._comparisons_left <= 0:
            return ()
        self._comparisons_left -= len(self._names)
        near = _nearest(word, self._names)
        if not near:
            close = _alike(word, self._beginning_like(word), _ALIKE_NAMES)
            near = _best(close) if len({score for _, score, _ in close}) == 1 else ()
        return near if len(near) == 1 else tuple(name for name in near if is_close(word, name))

    def _beginning_like(self, word: str) -> list[str]:
        """The names of the same first letter and about the same length."""
        if not self._by_start:
            for name in self._names:
                self._by_start.setdefault((name[:1], len(name)), []).append(name)
        sizes = range(len(word) - 2, len(word) + 3)
        return [name for size in sizes for name in self._by_start.get((word[0], size), ())]


# rapidfuzz is imported where letters are compared: most runs suggest nothing.
def _nearest(word: str, names: Sequence[str]) -> Near:
    """The names that are one letter more, less or other away, or two swapped.

    Of several, those that share most letters with the word; nothing where there are too many.
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    close = extract(word, names, scorer=OSA.distance, score_cutoff=1, limit=None)
    one_edit_away = [name for name, _, _ in close]
    return _best(_alike(word, one_edit_away, 0)) if len(one_edit_away) > 1 else tuple(one_edit_away)


def _alike(word: str, names: Sequence[str], least: float) -> Sequence[tuple[str, float, int]]:
    """The few names that share most letters, in their order, with a word: best first, with scores.

    least  the share of their letters that they must have in common, from 0 to 1
    """
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import extract

    scorer, limit = Indel.normalized_similarity, _MOST_NAMED + 1
    return extract(word, names, scorer=scorer, score_cutoff=least, limit=limit)


def _best(close: Sequence[tuple[str, float, int]]) -> Near:
    """The names with the best score, in the order of the alphabet; none of too many."""
    best = [name for name, score, _ in close if score == close[0][1]]
    return tuple(sorted(best)) if len(best) <= _MOST_NAMED else ()
