"""Run the commands of gallery.md, which draw its pictures (`make gallery`)."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/gallery.md"
_COMMAND = re.compile(r"^    (orgcli (?:chart|compare|diff|stats) .*)$", re.MULTILINE)


def commands(page: str) -> Iterator[list[str]]:
    """The arguments of each command, without the name of the program."""
    for line in _COMMAND.findall(page):
        yield shlex.split(line)[1:]


def main() -> None:
    """Draw every picture; stop at the first command that fails."""
    for words in commands(PAGE.read_text("utf-8")):
        subprocess.run([sys.executable, "-m", "orgcli", *words], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
