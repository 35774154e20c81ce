"""Organisations for the text formats: dotted lines, and text that Mermaid and others obey."""

from chart_samples import HOSTILE, Forest

from orgcli.model.organisation.organisation import Department, Organisation
from orgcli.model.organisation.position import DottedLine, Position

MARKUP = (
    "&",
    '"; click n1 "javascript:alert(1)"',
    '"] --> n2["',
    "%%{init: {'theme': 'dark'}}%% style: x #fff;",
    "]]",
    "end",
    "click",
    "subgraph x",
    "fa:fa-car B52",
    "$$x^2$$",
    "`**bold** _it_ ~~gone~~`",
    "1. first",
    "- item",
    "# heading",
    "www.example.com a@example.org https://example.org",
    "ﬂ°°60¶ß ﬂ°lt¶ß Straße",
    "#quot;#35;#lt;",
    "<br>a<br/>b",
    "<img src=x onerror=alert(1)>",
    "@enduml",
    "@endwbs",
    "!include /etc/passwd",
    "!define CEO x",
    "' a comment",
    "/' a block '/",
    "* star",
    "** two;",
    "[[https://example.org link]]",
    "<U+0041> <&star> <$sprite> <color:red>x</color>",
    "--struck-- ~~wave~~ __under__ //it//",
    "..a.. ====",
    "|a|b|",
    "%date() %getenv(HOME) $x",
    "Save as you go",
    "name <<open>>",
    '"quoted" as n1',
    "back\\",
    "a\\nb",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+49 170",
    "@SUM(1)",
    "-2+3",
    "# connect: {}",
    "a,b;c",
    'say ""hi""',
    "%name% %color%",
    "1",
    "__proto__",
    "constructor",
    "\ttab",
    "O'Brien-Smith, Jr. (VP)",
)
"""Text that some reader of a text format would obey; HOSTILE has more."""


def marked_up() -> Organisation:
    """Each of those texts as id, title, holder and department; dotted lines in a row for each."""
    texts = (*MARKUP, *HOSTILE)
    return Organisation(
        'Fish & "Chips" %%{init} <b> @enduml',
        [
            Position("root", "Root", holder=("Root",)),
            *(
                Position(
                    text,
                    text,
                    holder=(text,),
                    reports_to="root",
                    department=text,
                    dotted_lines=(DottedLine(texts[at - 1], text),) if at else (),
                )
                for at, text in enumerate(texts)
            ),
        ],
        [Department(text, text, color="blue") for text in MARKUP],
    )


def matrix() -> Organisation:
    """Two tops, dotted lines with and without a purpose, one to nobody, one to itself."""
    return Organisation(
        "Matrix",
        [
            Position("ceo", "Chief Executive Officer", holder=("Ann Abel",), department="Board"),
            Position("cfo", "Chief Financial Officer", reports_to="ceo"),
            Position(
                "analyst",
                "Analyst",
                holder=("Ida Mo", "Ben Li"),
                reports_to="ceo",
                status="planned",
                dotted_lines=(
                    DottedLine("cfo", "forecasting"),
                    DottedLine("chair"),
                    DottedLine("nobody"),
                    DottedLine("cfo", "forecasting"),
                ),
            ),
            Position("chair", "Chair", status="filled", dotted_lines=(DottedLine("chair"),)),
            Position("pa", "Assistant", holder=("Li",), reports_to="chair", assistant=True),
        ],
    )


def forest(manager: Forest) -> Organisation:
    """Positions p0, p1, …, each with a name of its own."""
    return Organisation(
        "Forest",
        [
            Position(
                f"p{at}", holder=(f"Name{at}x",), reports_to=f"p{above}" if above >= 0 else None
            )
            for at, above in enumerate(manager)
        ],
    )
