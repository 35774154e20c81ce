"""The position that a word of the user names: by its id, its holder or its title."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from orgcli.model.likeness import NearestName, did_you_mean, nearest_words
from orgcli.model.name_matching import in_order, meant_by, without_accents
from orgcli.model.organisation.organisation import Organisation, Titles
from orgcli.model.organisation.position_name import described
from orgcli.model.organisation.pseudonyms import PublicView
from orgcli.model.request.flag import HelpfulError
from orgcli.model.text import shortened

_FEW = 1000
"""Names among which a far guess is cheap, and likely meant."""
_SHOWN = 10
"""Positions of one name that are written out."""


class UnknownPosition(HelpfulError):
    """A word names no position, or several; `help` says what may be meant."""


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
    found = _positions_called(word, shown, titles)
    if not found and public and word in public.keys.values():
        found = _positions_called(word, public.organisation, titles)
    if len(found) == 1:
        return found[0]
    if found:
        names = _listed(found, shown, titles, public)
        word = shortened(word)
        raise UnknownPosition(
            f"`{word}` can mean {len(found):,} positions: {names}", "write the id"
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
        if found := meant_by(word, partial(names, organisation, titles)):
            return found
    return ()


def _ids(organisation: Organisation, _: Titles) -> Iterator[tuple[int, str]]:
    for id, at in organisation.lines.index.items():
        yield at, id


def _holders(organisation: Organisation, _: Titles) -> Iterator[tuple[int, str]]:
    """Every holder, also in the order in which people say it where the file has the other."""
    for at, position in enumerate(organisation.positions):
        for name in position.holder:
            yield at, name
            if (said := in_order(name)) != name:
                yield at, said


def _titles(organisation: Organisation, titles: Titles) -> Iterator[tuple[int, str]]:
    for at, position in enumerate(organisation.positions):
        if title := titles.of(position):
            yield at, title


def _help(word: str, organisation: Organisation, titles: Titles, public: PublicView | None) -> str:
    """What was most likely meant: who has the word in their name, else what is like it."""
    parts = _holders_with(word, organisation)
    if parts:
        return f"this is in the name of {_listed(parts, organisation, titles, public)}"
    shown = public.organisation if public else organisation
    for names_of in (_ids, _titles) if public else (_ids, _holders, _titles):
        names = list(dict.fromkeys(name for _, name in names_of(shown, titles)))
        near = NearestName(names).of(word)
        if not near and len(names) <= _FEW:
            near = nearest_words(word, names)
        if near:
            return did_you_mean(near)
    return "write the id, the holder or the title of a position"


def _holders_with(word: str, organisation: Organisation) -> Sequence[int]:
    """The positions of people whose first or last name is the word."""
    asked = without_accents(word).split()
    if not asked:
        return ()
    return list(
        dict.fromkeys(
            at
            for at, position in enumerate(organisation.positions)
            for name in position.holder
            if all(part in without_accents(name).replace(",", " ").split() for part in asked)
        )
    )


def _listed(
    places: Sequence[int], organisation: Organisation, titles: Titles, public: PublicView | None
) -> str:
    positions = (public.organisation if public else organisation).positions
    names = [described(positions[at], titles, holder=not public) for at in places[:_SHOWN]]
    more = f" and {len(places) - _SHOWN:,} more" if len(places) > _SHOWN else ""
    return "; ".join(names) + more
