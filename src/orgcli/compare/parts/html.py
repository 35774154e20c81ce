"""What several HTML pages have in common: sentences, links to works and disputes, lists of both."""

from collections.abc import Iterable, Iterator, Sequence

from orgcli.compare.comparison.comparison import Agreement, Comparison, Wording
from orgcli.compare.parts.citations import Citations
from orgcli.compare.parts.foot import Foot
from orgcli.compare.parts.phrases import SIGNS, UNCLEAR, legend
from orgcli.model.roles.library import Dispute, Work
from orgcli.render.html import Html, template

LINE, SPACE, NOTHING = Html("\n"), Html(" "), Html("")
SPAN = Html('<span class="{kind}">{content}</span>')
HEDGE = Html('<span class="hedge">({})</span>')
PARAGRAPH = Html("<p>{}</p>")
_LINK = Html('<a class="{kind}" href="#{kind}-{anchor}">{content}</a>')
_SIGN = Html('<span class="sign {kind}" aria-hidden="true">{sign}</span>')
_HIDDEN = Html('<span class="hidden">{}: </span>')
_SIDE = Html("<li>– {}</li>")
_READING = Html('<p class="reading">{}</p>')
_WORK = Html('<li id="work-{anchor}"><strong>{mark}</strong> {name}{note}</li>')
_ADDRESS = Html('<a href="{url}" rel="noreferrer">{name}</a>')


def sign(agreement: Agreement) -> Html:
    """The sign of an agreement, for the eye alone."""
    return _SIGN.format(kind=agreement, sign=SIGNS[agreement])


def spoken_sign(agreement: Agreement, citations: Citations) -> Html:
    """What a sign means, for those who do not see it."""
    return _HIDDEN.format(legend(citations.words)[agreement])


def sentence(wording: Wording, citations: Citations) -> Html:
    """A statement in words, with its works, its dispute and its id behind it."""
    parts: list[str] = [wording.text]
    if wording.qualifier:
        parts.append(HEDGE.format(wording.qualifier))
    behind = links_to_works(wording.works, citations)
    if wording.statement.dispute:
        behind.append(link_to_dispute(wording.statement.dispute, citations))
    if wording.language:
        behind.append(SPAN.format(kind="quiet", content=f"[{wording.language}]"))
    if citations.ids and wording.statement.id:
        behind.append(SPAN.format(kind="id", content=wording.statement.id))
    if behind:
        parts.append(SPAN.format(kind="behind", content=SPACE.join(behind)))
    return SPACE.join(parts)


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
        yield block.format(title=title, items=LINE.join(items))


def foot(foot: Foot, citations: Citations) -> Iterator[Html]:
    """What stands below everything else, a paragraph each."""
    words = citations.words
    signs = [SPACE.join([sign(one), legend(words)[one]]) for one in foot.signs]
    silence, unstated = (
        text and f"{words.not_stated}: {text}" for text in (foot.silence, foot.unstated)
    )
    unclear = foot.unclear and f"{UNCLEAR} {foot.unclear}"
    above = (Html(" &nbsp; ").join(signs), silence, unclear)
    yield from (PARAGRAPH.format(text) for text in above if text)
    if citations.shown and foot.works:
        yield Html("<ul>{}</ul>").format(NOTHING.join(_work(one, citations) for one in foot.works))
    yield from (PARAGRAPH.format(text) for text in (unstated, foot.numbers) if text)


def _link(kind: str, key: str, content: str, known: bool) -> Html:
    if not known:
        return SPAN.format(kind=kind, content=content)
    return _LINK.format(kind=kind, anchor=_anchor(key), content=content)


def _dispute(dispute: Dispute, full: bool, citations: Citations) -> Html:
    sides = (
        _SIDE.format(SPACE.join([side.text, *links_to_works(side.sources, citations)]))
        for side in dispute.sides
    )
    return template("orgcli.compare.parts", "dispute.html").format(
        anchor=_anchor(dispute.key),
        opened=Html(" open") if full else "",
        key=dispute.key,
        question=dispute.question + _kind(dispute, citations),
        sides=NOTHING.join(sides),
        reading=_READING.format(dispute.reading) if dispute.reading else "",
    )


def _kind(dispute: Dispute, citations: Citations) -> str:
    """Behind a question, what it is where works do not contradict each other."""
    if dispute.kind == "disagree":
        return ""
    return f" ({citations.words.dispute_kinds[dispute.kind]})"


def _work(work: Work, citations: Citations) -> Html:
    """A work in full; only a web address becomes a link."""
    web = work.url and work.url.startswith(("https://", "http://"))
    return _WORK.format(
        anchor=_anchor(work.key),
        mark=citations.line([work.key]),
        name=_ADDRESS.format(url=work.url, name=work.label) if web else work.label,
        note=Html(" – {}").format(work.note) if work.note else "",
    )


def _anchor(key: str) -> str:
    """A key as part of an id: what is not a letter or a digit is its number."""
    return "".join(one if one.isalnum() and one.isascii() else f"-{ord(one):x}-" for one in key)
