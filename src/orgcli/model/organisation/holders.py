"""Which holders are one person: those of one name, unless their addresses or ids differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orgcli.model.name_matching import name_of
from orgcli.model.organisation.position import Position


@dataclass(frozen=True, slots=True)
class HolderKeys:
    """Who holds each position.

    keys       per position one word for each of its holders, the same for the same person
    namesakes  how many names stand for several people
    """

    keys: Sequence[tuple[str, ...]]
    namesakes: int = 0


def holder_keys(positions: Sequence[Position], ids_are_people: bool) -> HolderKeys:
    """The people of positions; a job share's address is nobody's.

    ids_are_people  whether the id of a position with one holder is that person's
    """
    keys: list[tuple[str, ...]] = []
    address: dict[str, str] = {}
    several: set[str] = set()
    for position in positions:
        names = position.holder
        if len(names) == 1:
            name = name_of(names[0])
            names = names if name is names[0] else (name,)
        elif names:
            names = tuple(map(name_of, names))
        if ids_are_people and len(names) == 1:
            keys.append((f"{names[0]}\0{position.id}",))
            continue
        keys.append(names)
        mail = position.address if names else ""
        if mail and address.setdefault(names[0], mail) != mail:
            several.add(names[0])
    if several:
        for at, position in enumerate(positions):
            if len(keys[at]) == 1 and keys[at][0] in several:
                keys[at] = (f"{keys[at][0]}\0{position.address}",)
    return HolderKeys(keys, len(several))
