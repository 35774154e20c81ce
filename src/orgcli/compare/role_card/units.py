"""What only the card of a role has, as units of styled words: axes, and its other names."""

from collections.abc import Iterator, Sequence

from orgcli.compare.listing.other_names import by_language
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.phrases import UNCLEAR
from orgcli.compare.parts.units import cited_units
from orgcli.compare.role_card.card import AxisPlace, CitedText, RoleCard
from orgcli.language.words import Words
from orgcli.render.lines import Unit, separated, styled


def cited_texts(texts: Sequence[CitedText], citations: Citations) -> list[Unit]:
    """Texts one behind the other, each with the marks of its works."""
    return separated(cited_units(text.text, text.works, citations, " ") for text in texts)


def axis_units(axis: AxisPlace, citations: Citations) -> list[Unit]:
    """An axis with the places of the role on it."""
    return [*styled(f"{axis.label}:", "quiet"), *cited_texts(axis.places, citations)]


def name_lines(card: RoleCard, citations: Citations, words: Words) -> Iterator[list[Unit]]:
    """A line for each language, a name that is not clear with its sign."""
    for tags, names in by_language(card.names):
        called = [
            cited_units(name.name, name.works, citations, " ", UNCLEAR if name.ambiguous else "")
            for name in names
        ]
        yield [*styled(tags, "quiet"), *separated(called)]
    if card.more_names:
        yield styled(words.compare.hidden.format(count=card.more_names), "quiet")
