"""What several Markdown pages have in common: statements, disputes and works in one line each."""

from collections.abc import Iterable, Sequence

from orgcli.compare.comparison.comparison import Wording
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.foot import Foot
from orgcli.compare.parts.phrases import SIGNS, UNCLEAR, legend, work_in_full
from orgcli.model.roles.library import Dispute, Work
from orgcli.render.markdown import escaped
from orgcli.render.works import marks_of


def statement(wording: Wording, citations: Citations, sign: str, id_as: str = "{}") -> str:
    """A statement behind its sign, where it has one; its id last, if asked for, as `id_as`."""
    parts = [sign] if sign else []
    parts.append(escaped(wording.text))
    if wording.qualifier:
        parts.append(f"({escaped(wording.qualifier)})")
    if wording.language:
        parts.append(f"\\[{escaped(wording.language)}\\]")
    if citations.shown and wording.works:
        parts.append(f"**{escaped(citations.line(wording.works))}**")
    if citations.keys and wording.statement.dispute:
        parts.append(f"*{escaped(wording.statement.dispute)}*")
    if citations.ids and wording.statement.id:
        parts.append(id_as.format(escaped(wording.statement.id)))
    return " ".join(parts)


def cited(text: str, works: Iterable[str], citations: Citations) -> str:
    """A few words with the marks of the works that say them."""
    behind = escaped(citations.line(works)) if citations.shown else ""
    return escaped(text) + (f" **{behind}**" if behind else "")


def dispute(one: Dispute, citations: Citations, full: bool) -> str:
    """The question behind the key; below it every side and the reading, if `full`."""
    kind = citations.words.dispute_kinds[one.kind]
    behind = "" if one.kind == "disagree" else f" ({escaped(kind)})"
    lines = [f"*{escaped(one.key)}* {escaped(one.question)}{behind}"]
    if full:
        lines.extend(f"  - {cited(side.text, side.sources, citations)}" for side in one.sides)
        lines.extend([f"  - *{escaped(one.reading)}*"] if one.reading else [])
    return "\n".join(lines)


def section(title: str, items: Sequence[str]) -> str:
    """A heading over what there is; nothing where there is nothing."""
    return "\n".join([f"## {escaped(title)}", "", *(f"- {one}" for one in items)]) if items else ""


def foot(foot: Foot, citations: Citations, in_full: bool = False) -> str:
    """Sentences below everything else; the line ends between them are spaces once rendered.

    in_full  whether works are described where statements carry their ids
    """
    words, meaning = citations.words, legend(citations.words)
    lines = [", ".join(f"{SIGNS[one]} {escaped(meaning[one])}" for one in foot.signs)]
    lines += [f"*{escaped(words.not_stated)}*: {escaped(foot.silence)}"] if foot.silence else []
    lines += [escaped(f"{UNCLEAR} {foot.unclear}")] if foot.unclear else []
    lines = [f"{line}." for line in lines if line]
    if citations.shown and foot.works:
        works = (
            f"**{escaped(citations.line([work.key]))}** {escaped(work_in_full(work))}  "
            for work in foot.works
        )
        lines += works if citations.ids and in_full else [named_works(foot.works)]
    if foot.unstated:
        lines.append(f"*{escaped(words.not_stated)}*: {escaped(foot.unstated)}.")
    return "\n".join([*lines, f"{escaped(foot.numbers)}."])


def named_works(works: Sequence[Work]) -> str:
    """A sentence: each mark with the work it stands for."""
    marks = marks_of(works)
    named = (f"**{escaped(marks[work.key])}** {escaped(work.label)}" for work in works)
    return f"{', '.join(named)}."
