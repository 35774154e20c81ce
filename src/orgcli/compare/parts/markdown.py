"""What several Markdown pages have in common: statements, disputes and works in one line each."""

from collections.abc import Iterable, Sequence

from orgcli.compare.comparison.comparison import Said
from orgcli.compare.parts.statement_lines import Marks
from orgcli.model.roles.library import Dispute, Work
from orgcli.render.markdown import escaped
from orgcli.render.works import marks_of


def statement(said: Said, marks: Marks, sign: str, id_as: str = "{}") -> str:
    """A statement behind its sign, where it has one; its id last, if asked for, as `id_as`."""
    parts = [sign] if sign else []
    parts.append(escaped(said.text))
    if said.qualifier:
        parts.append(f"({escaped(said.qualifier)})")
    if said.language:
        parts.append(f"\\[{escaped(said.language)}\\]")
    if marks.shown and said.works:
        parts.append(f"**{escaped(marks.line(said.works))}**")
    if said.statement.dispute:
        parts.append(f"*{escaped(said.statement.dispute)}*")
    if marks.ids and said.statement.id:
        parts.append(id_as.format(escaped(said.statement.id)))
    return " ".join(parts)


def cited(text: str, works: Iterable[str], marks: Marks) -> str:
    """A few words with the marks of the works that say them."""
    behind = escaped(marks.line(works)) if marks.shown else ""
    return escaped(text) + (f" **{behind}**" if behind else "")


def dispute(one: Dispute, marks: Marks, full: bool) -> str:
    """The question behind the key; below it every side and the reading, if `full`."""
    lines = [f"*{escaped(one.key)}* {escaped(one.question)}"]
    if full:
        lines.extend(f"  - {cited(side.text, side.sources, marks)}" for side in one.sides)
        lines.extend([f"  - *{escaped(one.reading)}*"] if one.reading else [])
    return "\n".join(lines)


def named_works(works: Sequence[Work]) -> str:
    """A sentence: each mark with the work it stands for."""
    marks = marks_of(works)
    named = (f"**{escaped(marks[work.key])}** {escaped(work.label)}" for work in works)
    return f"{', '.join(named)}."
