"""Small invented reports, some of one event and some not, for the tests of grouping."""

FERRY = (
    (
        "Ferry capsizes off Tarnholm, 12 dead",
        (
            "Twelve people died when the ferry Lisbet capsized off Tarnholm on Monday, the coast guard said. "
            "Captain Oda Brun, 51, was among the 214 aboard. Divers from Skaldvik searched the hull until midnight."
        ),
    ),
    (
        "Lisbet disaster: divers search hull near Tarnholm",
        (
            "Divers from Skaldvik searched the hull of the Lisbet, which capsized off Tarnholm with 214 aboard. "
            "The coast guard counted 15 dead. Oda Brun, the 51-year-old captain, survived."
        ),
    ),
    (
        "Captain of the Lisbet questioned",
        (
            "Police in Skaldvik questioned Oda Brun, captain of the ferry Lisbet, after it capsized off Tarnholm. "
            "The coast guard ended its search of the hull."
        ),
    ),
)
STRIKE = (
    (
        "Teachers in Moravel walk out over pay",
        (
            "Some 4,300 teachers walked out in Moravel on Tuesday, the union of Ilan Petrescu said. "
            "Mayor Greta Hollis offered a raise of 3 percent; pupils of 61 schools stayed at home."
        ),
    ),
    (
        "Moravel schools closed as union rejects raise",
        (
            "Pupils of 61 schools in Moravel stayed home after Ilan Petrescu called the raise of 3 percent an insult. "
            "Mayor Greta Hollis said 4,300 teachers would lose pay."
        ),
    ),
)
ALONE = (
    "Comet seen over the Ardane observatory",
    "Astronomers at the Ardane observatory photographed a green comet that will not return for 900 years.",
)
