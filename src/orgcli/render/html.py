"""HTML that escapes by form, and a self-contained page: its style inside, nothing loaded or run."""

from functools import cache
from html import escape
from importlib.resources import files
from typing import Self

from markupsafe import Markup

from orgcli.render.lines import one_line


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


def document(title: str, language: str, body: Html) -> str:
    """A whole page; `title` is user text."""
    style = template("orgcli.render", "page.css")
    page = template("orgcli.render", "page.html")
    return page.format(title=title, language=language, style=style, body=body) + Html("\n")
