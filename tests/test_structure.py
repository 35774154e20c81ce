"""How the source is arranged: layers, circles, sizes and names."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

from tools import packages

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/orgcli"
MODULES = sorted(SOURCE.rglob("*.py"))
SCRIPTS = sorted(SOURCE.rglob("*.js"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

MOST_MODULES = 12
"""Modules and scripts in a folder."""
MOST_LINES = 400
"""Lines of a module; house style is 300."""
MOST_STATEMENTS = 60
"""Lines of a function without its parameters; house style is 30."""

TO_CUT = {"read/syntax/yaml.py: run"}
"""Functions that are longer; this set may only shrink."""

PRONOUNS = {
    "any", "anybody", "anything", "each", "every", "everybody", "everything", "it", "its",
    "nobody", "nothing", "one", "ones", "our", "ours", "some", "somebody", "something", "that",
    "their", "theirs", "them", "these", "they", "this", "those", "us", "we", "what", "which",
    "who", "whom", "whose",
}  # fmt: skip
PARTICIPLES = {
    "bound", "built", "chosen", "cut", "done", "drawn", "found", "given", "gone", "held", "hidden",
    "kept", "known", "left", "lost", "made", "meant", "met", "put", "said", "seen", "sent", "shown",
    "sound", "spoken", "taken", "thought", "told", "understood", "written",
}  # fmt: skip
"""Those that do not end in -ed, and forms that look like them."""
TURNS = {
    "asked", "meant", "one", "said", "saying", "says", "spoken", "there", "told", "wanted", "who",
}  # fmt: skip
"""They say that something is talked about, and not what it is."""
TERMS = {"cited", "configured", "dotted"}
"""Words in -ed with which a term of the field begins: a dotted line, a cited statement."""


def called(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def classes() -> Iterator[tuple[str, str]]:
    """Every class of the source without a leading underscore, and its module."""
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                yield node.name.lstrip("_"), called(path)


def functions() -> Iterator[tuple[str, int]]:
    """Every function of the source, and how many lines it has from its first statement on."""
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno
                yield f"{called(path)}: {node.name}", node.end_lineno - node.body[0].lineno + 1


def test_modules_import_each_other_in_no_circle() -> None:
    """Imports for types alone count: who reads one module has to read the other."""
    graph = grimp.build_graph("orgcli", cache_dir=None)
    imports = [
        (module, imported)
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
    ]
    back = [f"{a} -> {b}" for a, b in imports if graph.chain_exists(importer=b, imported=a)]
    assert sorted(back) == [], "imports that lead back to where they come from"


def test_nothing_is_imported_from_a_layer_above(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(cache_dir=None, no_cache=True) == 0, capsys.readouterr().out


def test_every_folder_has_a_layer() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = config["tool"]["importlinter"]["contracts"]
    layers = set(re.findall(r"orgcli\.(\w+)", " ".join(contract["layers"])))
    folders = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert folders - layers == set(), "folders without a layer in pyproject.toml"


def test_no_folder_is_crowded() -> None:
    modules = [path for path in MODULES if path.name != "__init__.py"]
    folders = Counter(called(path.parent) for path in [*modules, *SCRIPTS])
    del folders["cli/commands"]  # a module for each command, found by the name of the command
    assert {name: count for name, count in folders.items() if count > MOST_MODULES} == {}


def test_no_module_is_long() -> None:
    lines = {called(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_no_function_is_long() -> None:
    long = {name: lines for name, lines in functions() if lines > MOST_STATEMENTS}
    assert {name: lines for name, lines in long.items() if name not in TO_CUT} == {}
    assert TO_CUT - set(long) == set(), "short by now: take them out of TO_CUT"


def test_a_class_name_stands_for_one_thing() -> None:
    modules: dict[str, list[str]] = {}
    for name, module in classes():
        modules.setdefault(name, []).append(module)
    assert {name: found for name, found in modules.items() if len(found) > 1} == {}


def test_files_are_named_by_nouns() -> None:
    """A pronoun or a participle does not say what is inside."""
    words = [(called(path), word) for path in (*MODULES, *SCRIPTS) for word in path.stem.split("_")]
    assert [path for path, word in words if word in PRONOUNS] == []
    assert [path for path, word in words if word not in TERMS and _is_participle(word)] == []


def test_names_say_what_a_value_is() -> None:
    """No function, parameter or variable is called after a pronoun or a turn of speech."""
    found = {called(path): names for path in MODULES if (names := _names_in(tree(path)) & TURNS)}
    assert found == {}


def _names_in(tree: ast.AST) -> set[str]:
    """The names of functions, and those given in them, without underscores at their ends."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    functions = [node for node in ast.walk(tree) if isinstance(node, kinds)]
    names = {getattr(function, "name", "") for function in functions}
    for node in (node for function in functions for node in ast.walk(function)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
    return {name.strip("_") for name in names}


def _is_participle(word: str) -> bool:
    return word in PARTICIPLES or re.fullmatch(r"\w{2,}[^e]ed", word) is not None


def test_what_tests_need_is_listed_and_needed() -> None:
    """No test looks for a program by itself: it would be skipped where it should fail."""
    others = [path for path in TESTS if path.name not in ("tools.py", Path(__file__).name)]
    texts = {path.name: path.read_text("utf-8") for path in others}
    looking = [name for name, text in texts.items() if "which(" in text]
    assert looking == [], "tests look for programs by pytest.mark.needs"
    needed = set(re.findall(r'mark\.needs\("([^"]+)"\)', "\n".join(texts.values())))
    listed = {names[0] for names in packages()}
    assert needed - listed == set(), "not in tools.txt"
    assert {name for name in listed - needed if "/" not in name} == set(), "nothing needs it"
