"""Swedish."""

from orgcli.language.job_description.words import JobWords

WORDS = JobWords(
    job_description="Befattningsbeskrivning",
    purpose="Syfte",
    duties="Arbetsuppgifter",
    measured_by="Mäts på",
    reports_to="Rapporterar till",
    team="Team",
    works_with="Samarbetar med",
    background="Bakgrund och färdigheter",
    place="Ort",
    organisation="Organisation",
    holder="Innehas av",
    open="vakant",
    note="Ett utkast ur publicerade utsagor om rollen: förbehållen är källornas, och rader "
    "är tomma där ingen källa säger något.",
)
