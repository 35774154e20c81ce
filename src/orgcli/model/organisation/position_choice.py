"""The position that a word of the user names: by its id, its holder or its title."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from orgcli.model.likeness import NearestName, did_you_mean, nearest_words
from orgcli.model.name_matching import in_order, matching_places, without_accents
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position_name import described
from orgcli.model.organisation.pseudonyms import PublicView
from orgcli.model.request.flag import HelpfulError
from orgcli.model.text import shortened

_FEW = 1000
"""Names among which a far guess is cheap, and likely right."""
_SHOWN = 10
"""Positions of one name that are written out."""


class UnknownPosition(HelpfulError):
    """A word names no position, or several; `help` names candidates."""


def position_called(
    word: str,
    shown: Organisation,
    whole: Organisation,
    titles: Titles,
    absent: Callable[[int], Exception] | None = None,
    public: PublicView | None = None,
) -> int:
    """The one position of `shown` that a word means: by its id, its holder or its title.

    whole   the organisation that `shown` is what is there of
    absent  what to raise for a position of `whole`, by its place there, that is not in `shown`
    public  what `shown` is without its people, where messages name none; its ids are understood
    Raises UnknownPosition where no position is called so, or several are.
    """
    matches = _positions_called(word, shown, titles)
    if not matches and public and word in public.keys.values():
        matches = _positions_called(word, public.organisation, titles)
    if len(matches) == 1:
        return matches[0]
    if matches:
        names = _listed(matches, shown, titles, public)
        word = shortened(word)
        raise UnknownPosition(
            f"`{word}` can mean {len(matches):,} positions: {names}", "write the id"
        )
    if absent:
        for at in _positions_called(word, whole, titles):
            raise absent(at)
    help = _help(word, shown, titles, public)
    raise UnknownPosition(f"no position is called `{shortened(word)}`", help)


def _positions_called(word: str, organisation: Organisation, titles: Titles) -> Sequence[int]:
    """The positions that a word can mean, in file order; several where they share a name.

    An id goes before a holder, and a holder before a title; what is written exactly so goes
    before what differs in case, and that before what differs in accents.
    """
    exact = organisation.lines.index.get(word)
    if exact is not None:
        return (exact,)
    for names in (_ids, _holders, _titles):
        if places := matching_places(word, partial(names, organisation, titles)):
            return places
    return ()


def _ids(organisation: Organisation, _: Titles) -> Iterator[tuple[int, str]]:
    for id, at in organisation.lines.index.items():
        yield at, id


def _holders(organisation: Organisation, _: Titles) -> Iterator[tuple[int, str]]:
    """Every holder, also with the first name first where the file has it last."""
    for at, position in enumerate(organisation.positions):
        for name in position.holder:
            yield at, name
            if (first_name_first := in_order(name)) != name:
                yield at, first_name_first


def _titles(organisation: Organisation, titles: Titles) -> Iterator[tuple[int, str]]:
    for at, position in enumerate(organisation.positions):
        if title := titles.of(position):
            yield at, title


def _help(word: str, organisation: Organisation, titles: Titles, public: PublicView | None) -> str:
    """Positions whose holders have the word in their name, else names similar to it."""
    parts = _holders_with(word, organisation)
    if parts:
        return f"this is in the name of {_listed(parts, organisation, titles, public)}"
    searched = public.organisation if public else organisation
    for names_of in (_ids, _titles) if public else (_ids, _holders, _titles):
        names = list(dict.fromkeys(name for _, name in names_of(searched, titles)))
        near = NearestName(names).of(word)
        if not near and len(names) <= _FEW:
            near = nearest_words(word, names)
        if near:
            return did_you_mean(near)
    return "write the id, the holder or the title of a position"


def _holders_with(word: str, organisation: Organisation) -> Sequence[int]:
    """The positions of people whose first or last name is the word."""
    words = without_accents(word).split()
    if not words:
        return ()
    return list(
        dict.fromkeys(
            at
            for at, position in enumerate(organisation.positions)
            for name in position.holder
            if all(part in without_accents(name).replace(",", " ").split() for part in words)
        )
    )


def _listed(
    places: Sequence[int], organisation: Organisation, titles: Titles, public: PublicView | None
) -> str:
    positions = (public.organisation if public else organisation).positions
    names = [described(positions[at], titles, holder=not public) for at in places[:_SHOWN]]
    more = f" and {len(places) - _SHOWN:,} more" if len(places) > _SHOWN else ""
    return "; ".join(names) + more
