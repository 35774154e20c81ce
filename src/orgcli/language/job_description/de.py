"""German."""

from orgcli.language.job_description.words import JobWords

WORDS = JobWords(
    job_description="Stellenbeschreibung",
    purpose="Zweck",
    duties="Aufgaben",
    measured_by="Gemessen an",
    reports_to="Berichtet an",
    team="Team",
    works_with="Arbeitet zusammen mit",
    background="Werdegang und Fähigkeiten",
    place="Ort",
    organisation="Organisation",
    holder="Besetzt mit",
    open="offen",
    note="Ein Entwurf aus veröffentlichten Aussagen über die Rolle: Einschränkungen sind "
    "die der Quellen, und Zeilen sind leer, wo keine Quelle etwas sagt.",
)
