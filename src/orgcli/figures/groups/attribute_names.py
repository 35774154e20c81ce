"""The heading of an attribute that a word of the user means."""

from __future__ import annotations

from collections.abc import Iterator

from orgcli.model.organisation.organisation import Organisation


def attribute_named(word: str, organisation: Organisation) -> str | None:
    """The heading that is the word, else the first that differs in case, blanks and dashes.

    None where there is none, and for a word without a letter or a digit.
    """
    wanted, near = _compared(word), None
    if not wanted:
        return None
    for heading in attribute_headings(organisation):
        if heading == word:
            return heading
        if near is None and _compared(heading) == wanted:
            near = heading
    return near


def attribute_headings(organisation: Organisation) -> Iterator[str]:
    """The headings of all attributes, each once, in the order in which they first stand."""
    seen: set[str] = set()
    for position in organisation.positions:
        for heading in position.attributes or ():
            if heading not in seen:
                seen.add(heading)
                yield heading


def _compared(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())
