"""The heading of an attribute that a word of the user means."""

from __future__ import annotations

from orgcli.model.organisation.organisation import Organisation
from orgcli.model.organisation.position import attribute_names


def attribute_named(word: str, organisation: Organisation) -> str | None:
    """The heading that is the word, else the first that differs in case, blanks and dashes.

    None where there is none, and for a word without a letter or a digit.
    """
    compared_word, headings = _compared(word), attribute_names(organisation.positions)
    if not compared_word or word in headings:
        return word if compared_word else None
    return next((heading for heading in headings if _compared(heading) == compared_word), None)


def _compared(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
