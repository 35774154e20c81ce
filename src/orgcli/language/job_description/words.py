"""What a job description says, as a shape: a language that lacks a word does not type-check."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class JobWords:
    """The headings, and what stands between the statements."""

    job_description: str
    purpose: str
    duties: str
    measured_by: str
    reports_to: str
    team: str
    works_with: str
    background: str
    place: str
    organisation: str
    holder: str
    open: str
    note: str
