"""The formats of a job description; the names of `--format` come from here."""

from orgcli.compare.job_description.job_description import JobDescription
from orgcli.render.formats import Formats
from orgcli.render.view import PageWriter

JOB_FORMATS: Formats[PageWriter[JobDescription]] = Formats(
    markdown="orgcli.compare.job_description.markdown:job_markdown",
    html="orgcli.compare.job_description.html:job_html",
)
