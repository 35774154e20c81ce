"""Build the wheel, install it into an empty environment, and run it from another folder."""

import os
import subprocess
import sys
import tempfile
import venv
import zipfile
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


def packaged(wheel: Path) -> set[str]:
    """The files of a wheel without its metadata."""
    names = zipfile.ZipFile(wheel).namelist()
    return {name for name in names if not name.partition("/")[0].endswith(".dist-info")}


def expected() -> set[str]:
    """What has to be in the wheel: every file of the source, and the roles inside it.

    Fontconfig writes a hidden file beside fonts.
    """
    places = {ROOT / "src/orgcli": "orgcli", ROOT / "roles": "orgcli/roles"}
    return {
        f"{place}/{path.relative_to(top).as_posix()}"
        for top, place in places.items()
        for path in top.rglob("[!.]*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run([sys.executable, "-m", "build", "--outdir", name, str(ROOT)], folder)
        (wheel,) = folder.glob("*.whl")
        (_sdist,) = folder.glob("*.tar.gz")
        missing, foreign = expected() - packaged(wheel), packaged(wheel) - expected()
        assert not missing, f"not in the wheel: {sorted(missing)}"
        assert not foreign, f"in the wheel, but not in the source: {sorted(foreign)}"
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
        page = (elsewhere / "org.html").read_text("utf-8")
        assert "Keiko Eriksen" in page
        here = [sys.executable, "-m", "orgcli"]
        assert page == run([*here, "chart", "org.yaml", "-o", "-", "-f", "html"], elsewhere), (
            "the page of the wheel lacks something that the page of the checkout has"
        )
        run([orgcli, "chart", "org.yaml", "-o", "book.pdf", "--book"], elsewhere, **bare)
        typed = [str(python), "-c", "import orgcli, importlib.resources as r; "
                 "assert (r.files('orgcli') / 'py.typed').is_file(); "
                 "assert (r.files('orgcli') / 'render/typeface/OFL.txt').is_file()"]  # fmt: skip
        run(typed, elsewhere, **bare)
    print("the wheel installs into an empty environment and works from another folder")


if __name__ == "__main__":
    main()
