"""What several HTML pages have in common: sentences, links to works and disputes, lists of both."""

from collections.abc import Iterable, Iterator, Sequence

from orgcli.compare.comparison.comparison import Comparison, Said
from orgcli.compare.parts.statement_lines import Marks
from orgcli.model.roles.library import Dispute, Work
from orgcli.render.html import text


def sentence(said: Said, marks: Marks) -> str:
    """A statement in words, with its works, its dispute and its id behind it."""
    parts = [text(said.text)]
    if said.qualifier:
        parts.append(f'<span class="hedge">({text(said.qualifier)})</span>')
    behind = [to_work(work, marks) for work in said.works] if marks.shown else []
    if said.statement.dispute:
        behind.append(to_dispute(said.statement.dispute, marks))
    if said.language:
        behind.append(f'<span class="quiet">[{text(said.language)}]</span>')
    if marks.ids and said.statement.id:
        behind.append(f'<span class="id">{text(said.statement.id)}</span>')
    if behind:
        parts.append(f'<span class="behind">{" ".join(behind)}</span>')
    return " ".join(parts)


def cited(words: str, works: Iterable[str], marks: Marks) -> str:
    """A few words with the works that say them."""
    return " ".join((text(words), *(to_work(work, marks) for work in works if marks.shown)))


def to_work(work: str, marks: Marks) -> str:
    """A link to a work; none where the page does not say which work it is."""
    mark = text(marks.line([work]))
    if not marks.knows(work):
        return f'<span class="work">{mark}</span>'
    return f'<a class="work" href="#work-{_anchor(work)}">{mark}</a>'


def to_dispute(key: str, marks: Marks) -> str:
    """A link to a dispute; none where the page does not say what it is about."""
    if not marks.explains(key):
        return f'<span class="dispute">{text(key)}</span>'
    return f'<a class="dispute" href="#dispute-{_anchor(key)}">{text(key)}</a>'


def disputes(comparison: Comparison, marks: Marks) -> list[str]:
    """Each dispute with its sides and its reading, open where nothing is left out."""
    return [_dispute(one, comparison.full, marks) for one in comparison.disputes]


def section(title: str, items: Sequence[str]) -> Iterator[str]:
    """A heading over what there is; nothing where there is nothing."""
    if items:
        yield f"<section>\n<h2>{text(title)}</h2>\n" + "\n".join(items) + "\n</section>"


def origins_list(works: Iterable[Work], marks: Marks) -> str:
    """The works that links lead to."""
    return f"<ul>{''.join(_origin(work, marks) for work in works)}</ul>"


def _dispute(dispute: Dispute, full: bool, marks: Marks) -> str:
    sides = "".join(f"<li>– {cited(one.text, one.sources, marks)}</li>" for one in dispute.sides)
    reading = f'<p class="reading">{text(dispute.reading)}</p>' if dispute.reading else ""
    opened = " open" if full else ""
    return (
        f'<details id="dispute-{_anchor(dispute.key)}"{opened}><summary>'
        f'<span class="key">{text(dispute.key)}</span> {text(dispute.question)}'
        f"</summary><ul>{sides}</ul>{reading}</details>"
    )


def _origin(work: Work, marks: Marks) -> str:
    """A work in full; only a web address becomes a link."""
    name = text(work.label)
    if work.url and work.url.startswith(("https://", "http://")):
        name = f'<a href="{text(work.url)}" rel="noreferrer">{name}</a>'
    note = f" – {text(work.note)}" if work.note else ""
    mark = text(marks.line([work.key]))
    return f'<li id="work-{_anchor(work.key)}"><strong>{mark}</strong> {name}{note}</li>'


def _anchor(key: str) -> str:
    """A key as part of an id: what is not a letter or a digit is its number."""
    return "".join(one if one.isalnum() and one.isascii() else f"-{ord(one):x}-" for one in key)
