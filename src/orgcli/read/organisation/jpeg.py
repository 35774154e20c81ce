"""Whether a JPEG has all that its scans need, or a decoder would give up and draw nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_PROGRESSIVE = 0xC2
_COMPONENTS = (1, 3, 4)  # grey, colours, CMYK
_LARGEST_SAMPLING, _MOST_BLOCKS = 4, 10
_MOST_TABLES, _LAST_COEFFICIENT, _LARGEST_SHIFT, _LARGEST_DIFFERENCE = 4, 63, 13, 15


def decodable(segments: Iterable[bytes]) -> bool:
    """Whether the scans can be unpacked, whatever picture comes of it.

    segments  each with its marker and length, and a scan with its data. ITU-T T.81, annex B
    """
    decoder = _Decoder()
    for segment in segments:
        marker, end = segment[1], 2 + int.from_bytes(segment[2:4])
        check = _CHECKS.get(marker)
        if check and not check(decoder, segment[4:end], marker):
            return False
    return decoder.scanned


@dataclass(slots=True)
class _Decoder:
    """What the segments have said so far.

    components  of a pixel by their number: sampling across and down, table of quantisation
    quantised   tables of quantisation there are
    codes       tables of Huffman codes there are: 0 or 1 for DC or AC, and the number
    """

    components: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    quantised: set[int] = field(default_factory=set)
    codes: set[tuple[int, int]] = field(default_factory=set)
    progressive: bool = False
    scanned: bool = False

    def frame(self, body: bytes, marker: int) -> bool:
        if self.components or len(body) < 6 or body[5] not in _COMPONENTS:
            return False
        if len(body) != 6 + 3 * body[5]:
            return False
        self.progressive = marker == _PROGRESSIVE
        for at in range(6, len(body), 3):
            self.components[body[at]] = (*divmod(body[at + 1], 16), body[at + 2])
        wide = max(across for across, _, _ in self.components.values())
        tall = max(down for _, down, _ in self.components.values())
        return len(self.components) == body[5] and all(
            across and down and max(across, down) <= _LARGEST_SAMPLING
            and not (wide % across or tall % down)
            for across, down, _ in self.components.values()
        )  # fmt: skip

    def quantisation(self, body: bytes, _marker: int) -> bool:
        at = 0
        while at < len(body):
            wide, number = divmod(body[at], 16)
            if wide > 1 or number >= _MOST_TABLES:
                return False
            self.quantised.add(number)
            at += 1 + 64 * (1 + wide)
        return at == len(body)

    def huffman(self, body: bytes, _marker: int) -> bool:
        at = 0
        while at < len(body):
            table = divmod(body[at], 16)
            counts = body[at + 1 : at + 17]
            end = at + 17 + sum(counts)
            symbols = body[at + 17 : end]
            if max(table[0] - 1, table[1] - 3) > 0 or not _is_code(counts):
                return False
            if table[0] == 0 and max(symbols, default=0) > _LARGEST_DIFFERENCE:
                return False
            self.codes.add(table)
            at = end
        return at == len(body)

    def restarts(self, body: bytes, _marker: int) -> bool:
        return len(body) == 2

    def scan(self, body: bytes, _marker: int) -> bool:
        count = body[0] if body else 0
        numbers = body[1 : 1 + 2 * count : 2]
        if not count or len(body) != 4 + 2 * count or len({*numbers}) != count:
            return False
        if not self.components.keys() >= {*numbers}:
            return False
        chosen = [self.components[number] for number in numbers]
        if count > 1 and sum(across * down for across, down, _ in chosen) > _MOST_BLOCKS:
            return False
        self.scanned = True
        return self.quantised >= {table for _, _, table in chosen} and self._has_codes(body)

    def _has_codes(self, body: bytes) -> bool:
        """Whether the Huffman codes are there, and the part of the picture is one there can be."""
        first, last = body[-3:-1]
        high, low = divmod(body[-1], 16)
        dc = ac = True
        if self.progressive:
            part = first <= last <= _LAST_COEFFICIENT and body[0] == 1 if first else last == 0
            if not part or low > _LARGEST_SHIFT or (high and low != high - 1):
                return False
            dc, ac = not first and not high, first > 0
        tables = [divmod(both, 16) for both in body[2:-3:2]]
        needed = {(0, one) for one, _ in tables if dc} | {(1, one) for _, one in tables if ac}
        return self.codes >= needed


def _is_code(counts: bytes) -> bool:
    """Whether there are as many codes of each length as counted, and none of ones alone."""
    free = 1
    for count in counts:
        free = 2 * free - count
        if free < 1:
            return False
    return len(counts) == 16 and sum(counts) <= 256


_CHECKS: Mapping[int, Callable[[_Decoder, bytes, int], bool]] = MappingProxyType(
    {
        0xC0: _Decoder.frame, 0xC1: _Decoder.frame, _PROGRESSIVE: _Decoder.frame,
        0xC4: _Decoder.huffman, 0xDA: _Decoder.scan, 0xDB: _Decoder.quantisation,
        0xDD: _Decoder.restarts,
    }
)  # fmt: skip
