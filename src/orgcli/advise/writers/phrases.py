"""The signs of advice, and the few sentences that are put together from the program's words."""

from orgcli.advise.recommendation import Advised, Known, Line, Pull, Standing
from orgcli.language.words import AdviseWords
from orgcli.model.roles.advice import Seen
from orgcli.render.lines import one_line

_SIGNS = {"points": "→", "signal": "↗", "complement": "+", "remedy": "+", "misfit": "×"}
TODAY = "!"
UNSAID = "?"
OTHER = "·"


def sign(line: Line) -> str:
    """A sign for the kind of a line; what is so today has its own."""
    return TODAY if line.now else _SIGNS.get(line.kind or "", OTHER)


def answer(advised: Advised, words: AdviseWords) -> list[str]:
    """The answer in a sentence, and what has to be known with it, a sentence each."""
    names, pulls = advised.names, advised.pulls
    if advised.standing is Standing.UNKNOWN:
        return [words.no_roles if advised.organisation is not None else words.unknown]
    if advised.standing is Standing.NOWHERE:
        seats_only = all(known.answer.seen is not None for known in advised.known)
        return [words.seats_only if seats_only else words.nowhere]
    if advised.standing is Standing.SEVERAL:
        first, second = (names.long(pull.role) for pull in pulls[:2])
        sentences = [words.several.format(first=first, second=second)]
    else:
        template = words.one if advised.standing is Standing.ONE else words.signs
        sentences = [template.format(role=names.long(pulls[0].role))]
    sentences += [words.exists.format(role=names.short(pull.role)) for pull in pulls if pull.exists]
    beside = [names.long(role) for pull in pulls for role in pull.beside]
    if beside and len(pulls) == 1:
        sentences.append(words.beside.format(names=", ".join(beside)))
    return sentences + _one_vendor(advised, words)


def _one_vendor(advised: Advised, words: AdviseWords) -> list[str]:
    works = {work for pull in advised.pulls for work in pull.works}
    if len(works) != 1:
        return []
    return [words.one_vendor.format(work=advised.names.work(*works))]


def counted(pull: Pull, works: str, words: AdviseWords) -> str:
    """How many lines point to a role, and the works behind them; nothing is weighed."""
    count = len(pull.lines)
    if len(pull.works) == 1:
        return words.counted_one.format(count=count, work=works)
    return words.counted.format(count=count, works=works)


def answered(known: Known, words: AdviseWords) -> list[tuple[str, Seen | None]]:
    """What was answered to a question, each with the position it was read from."""
    texts = known.question.answers
    seen = known.answer.seen or {}
    if not known.answer.values:
        return [(words.none_of_these, None)]
    return [(texts.get(value, value), seen.get(value)) for value in known.answer.values]


def subject(known: Known) -> str:
    """What a question is asked of, where it is asked of several."""
    key = known.answer.subject or ""
    return known.question.of.get(key, key)


def where(seen: Seen, words: AdviseWords) -> str:
    """The position that says something, its state where it is not filled, and its place."""
    state = {"open": words.open, "planned": words.planned}.get(seen.state)
    place = f"{seen.place.file}:{seen.place.line}"
    parts = [f"`{seen.position}`", f"({state})" if state else "", place]
    parts.append(words.more.format(count=seen.more) if seen.more else "")
    return one_line(" ".join(part for part in parts if part))


def traces(line: Line, words: AdviseWords) -> list[str]:
    """What of an organisation makes a line true: its positions, and the roles it lacks."""
    lacking = [words.missing.format(role=role) for role in line.missing]
    return [*(where(seen, words) for seen in line.seen), *lacking]


def disputes(advised: Advised) -> list[str]:
    """The keys of the disputes that lines of the advice belong to, each once."""
    found = {line.dispute: None for line in advised.every_line() if line.dispute}
    return sorted(found, key=lambda key: (len(key), key))
