"""HTML that escapes by form, and a self-contained page: its style inside, nothing loaded or run."""

from functools import cache
from html import escape
from importlib.resources import files
from typing import Self

from markupsafe import Markup

from orgcli.render.lines import one_line

_STYLE = """\
:root { color-scheme: light dark; --ink: #1d2733; --quiet: #55606d; --paper: #fff; --band: #f4f6f8;
  --rule: #d5dbe1; --shared: #17663a; --disputed: #8a4b00; --work: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf0; --quiet: #a9b4bf; --paper: #14191f;
  --band: #1c232b; --rule: #38424d; --shared: #7fd6a0; --disputed: #f0b35c; --work: #8cc4f5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 90rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
  sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
p, ul { margin: .25rem 0; }
ul { padding: 0; list-style: none; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead th { text-align: left; vertical-align: bottom; padding: .5rem .75rem;
  border-bottom: 2px solid var(--ink); }
thead span { display: block; font-weight: normal; font-size: .875rem; color: var(--quiet); }
thead td { width: 11rem; border-bottom: 2px solid var(--ink); }
tbody th { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
  hyphens: auto; overflow-wrap: break-word; }
td { vertical-align: top; padding: .35rem .75rem; }
tbody tr:first-child > * { border-top: 1px solid var(--rule); }
li { padding-left: 1.25rem; text-indent: -1.25rem; margin: .15rem 0; hyphens: auto; }
li li { margin-left: 1.25rem; }
.sign { display: inline-block; width: 1.25rem; text-indent: 0; color: var(--quiet); }
.shared > .sign, .sign.shared { color: var(--shared); font-weight: bold; }
.disputed > .sign, .sign.disputed, a.dispute { color: var(--disputed); font-weight: bold; }
.hedge { font-style: italic; color: var(--quiet); }
.work { color: var(--work); font-size: .8125rem; font-weight: 600; text-decoration: none; }
.work:hover, .work:focus { text-decoration: underline; }
.dispute, .id { font-size: .8125rem; }
.quiet, .id { color: var(--quiet); }
.key { color: var(--disputed); font-weight: bold; white-space: nowrap; }
.behind { white-space: nowrap; }
.reading { font-style: italic; }
summary { cursor: pointer; }
details { margin: .35rem 0; }
details > ul, details > p { margin-left: 1.25rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); padding-top: .75rem;
  font-size: .875rem; color: var(--quiet); }
@media (max-width: 44rem) {
  table, thead, tbody, tr, th, td { display: block; width: auto; }
  thead td { display: none; }
  thead th, tbody th { border: 0; padding: .35rem 0; }
  tbody th { font-size: 1.1rem; border-top: 1px solid var(--rule); margin-top: .75rem; }
  tbody tr:first-child > td { border-top: 0; }
  td { padding: .25rem 0 .25rem .75rem; }
  td:empty, th:empty { display: none; }
  td[data-role]::before { content: attr(data-role); display: block; font-size: .8125rem;
    font-weight: 600; color: var(--quiet); }
}
@media print { body { padding: 0; max-width: none; font-size: 9pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; } }
"""


class Html(Markup):
    """Markup; what is put into it by `format`, `join`, `+` or `%` becomes text.

    Such text is made visible on one line, and HTML finds nothing to obey in it. Html and Markup
    are put in as they are.
    """

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """The markup of a value: itself where it is Html or Markup, else its text."""
        return cls(s if isinstance(s, Markup) else escape(one_line(str(s)), quote=True))


@cache
def template(package: str, name: str) -> Html:
    """The file `name` in the folder of a package, as markup with `{slots}` for `format`.

    The line end at its end is left out, so that a template can stand in the slot of another.
    """
    return Html((files(package) / name).read_text(encoding="utf-8").removesuffix("\n"))


def text(value: str) -> str:
    """User text as Html, for f-strings; in the slot of a template it is that by itself."""
    return Html.escape(value)


def document(title: str, language: str, body: str) -> str:
    """A whole page. `title` is user text; `body` is HTML whose texts went through `text`."""
    return f"""\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{text(title)}</title>
<style>
{_STYLE}</style>
</head>
<body>
{body}
</body>
</html>
"""
