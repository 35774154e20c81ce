"""Which encoding a text that is not UTF-8 is in, by the words that its bytes give."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

_SAMPLE_LINES = 5_000
"""Lines with bytes above 127 that are looked at."""
_ABOVE_127 = re.compile(rb"[\x80-\xff]")
_LINE_END = re.compile(rb"[\r\n]")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_A_ROW = 1e-6
"""Points that each alphabet has less than the one before it."""
_MOSTLY = 3
"""How many more NULs one of the two bytes of UTF-16 has, where most of a text is ASCII."""
_SURE = 3
"""Points by which the best encoding must lead for a reader to be sure of it."""

_WESTERN = "äöüßéèêëàâáãåçîïíìôóòõøæœùûúñ"
_ICELANDIC = "áéíóúýþðæö"
_POLISH = "ąćęłńóśźżäöüß"
_CZECH = "áčďéěíňóřšťúůýžľĺŕäôöüß"
_HUNGARIAN = "áéíóöőúüűä"
_CROATIAN = "čćđšžäöüß"
_ROMANIAN = "ăâîşţ"
_TURKISH = "çğıöşüâîûİ"
_BALTIC = "ąčęėįšųūžāēģīķļņäõöü"
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњђћџ"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ"
_HEBREW = "אבגדהוזחטיךכלםמןנסעףפץצקרשת"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئپچژگ"

# Encoding, as Python and as people call it, and the letters of some languages written in it. Of
# equals the first is taken.
_ALPHABETS = (
    ("cp1252", "windows-1252", _WESTERN),
    ("mac_roman", "mac-roman", _WESTERN),
    ("cp850", "cp850", _WESTERN),
    ("cp1254", "windows-1254", _TURKISH),
    ("cp1252", "windows-1252", _ICELANDIC),
    ("cp1250", "windows-1250", _POLISH),
    ("cp1250", "windows-1250", _CZECH),
    ("cp1250", "windows-1250", _HUNGARIAN),
    ("cp1250", "windows-1250", _CROATIAN),
    ("cp1250", "windows-1250", _ROMANIAN),
    ("cp1257", "windows-1257", _BALTIC),
    ("iso8859_2", "iso-8859-2", _POLISH),
    ("iso8859_2", "iso-8859-2", _CZECH),
    ("cp1251", "windows-1251", _RUSSIAN),
    ("koi8_r", "koi8-r", _RUSSIAN),
    ("cp866", "cp866", _RUSSIAN),
    ("cp1253", "windows-1253", _GREEK),
    ("cp1255", "windows-1255", _HEBREW),
    ("cp1256", "windows-1256", _ARABIC),
)
_JOINING = "’'‘\xa0"
_MARKS = frozenset("’‘“”„–—…•€£°§©®™«»·\xa0½¼²³ºª¡¿´¥")
_WORDS_OF_ONE_LETTER = frozenset("àéèóòùâêåöÅÖÀÉøØ")

# Encoding of Eastern Asia -> first bytes of its common characters, and of its rare ones.
_ASIAN: Mapping[str, tuple[str, range, range]] = {
    "cp949": ("cp949", range(0xB0, 0xC9), range(0xCA, 0xFE)),
    "gb18030": ("gb18030", range(0xB0, 0xD8), range(0xD8, 0xF8)),
    "cp950": ("big5", range(0xA4, 0xC7), range(0xC9, 0xFA)),
    "cp932": ("shift_jis", range(0x82, 0x98), range(0x98, 0xFC)),
}

_SWALLOWED = re.compile("[A-Za-z](?=[^\x00-\x7f])|[^\x00-\x7f](?=[A-Za-z])")
"""A letter of ASCII beside a character: one in the middle of a name was taken for its half."""


@dataclass(frozen=True, slots=True)
class EncodingGuess:
    """An encoding that fits a text.

    codec    what Python calls it
    name     what people, and `--encoding`, call it
    is_sure  whether no other one fits nearly as well
    """

    codec: str
    name: str
    is_sure: bool = True


def guess_encodings(raw: bytes) -> list[EncodingGuess]:
    """The encodings whose words look like words in some bytes that are not UTF-8, best first.

    Empty where most of the bytes are UTF-8 after all: the file is damaged, or put together of
    several. An encoding in which some bytes mean nothing may be among them.
    """
    unicode = _utf_16(raw)
    if unicode is not None:
        return [unicode]
    sample = b"\n".join(islice(_lines_above_127(raw), _SAMPLE_LINES))
    if _is_mostly_utf_8(sample):
        return []
    words = Counter(word for word in _WORD.findall(sample) if not word.isascii())
    points: dict[tuple[str, str], float] = {}
    for at, (codec, name, alphabet) in enumerate(_ALPHABETS):
        score = _points(words, codec, alphabet) - at * _A_ROW
        points[codec, name] = max(score, points.get((codec, name), score))
    for codec, (name, common, rare) in _ASIAN.items():
        points[codec, name] = _asian_points(sample, codec, common, rare)
    order = sorted(points, key=points.__getitem__, reverse=True)
    good = [encoding for encoding in order if points[encoding] > 0] or [
        encoding for encoding in order[:1] if points[encoding] > -len(words)
    ]
    return [
        EncodingGuess(codec, name, _leads(encoding, order[at + 1 :], points, words))
        for at, encoding in enumerate(good)
        for codec, name in [encoding]
    ]


def _lines_above_127(raw: bytes) -> Iterator[bytes]:
    """The lines with bytes above 127. A pattern of a whole line would take quadratic time."""
    end = 0
    while match := _ABOVE_127.search(raw, end):
        at = match.start()
        start = 1 + max(raw.rfind(b"\n", end, at), raw.rfind(b"\r", end, at), end - 1)
        last = _LINE_END.search(raw, at)
        end = last.start() if last else len(raw)
        yield raw[start:end]


def _utf_16(raw: bytes) -> EncodingGuess | None:
    """UTF-16 or UTF-32 by the mark at the beginning, or by where the NULs of ASCII stand."""
    if raw[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return EncodingGuess("utf_32", "utf-32")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return EncodingGuess("utf_16", "utf-16")
    head = raw[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > _MOSTLY * even:
        return EncodingGuess("utf_16_le", "utf-16-le", odd * 4 > len(head))
    if even > _MOSTLY * odd:
        return EncodingGuess("utf_16_be", "utf-16-be", even * 4 > len(head))
    return None


def _is_mostly_utf_8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return sum(map(len, re.findall("[^\x00-\x7f\ufffd]+", text))) > bad


def _points(words: Mapping[bytes, int], codec: str, alphabet: str) -> float:
    """How much words look like some of a language; minus infinity if a byte means nothing."""
    letters = frozenset(alphabet + alphabet.upper())
    judge = (
        partial(_latin, letters) if "ö" in letters or "î" in letters else partial(_pure, letters)
    )
    points = 0.0
    for word, count in words.items():
        try:
            text = word.decode(codec)
        except UnicodeDecodeError:
            return float("-inf")
        points += judge(text) * min(count, 3)
    return points


def _latin(letters: frozenset[str], word: str) -> float:
    """Points of a word whose letters are those of ASCII and some more."""
    others = [at for at, letter in enumerate(word) if letter > "\x7f"]
    if len(word) == 1:
        return 0.5 if word in _MARKS or word in _WORDS_OF_ONE_LETTER else -1
    capitals = word.isupper()
    small = word.islower() or not re.search("[A-Z]", word[1:])
    points = 0.0
    for at in others:
        letter, inside = word[at], 0 < at < len(word) - 1
        if letter == "õ" and word[at + 1 : at + 2] != "e" and "ű" not in letters:
            points += 0.5  # Portuguese has it before an e; the byte is the ő of Hungarian
        elif letter in letters:
            wrong = letter.isupper() and at > 0 and word[at - 1].isalpha() and not capitals
            wrong = wrong or (letter.islower() and not small and _in_capitals(word, at))
            points += -2 if wrong else 1
        elif letter in _MARKS:
            points += (1 if letter in _JOINING else -2) if inside else 0.5
        else:
            points -= 1 if letter.isalpha() else 2
    if len(others) > 2 and len(others) * 2 > len(word):
        points = -float(len(others))  # a word of such letters alone is none of these languages
    return points


def _in_capitals(word: str, at: int) -> bool:
    return word[at - 1 : at].isupper() and word[at + 1 : at + 2].isupper()


def _pure(letters: frozenset[str], word: str) -> float:
    """Points of a word in another alphabet, which has no letters of ASCII in it."""
    bare = word.strip("".join(_MARKS))
    if len(bare) < 2:
        return 0
    if re.search("[A-Za-z]", bare) or not letters.issuperset(bare):
        return -float(len(bare))
    if bare == bare.swapcase():
        return len(bare)
    if bare.isupper() or bare[1:].islower():
        return len(bare) * (0.8 if bare.islower() or bare.isupper() else 1)
    return -float(len(bare))


def _asian_points(sample: bytes, codec: str, common: range, rare: range) -> float:
    """How many of the characters are common ones, less those that hardly anybody writes."""
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError:
        return float("-inf")
    points = -3.0 * len(_SWALLOWED.findall(text))
    for letter, count in Counter(re.sub("[\x00-\x7f]+", "", text)).items():
        code = letter.encode(codec, "replace")
        if len(code) != 2 or (codec in ("gb18030", "cp949") and code[1] < 0xA1):
            points -= count
        elif code[0] in common or (code[0] in (0x81, 0xA1, 0xA3) and letter not in "ﾞ"):
            points += count * 1.5
        elif code[0] not in rare:
            points -= count
    return points


def _leads(
    best: tuple[str, str],
    others: list[tuple[str, str]],
    points: Mapping[tuple[str, str], float],
    words: Mapping[bytes, int],
) -> bool:
    """Whether no encoding that gives other words has nearly as many points."""
    mine = _decoded(words, best[0])
    return points[best] > 0 and not any(
        points[best] - points[other] < _SURE and _decoded(words, other[0]) != mine
        for other in others
        if points[other] > 0
    )


def _decoded(words: Mapping[bytes, int], codec: str) -> list[str]:
    return [word.decode(codec, "replace") for word in words]
