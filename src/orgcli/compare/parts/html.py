"""What several HTML pages have in common: sentences, links to works and disputes, lists of both."""

from collections.abc import Iterable, Iterator, Sequence

from orgcli.compare.comparison.comparison import Agreement, Comparison, Wording
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.phrases import SIGNS, legend
from orgcli.model.roles.library import Dispute, Work
from orgcli.render.html import Html, template

SPACE = Html(" ")
NOTHING = Html("")
_SPAN = Html('<span class="{kind}">{content}</span>')
_LINK = Html('<a class="{kind}" href="#{kind}-{anchor}">{content}</a>')
_HEDGE = Html('<span class="hedge">({words})</span>')
_PARAGRAPH = Html("<p>{content}</p>")
_SIGN = Html('<span class="sign {kind}" aria-hidden="true">{sign}</span>')
_HIDDEN = Html('<span class="hidden">{words}: </span>')
_SIDE = Html("<li>– {content}</li>")
_READING = Html('<p class="reading">{text}</p>')
_WORK = Html('<li id="work-{anchor}"><strong>{mark}</strong> {name}{note}</li>')
_ADDRESS = Html('<a href="{url}" rel="noreferrer">{name}</a>')


def span(kind: str, content: str) -> Html:
    """A few words of a kind that the style knows."""
    return _SPAN.format(kind=kind, content=content)


def paragraph(content: str) -> Html:
    """A paragraph."""
    return _PARAGRAPH.format(content=content)


def hedge(words: str) -> Html:
    """A qualification in parentheses."""
    return _HEDGE.format(words=words)


def sign(agreement: Agreement) -> Html:
    """The sign of an agreement, for the eye alone."""
    return _SIGN.format(kind=agreement, sign=SIGNS[agreement])


def in_words(agreement: Agreement, citations: Citations) -> Html:
    """What a sign means, for those who do not see it."""
    return _HIDDEN.format(words=legend(citations.words)[agreement])


def sentence(wording: Wording, citations: Citations) -> Html:
    """A statement in words, with its works, its dispute and its id behind it."""
    parts: list[str] = [wording.text]
    if wording.qualifier:
        parts.append(hedge(wording.qualifier))
    behind = links_to_works(wording.works, citations)
    if wording.statement.dispute:
        behind.append(link_to_dispute(wording.statement.dispute, citations))
    if wording.language:
        behind.append(span("quiet", f"[{wording.language}]"))
    if citations.ids and wording.statement.id:
        behind.append(span("id", wording.statement.id))
    if behind:
        parts.append(span("behind", SPACE.join(behind)))
    return SPACE.join(parts)


def cited(text: str, works: Iterable[str], citations: Citations) -> Html:
    """A few words with the works that say them."""
    return SPACE.join([text, *links_to_works(works, citations)])


def links_to_works(works: Iterable[str], citations: Citations) -> list[Html]:
    """A link to each work; none where the page does not say which work it is."""
    if not citations.shown:
        return []
    return [_link("work", work, citations.line([work]), citations.knows(work)) for work in works]


def link_to_dispute(key: str, citations: Citations) -> Html:
    """A link to a dispute; none where the page does not say what it is about."""
    return _link("dispute", key, key, citations.explains(key))


def disputes_section(comparison: Comparison, citations: Citations) -> Iterator[Html]:
    """Each dispute with its sides and its reading, open where nothing is left out."""
    disputes = [_dispute(one, comparison.full, citations) for one in comparison.disputes]
    yield from section(citations.words.disputes, disputes)


def section(title: str, items: Sequence[Html]) -> Iterator[Html]:
    """A heading over what there is; nothing where there is nothing."""
    if items:
        block = template("orgcli.compare.parts", "section.html")
        yield block.format(title=title, items=Html("\n").join(items))


def works_list(works: Iterable[Work], citations: Citations) -> Html:
    """The works that links lead to."""
    return Html("<ul>{}</ul>").format(NOTHING.join(_work(work, citations) for work in works))


def _link(kind: str, key: str, content: str, known: bool) -> Html:
    if not known:
        return span(kind, content)
    return _LINK.format(kind=kind, anchor=_anchor(key), content=content)


def _dispute(dispute: Dispute, full: bool, citations: Citations) -> Html:
    sides = [_SIDE.format(content=cited(one.text, one.sources, citations)) for one in dispute.sides]
    return template("orgcli.compare.parts", "dispute.html").format(
        anchor=_anchor(dispute.key),
        opened=Html(" open") if full else "",
        key=dispute.key,
        question=dispute.question,
        sides=NOTHING.join(sides),
        reading=_READING.format(text=dispute.reading) if dispute.reading else "",
    )


def _work(work: Work, citations: Citations) -> Html:
    """A work in full; only a web address becomes a link."""
    name = Html.escape(work.label)
    if work.url and work.url.startswith(("https://", "http://")):
        name = _ADDRESS.format(url=work.url, name=name)
    note = Html(" – {}").format(work.note) if work.note else ""
    mark = citations.line([work.key])
    return _WORK.format(anchor=_anchor(work.key), mark=mark, name=name, note=note)


def _anchor(key: str) -> str:
    """A key as part of an id: what is not a letter or a digit is its number."""
    return "".join(one if one.isalnum() and one.isascii() else f"-{ord(one):x}-" for one in key)
