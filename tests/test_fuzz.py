"""A short run of the long one, `make fuzz`: the same mutants every time."""

from copy import deepcopy
from itertools import islice

import fuzz
import fuzz_inputs


def test_a_few_mutants_break_no_promise() -> None:
    assert fuzz.run(seed=2026, seconds=120, most=150, keep=None) == 0


def test_mutants_are_the_same_whatever_was_made_before() -> None:
    values = deepcopy(fuzz_inputs._VALUES)
    first = list(islice(fuzz_inputs.mutants(2026), 2000))
    assert values == fuzz_inputs._VALUES
    assert first == list(islice(fuzz_inputs.mutants(2026), 2000))
