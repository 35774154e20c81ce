"""Names, titles and places that generated organisations are made of; nobody in particular."""

FIRST_NAMES = (
    "Aaliyah", "Adaeze", "Agnieszka", "Aiko", "Aleksander", "Alma", "Amara", "Amir", "Ana",
    "Anders", "Anjali", "Arjun", "Astrid", "Ayşe", "Beatriz", "Benedikt", "Bilal", "Bojana",
    "Camille", "Carlos", "Catarina", "Chidi", "Chiara", "Clara", "Dagny", "Daniel", "Daria",
    "Diego", "Dimitra", "Ebba", "Eero", "Efua", "Elif", "Emeka", "Emilia", "Enrique", "Esi",
    "Fatima", "Farid", "Femi", "Freya", "Gabriela", "Georgi", "Giulia", "Hana", "Haruto", "Hassan",
    "Helena", "Hiroshi", "Ibrahim", "Ida", "Imani", "Ines", "Ingrid", "Isak", "Ivana", "Jamal",
    "Jana", "Javier", "Jelena", "Jonas", "Joaquín", "Kaja", "Kateryna", "Keiko", "Kofi", "Kwame",
    "Laila", "Lars", "Leila", "Linh", "Lucia", "Luka", "Magnus", "Malik", "Marek", "Mariana",
    "Mateo", "Mei", "Milan", "Mira", "Nadia", "Naoko", "Nikhil", "Noor", "Oksana", "Olivia", "Omar",
    "Oskar", "Pavel", "Priya", "Rafael", "Renata", "Rosa", "Samir", "Sanna", "Selma", "Signe",
    "Tariq", "Tomás", "Yara", "Zoë",
)  # fmt: skip
LAST_NAMES = (
    "Abubakar", "Achterberg", "Adeyemi", "Almeida", "Amsel", "Andersson", "Antoniou", "Baptista",
    "Bergström", "Bianchi", "Boateng", "Bondarenko", "Brandt", "Cardoso", "Castellanos",
    "Chaudhary", "Chen", "Cruz", "Dahl", "Dąbrowski", "Diallo", "Dragović", "Dubois", "Eriksen",
    "Espinoza", "Farouk", "Fernandes", "Fischer", "Fontaine", "Fujita", "Gallo", "García", "Ghosh",
    "Grgić", "Gunnarsson", "Gutiérrez", "Haddad", "Hakimi", "Halvorsen", "Hansen", "Hasegawa",
    "Horváth", "Hoxha", "Ibáñez", "Iyer", "Jansen", "Jovanović", "Kallas", "Kamau", "Kaplan",
    "Karlsson", "Kato", "Keita", "Khan", "Kovač", "Kowalska", "Kruger", "Laine", "Lambert",
    "Larsen", "Lehmann", "Lindqvist", "Lopes", "Mahlangu", "Marchetti", "Mbeki", "Mehta", "Mendes",
    "Moreau", "Mwangi", "Nagy", "Nakamura", "Ndiaye", "Nguyen", "Novák", "Nyström", "Obi", "Okafor",
    "Olsen", "Osei", "Papadakis", "Park", "Pereira", "Petrov", "Popescu", "Rahman", "Rao", "Reyes",
    "Rossi", "Sato", "Schneider", "Silva", "Singh", "Søndergaard", "Tanaka", "Tran", "Vargas",
    "Vesterberg", "Wang", "Yıldız",
)  # fmt: skip
DEPARTMENTS = {
    "Sales": ("Account Executive", "Sales Development Representative", "Account Manager",
              "Sales Engineer"),
    "Marketing": ("Content Strategist", "Demand Generation Specialist", "Brand Designer",
                  "Event Planner"),
    "Customer Success": ("Customer Success Specialist", "Onboarding Consultant",
                         "Renewals Specialist", "Support Engineer"),
    "Engineering": ("Software Engineer", "Site Reliability Engineer", "Data Engineer",
                    "Quality Engineer"),
    "Product": ("Product Owner", "Product Designer", "User Researcher", "Technical Writer"),
    "Operations": ("Logistics Planner", "Procurement Specialist", "Facilities Coordinator",
                   "Quality Inspector"),
    "Finance": ("Accountant", "Financial Analyst", "Payroll Specialist", "Treasury Analyst"),
    "People": ("Recruiter", "People Partner", "Learning Designer", "Compensation Analyst"),
}  # fmt: skip
"""Each department with the titles of people in it who lead nobody."""
LEADS = ("Director of {}", "Head of {}", "{} Manager", "{} Team Lead")
LOCATIONS = (
    "Accra", "Amsterdam", "Bengaluru", "Berlin", "Bogotá", "Cape Town", "Chicago", "Copenhagen",
    "Dublin", "Kraków", "Lisbon", "Mexico City", "Nairobi", "Osaka", "Oslo", "São Paulo",
)  # fmt: skip
