"""The name of a position in a sentence: its id, and where that is only a number, its holder."""

import re

from orgcli.model.organisation.organisation import Titles
from orgcli.model.organisation.position import Position

_MOST_HOLDERS = 2
_LONGEST = 60
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d{3,}")
_HEX = re.compile(r"\{?[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4,}+)++\}?|[0-9a-fA-F]{16,}")


def is_speaking(id: str) -> bool:
    """Whether a reader understands an id by itself: `cro`, `vp-emea`, `ae-2`, an address.

    Numbers do not, nor do letters before a long one (`E10026`), nor GUIDs.
    """
    if "@" in id:
        return True
    return bool(_LETTER.search(id)) and not _NUMBER.search(id) and not _HEX.fullmatch(id)


def described(
    position: Position, titles: Titles | None = None, *, brief: bool = False, holder: bool = True
) -> str:
    """A position by its id, its holders and its title: `01189` Dörte Huber, Head of Sales.

    titles  gives the title of its role where it has none of its own
    brief   leaves the title out where somebody holds it; without `holder`, holders are left out
    """
    title = (titles.of(position) if titles else position.title) or ""
    names = [_shortened(name) for name in position.holder[:_MOST_HOLDERS]] if holder else []
    if holder and len(position.holder) > _MOST_HOLDERS:
        names.append(f"{len(position.holder) - _MOST_HOLDERS} more")
    parts = dict.fromkeys((" / ".join(names), "" if brief and names else _shortened(title)))
    words = ", ".join(word for word in parts if word not in ("", position.id))
    return f"`{position.id}` {words}".rstrip()


def _shortened(text: str) -> str:
    """A name or a title on one line, cut where it is very long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
