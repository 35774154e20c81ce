"""Lets these tests import the modules of benchmarks/, which is not a package."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
