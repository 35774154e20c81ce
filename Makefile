# Two commands matter: `make demo` shows the tool, `make test` checks everything CI checks.
# Both start from a fresh clone and need Python 3.11 or newer, and no Graphviz program.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Containers often set it: then each of some thousand runs of a test compiles every module again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test lint types layers unit wheel versions bench fuzz soak gallery update clean

demo: $(VENV)/installed
	@$(BIN)/python examples/demo.py

test: lint types layers unit wheel

lint: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/developing
	$(BIN)/mypy

layers: $(VENV)/developing
	$(BIN)/lint-imports

# Compiled once before, for each process of the tests would compile every module for itself.
unit: $(VENV)/developing
	$(BIN)/python -m compileall -q -j 0 src
	$(BIN)/pytest -n auto --dist worksteal

wheel: $(VENV)/developing
	$(BIN)/python tests/install/check_wheel.py

bench: $(VENV)/developing
	$(BIN)/python benchmarks/run.py

# The newest packages under every Python there is, and the oldest that pyproject.toml allows.
versions: $(VENV)/developing
	$(BIN)/python tests/install/other_versions.py

# Every property test with many other examples than CI's, which are the same at each run.
soak: $(VENV)/developing
	$(BIN)/python -m pytest -q -n auto --dist worksteal --soak 20

# Files mutated at random, for as long as it is let; not in CI, which runs a short one.
FUZZ := --seconds 600
fuzz: $(VENV)/developing
	$(BIN)/python tests/fuzz.py --keep fuzzed $(FUZZ)

# The pictures of docs/gallery.md, and of the README among them.
gallery: $(VENV)/installed
	$(BIN)/python docs/gallery.py

# Rewrites golden files and the outputs in README and docs; read the diff before committing.
update: $(VENV)/developing
	$(BIN)/pytest --update -q

clean:
	rm -rf $(VENV) dist build demo fuzzed .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A recent pip writes a launcher that imports less: a third of the time of `orgcli --version`.
$(VENV)/made: constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --upgrade pip
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/developing: $(VENV)/made pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/installed
