"""Random organisations with every feature, made fast: hypothesis draws a few integers only."""

from collections.abc import Callable, Sequence
from random import Random

from chart_samples import HOSTILE, Forest
from hypothesis import strategies as st
from text_samples import MARKUP

from orgcli.model.organisation.organisation import Department, Organisation
from orgcli.model.organisation.position import DottedLine, Position, Status

MOST = 500
TEXTS = (*HOSTILE, *MARKUP)
STATES: tuple[Status, ...] = ("filled", "open", "planned", "closed")
_GIVEN = ("Ann", "Björn", "Zoë", "Nikolai", "Li", "Thiruvengadam", "José", "Ngozi", "Wilhelmina")
_FAMILY = ("Abel", "Østergård", "Ferreira-Dunne", "Ng", "Vasquez", "von Hohenzollern", "Çelik")
_LEVELS = ("Chief", "Vice President of", "Head of", "Manager,", "Senior", "Junior")
_FIELDS = (
    "Sales",
    "Revenue Operations, EMEA",
    "IT",
    "Research and Development",
    "Legal",
    "Sourcing",
)


def _chain(random: Random, at: int) -> int:
    return at - 1


def _star(random: Random, at: int) -> int:
    return 0


def _comb(random: Random, at: int) -> int:
    return at - 1 - at % 2 if at > 1 else 0


def _near(random: Random, at: int) -> int:
    return random.randrange(max(0, at - 4), at)


def _any(random: Random, at: int) -> int:
    return random.randrange(at)


def _few(random: Random, at: int) -> int:
    return random.randrange(min(at, 5))


def _binary(random: Random, at: int) -> int:
    return (at - 1) // 2


def _company(random: Random, at: int) -> int:
    """Spans of five to nine, as in most companies."""
    return random.randrange(max(0, (at - 1) // 9), (at - 1) // 5 + 1)


SHAPES: tuple[Callable[[Random, int], int], ...] = (
    _company, _any, _near, _few, _binary, _star, _comb, _chain,
)  # fmt: skip
"""Per card after the first one before it: its manager."""

FEATURES = (
    "tops", "strays", "rings", "loops", "twins", "assistants", "shares", "seats", "states",
    "departments", "colours", "dotted", "texts", "hostile", "shuffled", "places", "nobody",
)  # fmt: skip


def forest(random: Random, count: int, shape: int, tops: bool) -> Forest:
    """Per card its manager, which stands before it, or -1."""
    above = SHAPES[shape]
    share = random.choice((0.02, 0.1, 0.9)) if tops else 0.0
    return [-1 if at == 0 or random.random() < share else above(random, at) for at in range(count)]


def organisation(seed: int, count: int, shape: int, features: Sequence[str]) -> Organisation:
    """The organisation of some integers; some of its positions have each of the features."""
    random = Random(seed)
    manager = forest(random, count, shape, "tops" in features)
    order = list(range(count))
    if "shuffled" in features:
        random.shuffle(order)
    ids = _ids(random, count, features)
    lines = [_line(random, at, ids, manager, features) for at in range(count)]
    positions = [_position(random, at, ids, lines[at], features) for at in order]
    return Organisation(_text(random, features, "Northwind"), positions, _departments(features))


def _ids(random: Random, count: int, features: Sequence[str]) -> list[str]:
    ids = [f"p{at}" for at in range(count)]
    for at in range(count):
        if "hostile" in features and random.random() < 0.1:
            ids[at] = f"{random.choice(TEXTS)}{at}"
        if "twins" in features and random.random() < 0.05:
            ids[at] = random.choice(ids)
    return ids


def _line(
    random: Random, at: int, ids: Sequence[str], manager: Forest, features: Sequence[str]
) -> str | None:
    kinds = {"strays": "nobody here", "rings": random.choice(ids), "loops": ids[at]}
    for feature, line in kinds.items():
        if feature in features and random.random() < 0.03:
            return line
    return ids[manager[at]] if manager[at] >= 0 else None


def _position(
    random: Random, at: int, ids: Sequence[str], line: str | None, features: Sequence[str]
) -> Position:
    def some(feature: str, share: float) -> bool:
        return feature in features and random.random() < share

    title = f"{random.choice(_LEVELS)} {random.choice(_FIELDS)}"
    names = [
        _text(random, features, f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}")
        for _ in range(random.randint(2, 5) if some("shares", 0.1) else 1)
    ]
    dotted = [(random.choice(ids), random.choice((None, "forecasting", _text(random, features))))]
    return Position(
        ids[at],
        None if some("nobody", 0.05) else _text(random, features, title),
        holder=() if some("nobody", 0.2) else tuple(names),
        reports_to=line,
        dotted_lines=tuple(DottedLine(*one) for one in dotted) if some("dotted", 0.1) else (),
        department=_department(random, features),
        location=random.choice(("Oslo", "Singapore")) if some("places", 0.5) else None,
        level=random.randint(0, 9) if some("places", 0.5) else None,
        status=random.choice(STATES) if some("states", 0.3) else None,
        headcount=random.choice((2, 12, 999_999)) if some("seats", 0.1) else 1,
        assistant=some("assistants", 0.15),
    )


def _text(random: Random, features: Sequence[str], usual: str = "reports") -> str:
    if "hostile" in features and random.random() < 0.15:
        return random.choice(TEXTS)
    if "texts" in features and random.random() < 0.3:
        return random.choice(("x", usual * 12, " ".join([usual] * 20)))
    return usual


def _department(random: Random, features: Sequence[str]) -> str | None:
    if "departments" not in features or random.random() < 0.1:
        return None
    return f"d{random.randrange(14)}"


def _departments(features: Sequence[str]) -> list[Department]:
    if "colours" not in features:
        return []
    colors = ("#009E73", "tomato", "no colour at all", None)
    return [
        Department(f"d{at}", f"Department {at}", color=colors[at % len(colors)]) for at in range(9)
    ]


@st.composite
def organisations(draw: st.DrawFn, most: int = MOST) -> Organisation:
    """Any organisation of up to so many positions; a tenth of them are large, most are small."""
    # Not by `one_of`, which takes a strategy that is given twice for one.
    size = draw(st.sampled_from([15, 90] * 4 + [most]))
    count = draw(st.integers(1, min(most, size)))
    mask = draw(st.integers(0, 2 ** len(FEATURES) - 1))
    features = [one for at, one in enumerate(FEATURES) if mask >> at & 1]
    shape = draw(st.integers(0, len(SHAPES) - 1))
    return organisation(draw(st.integers(0, 2**32 - 1)), count, shape, features)
