"""English."""

from orgcli.language.job_description.words import JobWords

WORDS = JobWords(
    job_description="Job description",
    purpose="Purpose",
    duties="Duties",
    measured_by="Measured by",
    reports_to="Reports to",
    team="Team",
    works_with="Works with",
    background="Background and skills",
    place="Place",
    organisation="Organisation",
    holder="Held by",
    open="open",
    note="A draft from published statements on the role: hedges are those of the sources, "
    "and lines are blank where no source says anything.",
)
