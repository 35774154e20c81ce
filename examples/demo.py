"""Compare three roles, check the examples and draw them (`make demo`)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "demo"
ORGCLI = [sys.executable, "-m", "orgcli"]


def say(*arguments: str) -> None:
    """Print a command as it would be typed, and run it; exit if it fails."""
    print(f"\n$ orgcli {' '.join(arguments)}", flush=True)  # noqa: T201
    done = subprocess.run([*ORGCLI, *arguments], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def main() -> None:
    """Run the demo in the project's folder and print where the files are."""
    OUTPUT.mkdir(exist_ok=True)
    say("compare", "cso", "cro", "vp")
    organisations = sorted((ROOT / "examples").glob("*/org.yaml"))
    for path in organisations:
        say("validate", str(path.relative_to(ROOT)))
    for path in organisations:
        for suffix in ("svg", "png", "pdf"):
            target = f"demo/{path.parent.name}.{suffix}"
            say("chart", str(path.relative_to(ROOT)), "-o", target)
    print("\nThe charts are in:")  # noqa: T201
    for path in sorted(OUTPUT.iterdir()):
        print(f"  {path.relative_to(ROOT)}")  # noqa: T201


if __name__ == "__main__":
    main()
