"""The formats of a job description; the names of `--format` come from here."""

from orgcli.compare.job_description.job_description import JobDescription
from orgcli.render.document.formats import DocumentFormats

JOB_FORMATS: DocumentFormats[JobDescription] = DocumentFormats(
    "orgcli.compare.job_description.document:job_document"
)
