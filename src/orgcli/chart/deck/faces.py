"""The face of a card: a photo, or initials where others have one."""

from dataclasses import replace

from orgcli.chart.deck.card_photos import Picture
from orgcli.chart.deck.cards import Card
from orgcli.chart.typesetting.clusters import clusters


def with_face(card: Card, picture: Picture | None) -> Card:
    """The card with its photo, or with initials in its place."""
    return replace(card, picture=picture, initials=initials_of(card.holders))


def initials_of(holders: tuple[str, ...]) -> str:
    """The first letters of the first and the last name of the first holder.

    One letter where the name is one word; nothing where nobody is named.
    """
    words = holders[0].split() if holders else []
    letters = [next(clusters(word), "") for word in (*words[:1], *words[1:][-1:])]
    return "".join(letters).upper()
