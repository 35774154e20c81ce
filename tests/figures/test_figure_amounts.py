"""Numbers in texts: which mark parts thousands is told by all of them together."""

import pytest

from orgcli.figures.amounts import amounts
from orgcli.figures.shape import fewest_layers


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["95000", "120000.50"], [95000, 120000.5]),
        (["95,000", "1,120,000"], [95000, 1120000]),
        (["95.000", "120.000"], [95000, 120000]),
        (["95.000,50 €", "1.200,00 €"], [95000.5, 1200]),
        (["$95,000.50", "USD 1,200"], [95000.5, 1200]),
        (["1 200", "95\u202f000", "9'000"], [1200, 95000, 9000]),
        (["0.125", "0.250"], [0.125, 0.25]),
        (["12,5", "7"], [12.5, 7]),
        (["-3", "\u22124"], [-3, -4]),
        (["12,5", "1.5"], [None, 1.5]),
        (["n/a", "3 to 4", "about 5", "1.2.3", "", "12 months"], [None] * 6),
    ],
)
def test_amounts(texts: list[str], numbers: list[float | None]) -> None:
    assert list(amounts(texts).values()) == numbers


@pytest.mark.parametrize(
    ("seats", "tops", "span", "layers"),
    [(128, 1, 127 / 31, 5), (7, 1, 2, 3), (8, 1, 2, 4), (6, 2, 2, 2), (5, 1, 1, 5),
     (1, 1, None, None), (3, 3, 1, None), (0, 0, None, None), (10**9, 1, 1.001, 13823)],
)  # fmt: skip
def test_fewest_layers(seats: int, tops: int, span: float | None, layers: int | None) -> None:
    assert fewest_layers(seats, tops, span) == layers
