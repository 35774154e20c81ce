"""Comments that silence findings: which they silence, and what is wrong with the comments."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from orgcli.check.rule import Rule, entries
from orgcli.check.rule_selection import RuleSelection, nearest_rules
from orgcli.model.findings.baseline import UNREADABLE
from orgcli.model.findings.finding import Finding, Level, Place
from orgcli.model.findings.suppression import DIRECTIVES, ENABLE, SILENCING, Silenced, Suppression
from orgcli.model.likeness import Near, did_you_mean, nearest_words
from orgcli.model.text import listed

NEVER = UNREADABLE | {"ORG801", "ORG802", "ORG803", "ORG804"}
"""What no comment silences: files that cannot be read, and what is said of the comments."""
_BLANKET = ("ALL", "ORG")
_MOST_SUGGESTED = 100
"""Unknown words for which a like one is looked for; where more are, they are no misspellings."""

Codes = Callable[[str], Collection[str]]
"""The codes of a word; none for one that no rule has."""
_Words = tuple[int, int, Silenced, str]
"""The lines that a word of a comment silences, from the first to the last; the word; the reason."""


def silence(
    findings: Sequence[Finding], comments: Mapping[str, Sequence[Suppression]], codes: Codes
) -> tuple[list[Finding], set[Place]]:
    """Mark the findings that comments silence; also the places of the words that silenced any.

    A comment is about findings whose own place is in its lines, not about those that only mention
    them. Where several do, the one that begins last counts. Linear but for sorting.
    """
    words: dict[tuple[str, str], list[_Words]] = defaultdict(list)
    for file, suppressions in comments.items():
        for comment in suppressions:
            for word in comment.silenced if comment.directive in SILENCING else ():
                if word.word.upper() not in _BLANKET:
                    for code in codes(word.word):
                        words[file, code].append((word.first, word.last, word, comment.reason))
    numbers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        numbers[finding.place.file, finding.code].append(number)
    used: set[Place] = set()
    marked = list(findings)
    for key in words.keys() & numbers.keys():
        if key[1] not in NEVER:
            for number, word, reason in _sweep(findings, numbers[key], sorted(words[key])):
                used.add(word.place)
                marked[number] = replace(findings[number], suppressed=True, reason=reason)
    return marked, used


def _sweep(
    findings: Sequence[Finding], numbers: Sequence[int], ranges: Sequence[_Words]
) -> Iterator[tuple[int, Silenced, str]]:
    """Walk down a file: the ranges that are open are a stack, the one that began last on top."""
    open_ranges: list[_Words] = []
    at = 0
    for number in sorted(numbers, key=lambda number: findings[number].place.end_line):
        place = findings[number].place
        while at < len(ranges) and ranges[at][0] <= place.end_line:
            open_ranges.append(ranges[at])
            at += 1
        while open_ranges and open_ranges[-1][1] < place.line:
            open_ranges.pop()
        if open_ranges:
            yield number, open_ranges[-1][2], open_ranges[-1][3]


@dataclass(frozen=True, slots=True)
class CommentReview:
    """Finds what is wrong with the comments themselves.

    used            the places of the words that silenced something
    complete        whether all files could be read, so that what is not found is not there
    require_reason  whether a comment must have a reason
    unsilenced      per file and line, the codes that are found there all the same
    """

    selection: RuleSelection
    used: Collection[Place]
    complete: bool
    require_reason: bool
    unsilenced: Mapping[tuple[str, int], Collection[str]]
    _near: dict[str, Near] = field(default_factory=dict)

    def findings(self, comments: Iterable[Suppression]) -> Iterator[Finding]:
        """ORG801 to ORG804 for the comments of one file, in its order."""
        disabled: set[str] = set()
        for comment in comments:
            if comment.directive not in DIRECTIVES:
                yield _unknown_directive(comment)
                continue
            words = [word for word in comment.silenced if word.word.upper() not in _BLANKET]
            if len(words) < len(comment.silenced) or not words:
                yield self._blanket(comment)
            for word in words:
                yield from self._of_word(comment, word, disabled)
            if comment.directive == ENABLE:
                disabled.difference_update(word.word.casefold() for word in words)
            else:
                disabled.update(word.word.casefold() for word in words)
                if self.require_reason and not comment.reason:
                    yield _no_reason(comment)

    def _of_word(
        self, comment: Suppression, word: Silenced, disabled: Collection[str]
    ) -> Iterator[Finding]:
        codes, file = self.selection.codes_or_none(word.word), word.place.file
        if not codes:
            help = did_you_mean(self._nearest(word.word), "codes and names: orgcli rule")
            yield Finding("ORG802", f"no rule is called `{word.word}`", word.place, help=help)
        elif NEVER.issuperset(codes):
            message = f"`{word.word}` cannot be suppressed by a comment"
            yield Finding("ORG801", message, word.place,
                          help="remove it, or ignore the rule in the configuration")  # fmt: skip
        elif comment.directive == ENABLE:
            if word.word.casefold() not in disabled:
                message = f"`{word.word}` is not disabled above, so there is nothing to enable"
                yield Finding("ORG801", message, word.place, help="remove it")
        elif word.place not in self.used and self.complete:
            if any(self.selection.counts(code, file) for code in codes):
                message = f"`{word.word}` is suppressed here, but it finds nothing"
                yield Finding("ORG801", message, word.place, help=f"remove `{word.word}`")

    def _nearest(self, word: str) -> Near:
        """The codes and names nearest to an unknown word, for the first of many."""
        if word not in self._near and len(self._near) < _MOST_SUGGESTED:
            self._near[word] = nearest_rules(word, self.selection.names)
        return self._near.get(word, ())

    def _blanket(self, comment: Suppression) -> Finding:
        first, last = comment.covers
        lines = range(first, min(last, first + 100) + 1)
        file = comment.place.file
        found_codes = {code for line in lines for code in self.unsilenced.get((file, line), ())}
        codes = ", ".join(sorted(found_codes)) or "ORG102"
        return Finding(
            "ORG803",
            "this comment names no rule, so it suppresses nothing",
            comment.place,
            help=f"name the rules: `# orgcli: {comment.directive}[{codes}]`",
        )


def _unknown_directive(comment: Suppression) -> Finding:
    directive = comment.directive
    if "[" in directive:
        message, advice = "this bracket is never closed", "put a `]` behind the codes"
    elif not directive:
        message, advice = "this comment says nothing to orgcli", "write `ignore[...]`"
    else:
        message = f"`{directive}` is nothing that a comment can say to orgcli"
        advice = did_you_mean(
            nearest_words(directive, DIRECTIVES), f"a comment says {listed(DIRECTIVES)}"
        )
    return Finding("ORG802", message, comment.place, help=advice)


def _no_reason(comment: Suppression) -> Finding:
    return Finding("ORG804", "this comment does not say why", comment.place,
                   help="write the reason behind the brackets")  # fmt: skip


_ROOT, _CRO = "id: ceo", "id: cro, reports_to: ceo"
_WRONG = "organisation: Northwind\npositions:\n  - id: ceo\n  - id: cro\n    reports_to: coe"
_REASONED = "# orgcli.toml\nrequire-reason = true\n# org.yaml\n" + _WRONG

RULES = (
    Rule(
        "ORG801", "unused-suppression", Level.WARNING,
        "a comment suppresses a finding that does not exist",
        "It would hide the finding if it comes back. A comment at the end of a line is about that "
        "line; a comment on its own line is about the next entry. For findings with several places "
        "(a ring, an id that is used twice) only the first place counts.",
        entries(_ROOT, _CRO).rstrip() + "  # orgcli: ignore[ORG102]\n", entries(_ROOT, _CRO),
    ),
    Rule(
        "ORG802", "unknown-code", Level.WARNING, "a comment for orgcli that is not understood",
        "The code is not the code of a rule, or the comment has another mistake; it suppresses "
        "nothing. Comments are `ignore[...]`, `disable[...]` up to `enable[...]`, and "
        "`file-ignore[...]`.",
        entries(_ROOT, _CRO).rstrip() + "  # orgcli: ignore[ORG999]\n", entries(_ROOT, _CRO),
    ),
    Rule(
        "ORG803", "blanket-suppression", Level.WARNING, "a comment that names no rule",
        "It would also hide findings that nobody has seen yet. Name the rules; a comment without "
        "names suppresses nothing.",
        entries(_ROOT, _CRO).rstrip() + "  # orgcli: ignore\n", entries(_ROOT, _CRO),
    ),
    Rule(
        "ORG804", "missing-reason", Level.WARNING, "a comment without a reason",
        "The configuration sets `require-reason = true`. Who reads the comment in a year should "
        "know whether it is still needed.",
        _REASONED + "  # orgcli: ignore[ORG102]\n",
        _REASONED + "  # orgcli: ignore[ORG102] starts in May\n",
    ),
)  # fmt: skip
