"""Which projects the open files are of, and reading and checking them; runs beside the protocol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from orgcli import __version__
from orgcli.check.run import Scope, UnknownRule, check
from orgcli.cli.lsp.project_state import ProjectKey, ProjectRecipe, ProjectState
from orgcli.editor.project_index import ProjectIndex
from orgcli.editor.text.text_context import first_key_of
from orgcli.model.findings.finding import Finding, Level, Place
from orgcli.model.project import Project
from orgcli.model.request.flag import RequestError
from orgcli.model.settings import Settings
from orgcli.model.source.notation import TABLE_SUFFIXES
from orgcli.read.config import DEDICATED, Config, ConfigError, find_config, read_config
from orgcli.read.default_paths import default_paths, found_in, role_folders, without_links
from orgcli.read.organisation.files import Files
from orgcli.read.organisation.first_keys import FIRST_KEYS
from orgcli.read.organisation.project import read_project
from orgcli.read.syntax.decoding import Unreadable, decode_export, read_bytes
from orgcli.read.syntax.paths import display_path, resolved, upward

_Texts = Mapping[Path, bytes]


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """What the editor has open: the bytes that each file would have if it were saved.

    changed  the files that are not as they were at the last reading; None for whatever there is
    """

    texts: _Texts
    changed: Collection[Path] | None = None


@dataclass(slots=True)
class ProjectReader:
    """Reads the projects of some folders and of open files, each again only where it changed.

    folders   those of the workspace, links followed; the first is the current one
    language  in which roles are named
    config    the configuration that was named, in the place of what is found
    """

    folders: Sequence[Path]
    language: str
    config: str | None = None
    states: dict[ProjectKey, ProjectState] = field(default_factory=dict)
    _good: dict[Path, bytes] = field(default_factory=dict)
    _foreign: set[Path] = field(default_factory=set)

    def read(self, files: OpenFiles) -> Sequence[ProjectState]:
        """The projects as they are now: those of the folders, then those of other open files."""
        changed = files.changed
        overlay = dict(_unsaved(files.texts))
        if changed is None:
            self._foreign.clear()
        for key, state in list(self.states.items()):
            if changed is None or not state.names.keys().isdisjoint(changed):
                del self.states[key]
                if self._stays(state.recipe, state.names):
                    self._keep(state.recipe, overlay, state)
        for folder in self.folders if changed is None else ():
            recipe = ProjectRecipe(folder, folder)
            if not any(existing.recipe == recipe for existing in self.states.values()):
                self._keep(recipe, overlay)
        for path in files.texts:
            if not self._has(path) and (path not in self._foreign or path in (changed or ())):
                self._foreign.discard(path)
                self._discover(path, overlay)
        self._forget(files.texts)
        return list(self.states.values())

    def _stays(self, recipe: ProjectRecipe, names: Collection[Path]) -> bool:
        """Whether a project is read again as it was found; else it is looked for again."""
        return recipe.start in self.folders or (recipe.lone is None and bool(names))

    def _has(self, path: Path) -> bool:
        return any(path in state.names for state in self.states.values())

    def _keep(
        self, recipe: ProjectRecipe, overlay: _Texts, before: ProjectState | None = None
    ) -> ProjectState | None:
        """Read a project and keep what was found; None where there is nothing to read."""
        try:
            config = self._config(recipe)
            paths = _paths(recipe, config)
            key = config.file, tuple(map(resolved, paths))
            if not paths or key in self.states:
                return self.states.get(key)
            state = _State(recipe, config, self.language, overlay, self._good).read(paths, before)
        except (ConfigError, UnknownRule, RequestError, Unreadable) as error:
            state = _with_problem(recipe, error, before, self.language)
            key = None, (recipe.start, recipe.folder)
        self.states[key] = state
        return state

    def _config(self, recipe: ProjectRecipe) -> Config:
        if self.config is not None:
            return read_config(Path(self.config), __version__)
        if not self._is_inside(recipe.start):
            return Config(Settings())
        return find_config(recipe.start, __version__)

    def _is_inside(self, path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in self.folders)

    def _discover(self, path: Path, overlay: _Texts) -> None:
        """Find the project of a file; one of ours that is in none is a project of its own."""
        for recipe in self._recipes(path):
            state = self._keep(recipe, overlay)
            if state is not None and path in state.names:
                return
        text = overlay.get(path, b"").decode("utf-8", "replace")
        is_text = path.suffix.lower() not in TABLE_SUFFIXES
        if is_text and first_key_of(text) in FIRST_KEYS:
            self._keep(ProjectRecipe(path, path.parent, lone=path), overlay)
        else:
            self._foreign.add(path)

    def _recipes(self, path: Path) -> Iterator[ProjectRecipe]:
        """What may be read to meet a file, nothing outside of the workspace."""
        if not self._is_inside(path):
            return
        yield ProjectRecipe(path, self.folders[0])
        for folder in upward(path.parent):
            if self._is_inside(folder):
                yield ProjectRecipe(path, folder, configured=False)

    def _forget(self, texts: _Texts) -> None:
        """Drop the projects of files that are closed by now, but for those of the folders."""
        for key, state in list(self.states.items()):
            is_open = not state.names.keys().isdisjoint(texts)
            is_of_folder = state.recipe.start in self.folders
            if state.recipe.lone is not None:
                is_open = is_open and not self._is_shared(state)
            if not is_of_folder and not is_open:
                del self.states[key]
        for path in self._good.keys() - texts.keys():
            del self._good[path]

    def _is_shared(self, lone: ProjectState) -> bool:
        """Whether a file that was read alone is part of a project by now."""
        others = (state for state in self.states.values() if state is not lone)
        return any(lone.recipe.lone in state.names for state in others)


def _paths(recipe: ProjectRecipe, config: Config) -> list[Path]:
    if recipe.lone is not None:
        return [recipe.lone]
    configured = config.settings.organisations if recipe.configured else ()
    return without_links(default_paths(config) if configured else found_in(recipe.folder))


def _unsaved(texts: _Texts) -> Iterator[tuple[Path, bytes]]:
    """The texts, but those of tables that are saved so in another encoding."""
    for path, raw in texts.items():
        if path.suffix.lower() not in TABLE_SUFFIXES or not _is_saved(path, raw):
            yield path, raw


def _is_saved(path: Path, raw: bytes) -> bool:
    try:
        saved = read_bytes(path)
    except Unreadable:
        return False
    if saved == raw:
        return True
    decoded = decode_export(path.name, saved)
    return isinstance(decoded, tuple) and decoded[0].text.encode("utf-8", "surrogatepass") == raw


@dataclass(slots=True)
class _State:
    """One reading of a project."""

    recipe: ProjectRecipe
    config: Config
    language: str
    overlay: _Texts
    good: dict[Path, bytes]

    def read(self, paths: Sequence[Path], before: ProjectState | None) -> ProjectState:
        files, project = self._project(paths, self.overlay)
        verdict = check(project, self.config.settings, Scope(whole=True))
        findings: dict[str, list[Finding]] = defaultdict(list)
        for finding in verdict.findings:
            if not finding.suppressed:
                findings[finding.place.file].append(finding)
        names = {path: content.path for path, content in files.read.items()}
        broken = [path for path, content in files.read.items() if content.broken]
        for path in names.keys() & self.overlay.keys() - set(broken):
            self.good[path] = self.overlay[path]
        basis = {path: raw for path, raw in self.overlay.items() if path in names}
        parsed = before.index.parsed if before is not None else {}
        index = ProjectIndex(project, self.language, parsed)
        state = ProjectState(
            self.recipe, self.config, project, findings, index, tuple(paths), names, basis
        )
        return self._with_good_index(state, paths, broken, before) if broken else state

    def _project(self, paths: Sequence[Path], overlay: _Texts) -> tuple[Files, Project]:
        settings = self.config.settings
        files = Files(
            special=False, exclude=settings.exclude, tables=settings.tables, edited=overlay
        )
        folders = [] if self.recipe.lone else role_folders(self.config)
        return files, read_project(paths, files, folders)

    def _with_good_index(
        self,
        state: ProjectState,
        paths: Sequence[Path],
        broken: Collection[Path],
        before: ProjectState | None,
    ) -> ProjectState:
        """The state with an index of the texts before they were broken, where these are known.

        A file that the project had until then stays one of it: what includes it may be broken.
        """
        if before is not None:
            state = replace(state, names={**before.names, **state.names})
        mended = {path: self.good[path] for path in broken if path in self.good}
        if not mended:
            return replace(state, index=before.index) if before is not None else state
        basis = {**state.basis, **mended}
        if before is not None and before.basis == basis:
            return replace(state, index=before.index, basis=basis)
        _, project = self._project(paths, {**self.overlay, **mended})
        index = ProjectIndex(project, self.language, state.index.parsed)
        return replace(state, index=index, basis=basis)


def _with_problem(
    recipe: ProjectRecipe,
    error: ConfigError | UnknownRule | RequestError | Unreadable,
    before: ProjectState | None,
    language: str,
) -> ProjectState:
    """What was known before, with why it cannot be read now, at the configuration."""
    file = _configuration_near(recipe.start)
    help = getattr(error, "help", "")
    finding = Finding("", str(error), Place(display_path(file)), help=help, level=Level.ERROR)
    findings: dict[str, Sequence[Finding]] = {finding.place.file: [finding]}
    if before is not None:
        known_findings = {
            file: [finding for finding in old_findings if finding.code]
            for file, old_findings in before.findings.items()
        }
        return replace(before, findings={**known_findings, **findings})
    nothing = Project()
    return ProjectState(
        recipe, Config(Settings()), nothing, findings, ProjectIndex(nothing, language)
    )


def _configuration_near(start: Path) -> Path:
    """The configuration that is in force at a place; where there is none, what is read there."""
    folder = start if start.is_dir() else start.parent
    for above in upward(folder):
        for name in (DEDICATED, "pyproject.toml"):
            if (above / name).is_file():
                return above / name
    return next((path for path in found_in(folder) if path.is_file()), folder / "org.yaml")
