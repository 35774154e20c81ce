"""Comments to orgcli in a YAML file, and which lines each of them covers.

The parser drops comments. So the mark is looked for in the text, and counts where its `#` stands
outside of every scalar.
"""

import re
from bisect import bisect_right

from orgcli.model.findings.suppression import (
    DISABLE,
    ENABLE,
    FILE_IGNORE,
    IGNORE,
    MARK,
    Silenced,
    Suppression,
)
from orgcli.read.syntax.document import Document

_COMMENT = re.compile(
    rf"(?<!\S)#[ \t]*{MARK}[ \t]*([^\s\[]*)[ \t]*(?:\[([^\]\r\n]*)(\]?))?[ \t]*"
    rf"((?:(?![ \t]#[ \t]*{MARK})[^\r\n])*)"
)
_BLOCK = re.compile(r"(?:[&!]\S*\s+)*[|>]")
_WORD = re.compile(r"[^\s,][^,]*(?<![\s,])")


def suppressions_in(document: Document) -> list[Suppression]:
    """The comments to orgcli in a file, in its order, each with the lines it covers.

    `ignore` at the end of a line covers that line; on a line of its own, the next entry: a whole
    item of a list, else a key with its value. `disable` covers what follows up to the `enable`
    of the same word, `file-ignore` the file.
    """
    text = document.source.text
    comments = []
    match = _COMMENT.search(text)
    while match:
        if inside_scalar(document, match.start()):
            scalar = bisect_right(document.starts, match.start()) - 1
            behind = max(document.ends[scalar], match.start() + 1)
        else:
            comments.append(_suppression(document, match))
            behind = match.end()
        match = _COMMENT.search(text, behind)
    return _with_ends(comments)


def inside_scalar(document: Document, offset: int) -> bool:
    """Whether what stands at an offset is part of a value, so that no comment begins there.

    A document that is one scalar is a value as a whole, with its empty lines.
    """
    if 0 not in document.after:
        return True
    slot = bisect_right(document.starts, offset) - 1
    if slot < 0 or slot in document.after:
        return False
    text, start, end = document.source.text, document.starts[slot], document.ends[slot]
    if _BLOCK.match(text, start):  # its first line is no part of the value, its last is to the end
        ends_here = end == offset and text[offset - 1 : offset] != "\n"
        return (end > offset or ends_here) and "\n" in text[start:offset]
    return end > offset


def _suppression(document: Document, match: re.Match[str]) -> Suppression:
    source = document.source
    directive, inside, closed, behind = match.groups()
    if inside is not None and not closed:  # a bracket that is never closed takes the whole line
        directive, inside = f"{directive}[{inside}", ""
    first, last = _covered(document, match, directive)
    at = match.start(2)
    silenced = [
        Silenced(word.group(), source.place(at + word.start(), at + word.end()), first, last)
        for word in _WORD.finditer(inside or "")
    ]
    end = match.start() + len(match.group().rstrip())
    place = source.place(match.start(), end)
    return Suppression(directive, silenced, behind.strip(), place, (first, last))


def _covered(document: Document, match: re.Match[str], directive: str) -> tuple[int, int]:
    source = document.source
    line, column = source.line_column(match.start())
    if directive in (FILE_IGNORE, DISABLE):
        return (1 if directive == FILE_IGNORE else line), source.line_count
    alone = not source.line(line)[: column - 1].strip()
    if directive == IGNORE and alone:
        return _next_entry(document, match.end()) or (line, line)
    return line, line


def _next_entry(document: Document, offset: int) -> tuple[int, int] | None:
    """The lines of the item or the pair that begins first behind an offset."""
    starts = document.starts
    slot = bisect_right(starts, offset)
    if slot >= len(starts):
        return None
    begin = starts[slot]
    in_list = _is_item(document, slot)
    while slot in document.after and (document.is_list(slot) or not in_list):
        in_list = document.is_list(slot)
        slot += 1
    is_whole = slot == 0  # a text and nothing else
    end = _end(document, slot if in_list or is_whole else slot + 1)  # behind a key is its value
    first, _ = document.source.line_column(begin)
    last, _ = document.source.line_column(max(begin, end - 1))
    return first, last


def _is_item(document: Document, slot: int) -> bool:
    """Whether a node stands in a list; the way down to it, one container at a time."""
    at, in_list = 0, False
    while at != slot:
        in_list = document.is_list(at)
        children = document.children(at)
        at = children[bisect_right(children, slot) - 1]
    return in_list


def _end(document: Document, slot: int) -> int:
    """Where a node ends, without the white space that the parser counts to a container."""
    text, start, end = document.source.text, document.starts[slot], document.ends[slot]
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _with_ends(comments: list[Suppression]) -> list[Suppression]:
    """The same with every `disable` ended by the next `enable` of its word."""
    ends: dict[str, int] = {}
    for at, comment in reversed(list(enumerate(comments))):
        if comment.directive == ENABLE:
            ends.update((word.word.casefold(), word.place.line) for word in comment.silenced)
        elif comment.directive == DISABLE:
            silenced = [
                word._replace(last=ends.pop(word.word.casefold(), word.last))
                for word in comment.silenced
            ]
            comments[at] = comment._replace(silenced=silenced)
    return comments
