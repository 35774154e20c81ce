"""A short run of the long one, `make fuzz`: the same mutants every time."""

import fuzz


def test_a_few_mutants_break_no_promise() -> None:
    assert fuzz.run(seed=2026, seconds=120, most=150, keep=None) == 0
