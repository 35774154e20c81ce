"""`orgcli dispute`: what the works disagree on, with every side and its statements."""

from collections.abc import Sequence

from orgcli.cli.files.results import write_value
from orgcli.cli.language import Session, open_session
from orgcli.cli.options import Arguments, takes
from orgcli.cli.output import chosen_format
from orgcli.cli.roles.all_roles import read_all
from orgcli.cli.roles.request import DisputeRequest
from orgcli.cli.roles.sources import refuse_findings, refuse_source
from orgcli.compare.comparison.align import align
from orgcli.compare.disputes.dispute import dispute_detail
from orgcli.compare.disputes.formats import DISPUTE_FORMATS, DISPUTE_LISTS
from orgcli.model.likeness import did_you_mean, nearest_words
from orgcli.model.roles.library import Dispute, Library
from orgcli.model.text import listed


@takes(DisputeRequest)
def dispute(arguments: Arguments) -> None:
    """Show the questions on which works disagree, with all sides.

    \b
    orgcli dispute
    orgcli dispute K2
    orgcli dispute K1 K2 --lang sv -o disputes.md

    Formats: text, markdown, html, docx, pdf, json.
    """
    request = arguments.request(DisputeRequest)
    chosen = chosen_format(request.format, request.output, DISPUTE_FORMATS)
    session = open_session(request.lang)
    refuse_source(request.output, session)
    selection, compared = read_all(session)
    disputes = _disputes_by_key(request.keys, selection.library, session)
    comparison = align(compared, selection.library, selection.names)
    details = [dispute_detail(dispute, comparison, selection.library) for dispute in disputes]
    formats = DISPUTE_FORMATS if request.keys else DISPUTE_LISTS
    write_value(formats, chosen, details, session.view(request), request.output)
    refuse_findings(selection.findings, session)


def _disputes_by_key(keys: Sequence[str], library: Library, session: Session) -> list[Dispute]:
    """The disputes with these keys, each once, in the order of the keys; all for no keys."""
    by_key = {dispute.key.casefold(): dispute for dispute in library.disputes}
    chosen: dict[str, Dispute] = {}
    for key in keys:
        dispute = by_key.get(key.strip().casefold())
        if dispute is None:
            texts = session.words
            every = [dispute.key for dispute in library.disputes]
            there_are = texts.ask.there_are.format(names=listed(every))
            help = did_you_mean(nearest_words(key, every), there_are, texts.ask.did_you_mean)
            session.fail(texts.roles.unknown_dispute.format(name=key), help)
        chosen[dispute.key] = dispute
    return list(chosen.values()) if keys else list(library.disputes)
