"""Runs the rules over what was read, and gives every finding its name and level."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from orgcli.check import suppressions
from orgcli.check.context import Context
from orgcli.check.registry import RULES
from orgcli.check.rule_selection import RuleSelection, UnknownRule
from orgcli.check.rules.organisation.configured_roots import unknown_roots
from orgcli.check.rules.plans.plan_steps import plan_findings
from orgcli.model.findings.baseline import UNREADABLE, Baseline, finding_key
from orgcli.model.findings.finding import Finding, Fix, Level, Summary, Verdict
from orgcli.model.project import Project
from orgcli.model.settings import Settings

__all__ = ("Scope", "UnknownRule", "check", "codes_matching")


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the findings counts.

    comments  whether comments in the files may silence findings
    baseline  findings that are known, which count as suppressed
    only      whether a file is reported on; None for all files
    whole     whether all that the configuration is for was read, so that what it names is there
    """

    comments: bool = True
    baseline: Baseline | None = None
    only: Callable[[str], bool] | None = None
    whole: bool = False


_EVERYTHING = Scope()


def check(project: Project, settings: Settings, scope: Scope = _EVERYTHING) -> Verdict:
    """All findings of the rules that are on, sorted by place, with the summary.

    Raises UnknownRule when the settings name a rule that does not exist.
    """
    selection = RuleSelection(RULES, settings)
    settings = replace(settings, rules=selection.limits(settings)) if settings.rules else settings
    stamped = _stamped(_all_findings(project, settings, selection), project, selection)
    if scope.comments and project.comments:
        stamped = _with_comments(stamped, project, settings, selection)
    outdated = 0
    if scope.baseline:
        stamped, outdated = _without_known(stamped, scope.baseline)
    if scope.only:
        stamped = [finding for finding in stamped if scope.only(finding.place.file)]
    notes = _notes(project, outdated, unknown_roots(project, settings, scope.whole))
    return Verdict(stamped, _summary(project, stamped), notes)


def codes_matching(word: str) -> frozenset[str]:
    """The codes that a code, a prefix of codes, a name or ALL stands for. Raises UnknownRule."""
    return RuleSelection(RULES, Settings()).codes(word)


def _stamped(
    findings: Iterable[Finding], project: Project, selection: RuleSelection
) -> list[Finding]:
    """The findings that count, sorted by place, with name and level, and the fix if it is exact."""
    stamped = [
        replace(
            finding,
            name=RULES[finding.code].name,
            level=_level(finding, selection),
            fix=_exact_fix(finding, project) if finding.fix else None,
        )
        for finding in findings
        if selection.counts(finding.code, finding.place.file)
    ]
    return sorted(stamped, key=_order)


def _level(finding: Finding, selection: RuleSelection) -> Level:
    level = selection.level[finding.code]
    return Level.INFO if finding.is_minor and level is Level.WARNING else level


def _all_findings(project: Project, settings: Settings, selection: RuleSelection) -> list[Finding]:
    """What the readers found, and what the rules find, without name and level."""
    findings = list(project.findings)
    on = [rule for rule in RULES.values() if selection.runs(rule.code)]
    reported: set[Finding] = set()
    for number, organisation in enumerate(project.organisations):
        context = Context(organisation, project, settings)
        new_findings = [
            finding for rule in on if rule.check is not None for finding in rule.check(context)
        ]
        if project.shared:
            new_findings = _unrepeated(new_findings, project.shared, reported)
        findings += [_grouped(finding, number) for finding in new_findings]
    for rule in on:
        if rule.roles is not None:
            findings += rule.roles(project)
    if project.plans:
        is_selected = selection.runs("ORG503")
        errors_of = partial(_errors, settings=settings, selection=selection)
        findings += plan_findings(project, errors_of if is_selected else None)
    return findings


def _errors(project: Project, settings: Settings, selection: RuleSelection) -> list[Finding]:
    stamped = _stamped(_all_findings(project, settings, selection), project, selection)
    return [finding for finding in stamped if finding.level is Level.ERROR]


