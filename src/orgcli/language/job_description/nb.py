"""Norwegian Bokmål."""

from orgcli.language.job_description.words import JobWords

WORDS = JobWords(
    job_description="Stillingsbeskrivelse",
    purpose="Formål",
    duties="Arbeidsoppgaver",
    measured_by="Måles på",
    reports_to="Rapporterer til",
    team="Team",
    works_with="Samarbeider med",
    background="Bakgrunn og ferdigheter",
    place="Sted",
    organisation="Organisasjon",
    holder="Besatt av",
    open="ledig",
    note="Et utkast fra publiserte utsagn om rollen: forbeholdene er kildenes, og linjer "
    "er tomme der ingen kilde sier noe.",
)
