"""Build the wheel, install it into an empty environment, and run it from another folder."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ORGANISATION = """\
organisation: Northwind
positions:
  - {id: ceo, title: Chief Executive, holder: Keiko Eriksen}
  - {id: vp, role: vp-sales, reports_to: ceo}
"""


def run(command: list[str], folder: Path, **environment: str) -> str:
    """Run a command, fail loudly with all it said, and return its stdout."""
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run([sys.executable, "-m", "build", "--outdir", name, str(ROOT)], folder)
        (wheel,) = folder.glob("*.whl")
        (_sdist,) = folder.glob("*.tar.gz")
        venv.create(folder / "env", with_pip=True)
        python = folder / "env/bin/python"
        run([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check",
             "-c", str(ROOT / "constraints.txt"), str(wheel)], folder)  # fmt: skip
        elsewhere = folder / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "org.yaml").write_text(ORGANISATION, "utf-8")
        orgcli = str(folder / "env/bin/orgcli")
        # No PATH to find a Graphviz program in: the bundled engine must be enough.
        bare = {"PATH": str(folder / "env/bin"), "PYTHONPATH": ""}
        assert run([orgcli, "--version"], elsewhere, **bare).startswith("orgcli ")
        assert "Chief Revenue Officer" in run([orgcli, "compare", "cso", "cro"], elsewhere, **bare)
        assert "2 positions" in run([orgcli, "validate", "org.yaml"], elsewhere, **bare)
        for suffix, start in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
            run([orgcli, "chart", "org.yaml", "-o", f"org.{suffix}"], elsewhere, **bare)
            assert (elsewhere / f"org.{suffix}").read_bytes().startswith(start)
        run([orgcli, "chart", "org.yaml", "-o", "org.html"], elsewhere, **bare)
        assert "Keiko Eriksen" in (elsewhere / "org.html").read_text("utf-8")
        run([orgcli, "chart", "org.yaml", "-o", "book.pdf", "--book"], elsewhere, **bare)
        typed = [str(python), "-c", "import orgcli, importlib.resources as r; "
                 "assert (r.files('orgcli') / 'py.typed').is_file(); "
                 "assert (r.files('orgcli') / 'chart/typeface/OFL.txt').is_file()"]  # fmt: skip
        run(typed, elsewhere, **bare)
    print("the wheel installs into an empty environment and works from another folder")


if __name__ == "__main__":
    main()
