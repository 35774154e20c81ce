"""Graphviz renders DOT that carries its positions: the bundled library or the program."""

import io
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr
from types import MappingProxyType

from orgcli.chart.graphviz import fonts
from orgcli.chart.graphviz.environment import no_locale
from orgcli.render.view import ResultError

# Fontconfig, Pango and the loading of plugins speak of the computer, not of the chart; so do
# letters without metrics. Text wider than its place is the font's doing: we measure by the
# typeface that is bundled, and the text still starts at its place.
_NOT_OF_THE_CHART = re.compile(
    r"^\s*$|^Fontconfig |Pango-|GLib-|^Warning: Could not load |no hard-coded metrics for "
    r"|size too small for |^in label of (?:node|graph) "
)


class EngineError(ResultError):
    """The picture could not be drawn."""


def render(dot: str, format: str, engine: str = "bundled", strokes: str = "") -> bytes:
    """Draw DOT whose nodes and edges have `pos`; the engine decides nothing.

    format  a Graphviz output format: svg, png, pdf
    engine  a key of ENGINES
    strokes  what is painted behind all nodes, in xdot
    Raises EngineError where the engine is missing, fails, or warns: with a bad label it would
    draw a wrong card and report it only on stderr.
    """
    with no_locale():
        data = ENGINES[engine](dot, format, strokes)
    if not data:
        raise EngineError(f"Graphviz drew nothing as {format}")
    return data


def missing_letters(texts: Iterable[str]) -> list[str]:
    """The letters in these texts that no font of this computer has.

    PNG and PDF show boxes in their place; SVG is drawn with the fonts of whoever looks at it.
    """
    with _captured_stderr([]):
        return fonts.without_font("".join(texts))


def _bundled(dot: str, format: str, strokes: str) -> bytes:
    """The Graphviz that pygraphviz brings, in this process.

    What the C libraries write to stderr (file descriptor 2) is caught, which holds for the
    whole process: not for use in several threads at once.
    """
    try:
        import pygraphviz
    except ImportError as error:
        raise EngineError(
            f"the bundled Graphviz cannot be loaded: {error}",
            "reinstall it with `pip install --force-reinstall pygraphviz`, or use --engine system",
        ) from error
    stderr: list[str] = []
    try:
        with _captured_stderr(stderr):
            fonts.add_typeface()
            graph = pygraphviz.AGraph(string=dot)
            if strokes:
                # Not in the text: the parser takes no quoted string of over 16 KB.
                graph.graph_attr["_background"] = strokes
            # Draws by the positions given (nop2) without asking how long that may take.
            graph.has_layout = True
            data: bytes | None = graph.draw(format=format)
            graph.close()
    except (ValueError, OSError) as error:
        raise EngineError(
            f"Graphviz cannot draw this chart: {_first_about_chart(stderr) or error}"
        ) from error
    _refuse_warnings(stderr)
    return data or b""


def _system(dot: str, format: str, strokes: str) -> bytes:
    """The `dot` program of the computer, run as `neato -n2`."""
    import graphviz

    if strokes:
        dot = dot.replace("graph [", f"graph [_background=<{_balanced(strokes)}> ", 1)
    stderr = io.StringIO()
    try:
        with redirect_stderr(stderr), fonts.typeface_for_programs():
            data: bytes = graphviz.pipe("neato", format, dot.encode(), neato_no_op=2)
    except graphviz.ExecutableNotFound:
        raise EngineError(
            "Graphviz is not installed, or its `dot` is not on the PATH",
            "install it from https://graphviz.org/download, or leave out --engine system",
        ) from None
    except OSError as error:
        raise EngineError(f"`dot` cannot be run: {error.strerror or error}") from error
    except graphviz.CalledProcessError as error:
        lines = error.stderr.decode("utf-8", "replace").splitlines()
        raise EngineError(
            f"Graphviz cannot draw this chart: {_first_about_chart(lines) or error}"
        ) from error
    _refuse_warnings(stderr.getvalue().splitlines())
    return data


def _balanced(strokes: str) -> str:
    """The text of an HTML string, which may be of any length but pairs `<` with `>`.

    Signs as wide as those, of as many bytes as the lengths in the text say, stand for them.
    """
    return strokes.replace("<", "\u2039").replace(">", "\u203a")


@contextmanager
def _captured_stderr(stderr: list[str]) -> Iterator[None]:
    """Collect the lines that C code writes to stderr meanwhile."""
    if sys.stderr:
        sys.stderr.flush()
    try:
        original_stderr = os.dup(2)
    except OSError:
        # Nobody listens to stderr, so there is nothing to keep from them.
        yield
        return
    with tempfile.TemporaryFile() as collected:
        os.dup2(collected.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(original_stderr, 2)
            os.close(original_stderr)
            collected.seek(0)
            stderr.extend(collected.read().decode("utf-8", "replace").splitlines())


def _refuse_warnings(stderr: list[str]) -> None:
    if line := _first_about_chart(stderr):
        raise EngineError(f"Graphviz cannot draw this chart as it should: {line}")


def _first_about_chart(stderr: Iterable[str]) -> str:
    """The first line that is about the chart."""
    return next((line.strip() for line in stderr if not _NOT_OF_THE_CHART.search(line)), "")


ENGINES: Mapping[str, Callable[[str, str, str], bytes]] = MappingProxyType(
    {"bundled": _bundled, "system": _system}
)