def _unrepeated(
    findings: Sequence[Finding], shared: Collection[str], reported: set[Finding]
) -> list[Finding]:
    """Those that were not reported for another organisation: both include the file they are in."""
    fresh = [finding for finding in findings if finding not in reported]
    reported.update(finding for finding in findings if finding.place.file in shared)
    return fresh


def _grouped(finding: Finding, organisation: int) -> Finding:
    """What shares its cause does so in one organisation: another one has causes of its own."""
    if finding.group and organisation:
        return replace(finding, group=f"{organisation} {finding.group}")
    return finding


def _exact_fix(finding: Finding, project: Project) -> Fix | None:
    """The edit of a finding, where its place holds what it replaces and nothing else.

    A file of several organisations is not mended: what is right for one may be wrong for others.
    """
    from orgcli.model.source.notation import notation
    from orgcli.model.source.spelling import spells

    source, fix, place = project.sources.get(finding.place.file), finding.fix, finding.place
    if source is None or fix is None or place.file in project.shared:
        return None
    if place.end_line > source.line_count:
        return None
    start, end = source.span(place)
    return fix if spells(source.text[start:end], fix.old, notation(source)) else None


def _with_comments(
    findings: list[Finding], project: Project, settings: Settings, selection: RuleSelection
) -> list[Finding]:
    """The findings with those marked that comments silence, and what is wrong with the comments."""
    marked, used = suppressions.silence(findings, project.comments, selection.codes_or_none)
    unsilenced: dict[tuple[str, int], list[str]] = defaultdict(list)
    for finding in marked:
        if not finding.suppressed:
            unsilenced[finding.place.file, finding.place.line].append(finding.code)
    # Rules are silent where a file cannot be read: what would be found there is not known.
    complete = all(organisation.complete for organisation in project.organisations)
    review = suppressions.CommentReview(
        selection, used, complete, settings.require_reason, unsilenced
    )
    comment_findings = (
        finding for comments in project.comments.values() for finding in review.findings(comments)
    )
    return sorted([*marked, *_stamped(comment_findings, project, selection)], key=_order)


def _without_known(findings: Sequence[Finding], baseline: Baseline) -> tuple[list[Finding], int]:
    """The findings with the known ones marked, and how many of the known are there no more."""
    remaining = dict(baseline.known)
    marked = []
    for finding in findings:
        key = finding_key(finding, baseline.located)
        if not finding.suppressed and finding.code not in UNREADABLE and remaining.get(key, 0) > 0:
            remaining[key] -= 1
            finding = replace(finding, suppressed=True, known=True, reason="in the baseline")
        marked.append(finding)
    return marked, sum(remaining.values())


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    place = finding.place
    return place.file, place.line, place.column, finding.code, finding.entity


def _summary(project: Project, findings: Iterable[Finding]) -> Summary:
    count = Counter("suppressed" if finding.suppressed else finding.level for finding in findings)
    organisations = project.organisations
    return Summary(
        files=len(project.files),
        organisations=len(organisations),
        positions=sum(organisation.live for organisation in organisations),
        roots=sum(len(organisation.tops) for organisation in organisations),
        layers=max((organisation.layers for organisation in organisations), default=0),
        roles=len(project.roles),
        error=count[Level.ERROR],
        warning=count[Level.WARNING],
        info=count[Level.INFO],
        suppressed=count["suppressed"],
        closed=sum(
            len(organisation.positions) - organisation.live for organisation in organisations
        ),
    )


def _notes(project: Project, outdated: int, roots: Iterable[str]) -> Sequence[str]:
    """What the reader should know besides the findings."""
    notes = [*roots]
    if not all(organisation.complete for organisation in project.organisations):
        notes.append("some files could not be read, so unknown managers are not reported yet")
    if outdated:
        notes.append(
            f"{outdated:,} of the baseline are found no more; --write-baseline forgets them"
        )
    return notes
