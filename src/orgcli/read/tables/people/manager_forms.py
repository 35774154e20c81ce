"""What a manager's cell may say beside an id or a name: a number, an address, a directory path."""

import re
from collections.abc import Iterator
from functools import lru_cache

from orgcli.model.appearance import plain

_LONGEST = 400
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_QUOTED = re.compile(r"""=?"([^"]+)"|'([^']+)'|'([^']+)|\[([^\]]+)\]|\(([^)]+)\)|<([^>]+)>""")
_BEHIND = re.compile(r"(.+?)[ ]*(?:\(([^()]+)\)|\[([^\[\]]+)\]|<([^<>]+)>|（([^（）]+)）)")
_AHEAD = re.compile(r"(?:\(([^()]+)\)|\[([^\[\]]+)\])[ ]*(.+)")
_JOINT = re.compile(r"[ ]+[-–—/|:][ ]+|:[ ]+|[ ]*[|#][ ]*|[ ]+/[ ]*")
_NUMBERED = re.compile(r"([^\s\d]*\d\S*)[ ]+(\D+)|(\D+)[ ]+([^\s\d]*\d\S*)")
_ATTRIBUTE = re.compile(r"(?:^|(?<!\\)[,+;])[ ]*([A-Za-z][\w-]*)[ ]*=[ ]*((?:\\.|[^,;+\\])*)")
_ESCAPED = re.compile(r"\\([0-9A-Fa-f]{2})|\\(.)")
_DOMAIN = re.compile(r"[\w.-]+\\([^\\]+)|mailto:(.+)", re.IGNORECASE)
_SOFT_JOINT = re.compile(
    r"[ ]*(?:[,/&+|]|(?<=[ ])(?:and|und|et|och|og|y|e|en|i|oder|or)(?=[ ]))[ ]*"
)


def is_path(text: str) -> bool:
    """Whether a text is the name of an entry in a directory: `CN=Ada Okafor,OU=HQ,DC=x`."""
    return "=" in text[:12] and text[:4].lower().lstrip("\"'").startswith(("cn=", "uid=", "ou="))


def path_key(text: str) -> str:
    """A path as it is compared: without case and the spaces between its parts."""
    return ",".join(f"{name}={value}" for name, value in _ATTRIBUTE.findall(text.casefold()))


def name_in_path(text: str) -> str:
    """The name of the entry itself, without those it is below."""
    match = _ATTRIBUTE.match(text)
    return str(_ESCAPED.sub(_unescaped, match[2])).strip() if match else ""


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]


def unquoted(text: str) -> str:
    """A text without what Excel puts round numbers that are text: `="00001"`, `'00001`."""
    if text[:1] in ("=", "'", '"'):
        match = _QUOTED.fullmatch(text)
        if match and (text[0] != "'" or text[-1] == "'" or text[1:2].isdigit()):
            return "".join(filter(None, match.groups())).strip()
    return text


@lru_cache(maxsize=10_000)
def forms(text: str) -> tuple[str, ...]:
    """The other texts that a manager's cell may stand for: `Ada (1)` for `Ada` and for `1`.

    Empty where it is nothing but itself. Long texts have none.
    """
    if len(text) > _LONGEST:
        return ()
    readings: dict[str, None] = {}
    todo = [" ".join(plain(text).split())]
    while todo and len(readings) < 12:
        form = todo.pop(0)
        for part in map(str.strip, _parts(form)):
            if part and part != text and part not in readings:
                readings[part] = None
                todo.append(part)
    if todo and todo[0] != text and not readings:
        readings[todo[0]] = None
    return tuple(readings)


def _parts(text: str) -> Iterator[str]:
    """The texts that one step makes of a text."""
    yield text
    if is_path(text):
        yield name_in_path(text)
        return
    if quoted := _QUOTED.fullmatch(text):
        yield next(filter(None, quoted.groups()))
    if text.endswith(".0"):
        yield text[:-2]
    if domain := _DOMAIN.fullmatch(text):
        yield domain[1] or domain[2]
    if behind := _BEHIND.fullmatch(text) or _AHEAD.fullmatch(text):
        yield from filter(None, behind.groups())
    elif len(joined := _JOINT.split(text, 1)) > 1:
        yield from joined
    elif numbered := _NUMBERED.fullmatch(text):
        yield from filter(None, numbered.groups())


def soft_parts(text: str) -> list[str]:
    """The managers in a cell if what stands between them parts them: `Ada / Ben`, `Ada and Ben`."""
    if len(text) > _LONGEST:
        return [text]
    return [part for part in map(str.strip, _SOFT_JOINT.split(text)) if part]


def name_key(name: str) -> str:
    """A name without regard to case and spaces; `King, Steven` is `steven king`."""
    last, comma, first = name.partition(",")
    ordered = f"{first} {last}" if comma and "," not in first else name
    return " ".join(plain(ordered).casefold().split())


def bare_name(name: str) -> str:
    """A name without what stands in brackets behind it, `Ada Okafor (On Leave)`; "" without any."""
    match = _BEHIND.fullmatch(name.strip()) if len(name) <= _LONGEST else None
    return name_key(match[1]) if match else ""


def spelt_key(name: str) -> str:
    """The words of a name with letters such as `ü` spelt out: `Jürgen Müller` as `Juergen Mueller`.

    In the order of the alphabet, as `words_key` has them.
    """
    composed = plain(name).casefold()
    return words_key(composed if composed.isascii() else composed.translate(_SPELT_OUT))


def words_key(name: str) -> str:
    """The words of a name in the order of the alphabet: `Okafor Ada` is `Ada Okafor`."""
    words = re.findall(r"[^\W_]+", plain(name).casefold())
    return " ".join(sorted(words)) if len(words) > 1 else ""
