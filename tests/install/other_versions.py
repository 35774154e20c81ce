"""Run the tests under other versions: every Python there is, and the oldest packages allowed.

python tests/install/other_versions.py [ENVIRONMENT...]     such as 3.13 or oldest; default: all

The newest packages are installed under each Python other than this one, and the oldest that
pyproject.toml allows under this one. Tests that need a program, or measure, are left out.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = ("3.11", "3.12", "3.13")
OLDEST = "oldest"
TESTED = ("pytest", "pytest-xdist", "hypothesis", "jsonschema", "pre-commit")
TESTS = (
    "tests/read", "tests/check", "tests/report", "tests/model", "tests/compare",
    "tests/test_cases.py", "tests/test_api.py", "tests/cli/test_plain_arguments.py",
    "tests/lsp/test_lsp_session.py", "tests/lsp/test_lsp_messages.py",
    "tests/chart/test_chart_book.py", "tests/chart/test_chart_photos.py",
)  # fmt: skip
"""Those of what other packages and Python itself do for orgcli; the others take longer."""
LEFT_OUT = ("tests/read/test_scaling.py",)
_LOWER = re.compile(r"([\w-]+)>=([\w.]+)")


def interpreters() -> Iterator[tuple[str, str]]:
    """The Pythons there are, by version: in PATH, or where pyenv has them."""
    here = ".".join(map(str, sys.version_info[:2]))
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for version in VERSIONS:
        candidates = [f"python{version}", *map(str, sorted(pyenv.glob(f"{version}.*/bin/python")))]
        working = (one for one in candidates if answers(one, version))
        if version != here and (found := next(working, None)):
            yield version, found


def answers(program: str, version: str) -> bool:
    """Whether a program is a Python of a version; pyenv puts names into PATH that are none."""
    say = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([program, "-c", say], capture_output=True, text=True)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == version


def oldest() -> str:
    """The lines of a constraints file with the lower bounds of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    required = [*project["dependencies"], *project["optional-dependencies"]["office"]]
    found = [_LOWER.match(one) for one in required]
    return "".join(f"{one[1]}=={one[2]}\n" for one in found if one)


def run(name: str, python: str, constraints: str = "") -> bool:
    """Install into an empty environment and run the tests there; whether all is well."""
    with tempfile.TemporaryDirectory(prefix=f"orgcli-{name}-") as folder:
        home = Path(folder)
        (home / "constraints.txt").write_text(constraints, "utf-8")
        bin_python = home / "venv/bin/python"
        steps = (
            [python, "-m", "venv", str(home / "venv")],
            [str(bin_python), "-m", "pip", "install", "-q", "--disable-pip-version-check",
             "-c", str(home / "constraints.txt"), "-e", f"{ROOT}[lsp,office]", *TESTED],
            [str(bin_python), "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal",
             "-p", "no:cacheprovider", "-m", "not needs",
             *(f"--ignore={path}" for path in LEFT_OUT), *TESTS],
        )  # fmt: skip
        print(f"== {name}: {python}", flush=True)
        return all(subprocess.run(step, cwd=ROOT).returncode == 0 for step in steps)


def main(wanted: list[str]) -> int:
    """Run what is wanted, else all; 1 where something failed."""
    pythons = dict(interpreters())
    environments = {version: (one, "") for version, one in pythons.items()}
    environments[OLDEST] = (sys.executable, oldest())
    for version in VERSIONS:
        if version not in environments and not sys.version.startswith(version):
            print(f"== {version}: there is no such Python here")
    names = wanted or list(environments)
    good = [run(name, *environments[name]) for name in names if name in environments]
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
