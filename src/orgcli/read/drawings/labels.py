"""The texts of boxes and outlines become columns: which part is a name, which a title."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from orgcli.model.title_words import title_count
from orgcli.read.tables.columns.headings import map_option

Parts = tuple[str, str]

_SPACES = re.compile(r"\s{2,}|\t")
_MOST_LINES = 12
"""Lines of a text that become columns; what follows stays in the last one."""


class LabelReading(NamedTuple):
    """What the texts of a drawing were read as.

    columns  heading -> the cell of each text
    message  the reading as a message
    help     what to do where another one is right
    """

    columns: Mapping[str, Sequence[str]]
    message: str
    help: str


class _Way(NamedTuple):
    """A way in which a text may hold a name and a title."""

    form: str
    split: Callable[[str], Parts | None]
    title_first: bool = False
    sure: bool = True


def _at(mark: str) -> Callable[[str], Parts | None]:
    def split(text: str) -> Parts | None:
        first, separator, second = text.partition(mark)
        return (
            (first.strip(), second.strip())
            if separator and first.strip() and second.strip()
            else None
        )

    return split


def _brackets(text: str) -> Parts | None:
    if text[-1:] not in (")", "]"):
        return None
    at = text.rfind("(" if text[-1] == ")" else "[")
    name, title = text[: max(at, 0)].strip(), text[at + 1 : -1].strip()
    return (name, title) if name and title else None


def _gap(text: str) -> Parts | None:
    parts = _SPACES.split(text.strip(), maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else None


_WAYS = (
    _Way("name — title", _at(" — ")), _Way("name – title", _at(" – ")),
    _Way("name | title", _at(" | ")), _Way("name - title", _at(" - ")),
    _Way("name -- title", _at(" -- ")), _Way("name / title", _at(" / "), sure=False),
    _Way("name · title", _at(" · ")), _Way("name • title", _at(" • ")),
    _Way("title: name", _at(": "), title_first=True), _Way("name (title)", _brackets),
    _Way("name  title", _gap), _Way("name, title", _at(", "), sure=False),
    _Way("name; title", _at("; "), sure=False),
)  # fmt: skip
"""The first of those that fit equally many texts is taken."""


def label_reading(texts: Sequence[str]) -> LabelReading:
    """One reading for all texts of a drawing: lines of a box, else parts of a line, else whole.

    Which part is the title is decided by words that titles have; a text without the mark between
    the parts is a name or a title by itself.
    """
    texts = [text.strip() for text in texts]
    lines = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
    if 2 * sum(len(line) > 1 for line in lines) > len(lines) or any(
        len(line) > 2 for line in lines
    ):
        return _by_lines(lines)
    whole = [" ".join(line) for line in lines]
    least = max(1, (len(whole) + 1) // 2)
    best: tuple[int, _Way, list[Parts | None]] | None = None
    for way in _WAYS:
        splits = [way.split(text) for text in whole]
        count = len(splits) - splits.count(None)
        if (
            count >= least
            and (best is None or count > best[0])
            and _stands_before_titles(way, splits)
        ):
            best = count, way, splits
    if best is not None:
        return _by_parts(best[1], best[2], whole)
    return _whole(whole)


def _stands_before_titles(way: _Way, splits: Sequence[Parts | None]) -> bool:
    """Whether a mark that names may have as well, as `Okafor, Ada`, stands before titles."""
    if way.sure:
        return True
    first, second = _titles(splits)
    return 2 * max(first, second) >= sum(parts is not None for parts in splits)


def _titles(splits: Sequence[Parts | None]) -> tuple[int, int]:
    """How many of the first and of the second parts are titles."""
    parts = [pair for pair in splits if pair is not None]
    return title_count(first for first, _ in parts), title_count(second for _, second in parts)


def _by_parts(way: _Way, splits: Sequence[Parts | None], whole: Sequence[str]) -> LabelReading:
    first, second = _titles(splits)
    title_first = way.title_first if first == second else first > second
    names, titles = [], []
    for parts, text in zip(splits, whole, strict=True):
        if parts is None:
            is_title = title_count([text]) > 0
            parts = ("", text) if is_title else (text, "")
        elif title_first:
            parts = (parts[1], parts[0])
        names.append(parts[0])
        titles.append(parts[1])
    form = way.form
    if title_first != way.title_first:
        form = form.replace("name", "\0").replace("title", "name")
        form = form.replace("\0", "title")
    return LabelReading({"Name": names, "Title": titles}, f"each text is read as `{form}`", _SWAP)


_OTHER_WAY = f"{map_option('holder', 'Title')} {map_option('title', 'Name')}"
_SWAP = f"if it is the other way round, say `{_OTHER_WAY}`"


def _by_lines(lines: Sequence[Sequence[str]]) -> LabelReading:
    """The lines of each text; of the first two, one is the name and one the title."""
    pairs: list[Parts | None] = [(line[0], line[1]) if len(line) > 1 else None for line in lines]
    first, second = _titles(pairs)
    order = ("Title", "Name") if first > second else ("Name", "Title")
    width = min(max(map(len, lines)), _MOST_LINES)
    columns: dict[str, list[str]] = {"Name": [], "Title": []}
    for parts in lines:
        single = len(parts) == 1
        is_title = single and title_count(parts) > 0
        cells = dict(zip(order, parts, strict=False)) if not single else {}
        if single:
            cells = {"Title" if is_title else "Name": parts[0]}
        for heading in order:
            columns[heading].append(cells.get(heading, ""))
    for number in range(2, width):
        last = number == width - 1
        cells_of = ["; ".join(line[number:]) if last else "".join(line[number : number + 1])
                    for line in lines]  # fmt: skip
        filled = [cell for cell in cells_of if cell]
        is_mail = all("@" in cell for cell in filled)
        columns["Email" if is_mail and "Email" not in columns else f"Line {number + 1}"] = cells_of
    message = f"the first line of each text is read as the {order[0].lower()}, the second as the "
    return LabelReading(columns, message + order[1].lower(), _SWAP)


def _whole(texts: Sequence[str]) -> LabelReading:
    """Texts of one part: all are names or all are titles, as most of them are."""
    if 2 * title_count(texts) >= len(texts):
        columns = {"Title": texts, "Status": ["filled"] * len(texts)}
        message = "each text is read as a title, and each position as filled, for nobody is named"
        return LabelReading(
            columns, message, f"if they are names, say `{map_option('holder', 'Title')}`"
        )
    option = map_option("title", "Name")
    return LabelReading({"Name": texts}, "each text is read as a name",
                        f"if they are titles, say `{option}`")  # fmt: skip
