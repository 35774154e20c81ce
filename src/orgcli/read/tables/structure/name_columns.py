"""The columns of people of whom one word each is known, as in an edge list."""

from collections.abc import Sequence

from orgcli.model.title_words import title_count


def named_columns(names: Sequence[str]) -> dict[str, Sequence[str]]:
    """The columns of people of whom one word each is known: a name, a title or an id.

    Where nobody is named, nothing says that a seat is open: all of them are filled.
    """
    filled = ["filled"] * len(names)
    if 2 * title_count(names) > len(names):
        return {"id": names, "Title": names, "Status": filled}
    coded = sum(any(map(str.isdecimal, name)) or not name[:1].isupper() for name in names)
    if 2 * coded > len(names):
        return {"id": names, "Status": filled}
    return {"Name": names}
