"""Verdicts that the tests of the formats share: none, some of everything, and hostile ones."""

from collections.abc import Sequence

from orgcli.model.findings.finding import Finding, Level, Place, Related, Summary, Verdict
from orgcli.model.source.source import Source
from orgcli.report.rendering import Rendering, RuleText

TEXT = """\
organisation: Blå Fjäll
positions:
  - id: ceo
  - {title: Säljchef 🏔, id: vp, reports_to: coe}
  - id: ae
    reports_to: vp
    role: ae
"""
RULES = (
    RuleText("ORG001", "syntax-error", Level.ERROR, "not YAML", "Nothing in it can be read."),
    RuleText("ORG102", "unknown-manager", Level.ERROR, "nobody has this id", "Ids must exist.",
             "## ORG102 unknown-manager\n\n```yaml\n- {id: a, reports_to: b}\n```\n"),
    RuleText("ORG404", "unsourced-statement", Level.OFF, "no source", "Say who says so."),
)  # fmt: skip
LINE = TEXT.split("\n")[3]


def _place(word: str, file: str = "org/blå.yaml") -> Place:
    at = LINE.index(word) + 1
    return Place(file, 4, at, 4, at + len(word))


SOME = Verdict(
    [
        Finding("ORG001", "expected `]`", Place("a,b.yaml", 3, 1, 3, 2), "close the list",
                name="syntax-error", related=[Related(Place("a,b.yaml"), "opened [here](0)")]),
        Finding("ORG102", "`vp` reports to `coe`, which is 100% unknown", _place("coe"),
                "did you mean `ceo`?", "vp", name="unknown-manager", group="coe",
                related=[Related(Place("org/blå.yaml", 3, 9, 3, 12), "this one is here")]),
        Finding("ORG102", "`ae` reports to `coe`", Place("org/blå.yaml", 6, 5, 6, 9), "", "ae",
                name="unknown-manager", group="coe"),
        Finding("ORG106", "2 tops", Place("org/blå.yaml", 3, 5, 7, 13), "", "ceo",
                name="several-roots", level=Level.WARNING),
        Finding("ORG106", "2 tops", Place("org/blå.yaml", 5, 5, 5, 6), "", "ceo",
                name="several-roots", level=Level.WARNING),
        Finding("ORG206", "nobody closes", Place("org/blå.yaml", 7, 5, 7, 9), "", "ae",
                name="missing-complement", level=Level.INFO),
        Finding("ORG206", "already known", Place("org/blå.yaml", 7, 11, 7, 13), "", "ae",
                name="missing-complement", level=Level.INFO, suppressed=True),
    ],
    Summary(files=2, organisations=1, positions=3, roots=2, layers=2, error=3, warning=2, info=1,
            suppressed=1),
)  # fmt: skip
NONE = Verdict([], Summary(files=1, organisations=1, positions=3, roots=1, layers=3))
VERDICTS = {"none": NONE, "some": SOME}
HOW = Rendering(
    {"org/blå.yaml": Source("org/blå.yaml", TEXT)}, rules=lambda: RULES, version="1.2.3"
)

HOSTILE = [
    "::add-mask::x", "  ::error file=a::b", "\u200b::add-mask::x", ":\u00ad:stop-commands::x",
    "##[add-mask]x", "a ##[group]b", "#\u200b#[add-mask]x", "::endgroup::", "org/a,b.yaml",
    "100%", "%0A::add-mask::x", "%25", "a:b,c=d", "two\nlines", "\r\n::add-mask::x", "tab\there",
    "\x1b[31mred\x1b]0;title\x07", "\x9b31m", "\0", "\x0b", "\x7f", "\ufffe\uffff", "\ud800",
    "a\udcffb", "\u202egnp.exe", "\u2028::add-mask::x", "\ufeff", "<b>&amp;</b>", "]]>", "<!--",
    '"quoted\' "', "a | b \\| c", "[x](https://evil.example)", "[x](1)", "`tick`", "{0}", "${x}",
    "@someone", "#1", "https://evil.example", "/absolute/a b.yaml", "C:/x.yaml", "../up.yaml", "..",
    "//host/share", "*", "", " ", "é" * 9000, "x" * 5000, "🏔" * 3000,
]  # fmt: skip


def of(*texts: str, level: Level = Level.ERROR) -> Verdict:
    """A finding per text, with the text wherever a user's text may stand."""
    findings = [
        Finding("ORG102", f"{text} reports to {text}", Place(text, 2, 3, 2, 9), text, text, text,
                [Related(Place(text, 1, 1, 3, 1), text)], name="unknown-manager", level=level)
        for text in texts
    ]  # fmt: skip
    return Verdict(findings, counted(findings))


def counted(findings: Sequence[Finding]) -> Summary:
    levels = [str(finding.level) for finding in findings]
    return Summary(
        files=1,
        error=levels.count("error"),
        warning=levels.count("warning"),
        info=levels.count("info"),
    )
