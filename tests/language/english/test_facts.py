"""Each kind of fact in one sentence of our own: what is asked and what is answered."""

from datetime import date

import pytest

ASKED = [
    ("Ada Marsh founded the Harlow Museum in 1911.",
     "Who founded the Harlow Museum in 1911?", "Ada Marsh"),
    ("Ada Marsh founded the Harlow Museum in 1911.",
     "In which year did Ada Marsh found the Harlow Museum?", "1911"),
    ("The Harlow Museum was founded by Ada Marsh.",
     "Who founded the Harlow Museum?", "Ada Marsh"),
    ("The bridge at Harlow was opened on 3 May 1932.",
     "On what date was the bridge at Harlow opened?", "3 May 1932"),
    ("Ada Marsh was born in Norway.", "In which country was Ada Marsh born?", "Norway"),
    ("The Harlow Museum owns 412 clocks.",
     "How many clocks does the Harlow Museum own?", "412"),
    ("Harlow Bridge cost $3 million.", "How much did Harlow Bridge cost?", "$3 million"),
    ("The voyage from Harlow to Bergen lasted nine days.",
     "How long did the voyage from Harlow to Bergen last?", "nine days"),
    ("Lake Harlow is 40 metres deep.", "How deep is Lake Harlow?", "40 metres"),
    ("Tourism accounts for 38% of the income of Harlow.",
     "What percentage of the income of Harlow does tourism account for?", "38%"),
    ("Ada Marsh, 71, still works in Harlow.", "How old is Ada Marsh?", "71"),
    ("The news came from the Northern Lights Agency (NLA) in Oslo.",
     "What does NLA stand for?", "Northern Lights Agency"),
    ("Erosion is the slow removal of rock by wind and water.",
     "What is erosion?", "the slow removal of rock by wind and water"),
    ("Harlow is known as the City of Clocks.",
     "What is Harlow known as?", "the City of Clocks"),
    ("Harlow Museum closed because the winter of 1947 was very cold.",
     "Why did Harlow Museum close?", "because the winter of 1947 was very cold"),
    ("Ada Marsh sold her house to pay for the Harlow Museum.",
     "Why did Ada Marsh sell her house?", "to pay for the Harlow Museum"),
    ("“A clock never forgets its maker,” said Ada Marsh.",
     "Who said, “A clock never forgets its maker”?", "Ada Marsh"),
    ("Frost occurs when the surface of the ground falls below zero.",
     "When does frost occur?", "when the surface of the ground falls below zero"),
    ("Ole Dahl, director of the Harlow Museum, opened the exhibition in 2019.",
     "Who is the director of the Harlow Museum?", "Ole Dahl"),
    ("Most historians believe that Ada Marsh was born in Sweden.",
     "According to most historians, in which country was Ada Marsh born?", "Sweden"),
    ("Ole Dahl was born in Lyme Regis, a town on the coast of Dorset.",
     "What is Lyme Regis?", "a town on the coast of Dorset"),
    ("The stirrup is the smallest bone in the human body.",
     "What is the smallest bone in the human body?", "the stirrup"),
    ("The Riksbank, the oldest bank in the world, is in Stockholm.",
     "What is the oldest bank in the world?", "the Riksbank"),
    ("Ada Marsh was born in Chapel Hill, North Carolina, in 1918.",
     "Where was Ada Marsh born?", "Chapel Hill, North Carolina"),
    ("Lumo's revenue dropped 18% to $372 million in 2024.",
     "By what percentage did Lumo's revenue drop in 2024?", "18%"),
    ("Lumo's revenue dropped 18% to $372 million in 2024.",
     "To what figure did Lumo's revenue drop in 2024?", "$372 million"),
    ("Deserts cover about a fifth of the Earth's land.",
     "What share of the Earth's land do deserts cover?", "about a fifth"),
    ("In January 1914 the temperature in Harlow fell to −50.3 °C.",
     "To what temperature did the temperature in Harlow fall in January 1914?", "−50.3 °C"),
    ("Ada Marsh, 61, runs the mill. “Bees are fussy, wasps have opinions,” she says.",
     "Who said, “Bees are fussy, wasps have opinions”?", "Ada Marsh"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "prompt", "answer"), ASKED)
def test_a_fact_is_asked_in_idiomatic_words(asked, text, prompt, answer):
    found = asked(text, day=date(2020, 5, 1))
    assert found.get(prompt) == answer, found


def test_a_list_is_asked_as_a_whole(draft):
    found = draft("Norway, Sweden and Denmark signed the Harlow Treaty in 1950.")
    listed = [q for q in found.questions if q.answer.items]
    assert [q.prompt for q in listed] == [
        "Which three countries signed the Harlow Treaty in 1950?"
    ]
    assert [item[0] for item in listed[0].answer.items] == ["Norway", "Sweden", "Denmark"]


@pytest.mark.parametrize(
    ("text", "prompt", "items"),
    [
        (
            "Two ports, Harlow and Bergen, were opened to American ships in 1854.",
            "Which two ports were opened to American ships in 1854?",
            ["Harlow", "Bergen"],
        ),
        (
            "Ada Marsh named three causes of the fire: wind, drought and neglect.",
            "Which three causes of the fire did Ada Marsh name?",
            ["wind", "drought", "neglect"],
        ),
    ],
)
def test_what_is_counted_and_then_listed_is_asked_by_its_noun(draft, text, prompt, items):
    listed = {q.prompt: q for q in draft(text).questions if q.answer.items}
    assert [item[0] for item in listed[prompt].answer.items] == items


def test_a_verb_that_either_of_two_may_have_done_is_not_asked(asked):
    found = asked(
        "Harlow Hall was told to close after a main burst under Oslo Street and sent water "
        "into the cellar. Ole Dahl opened the Bergen Museum in 1960."
    )
    assert not any("water" in prompt + answer for prompt, answer in found.items()), found


def test_what_something_helps_to_do_is_no_purpose(asked):
    found = asked("Clay from Harlow helps a garden to hold water and food.")
    assert not any(prompt.startswith("Why") for prompt in found), found


def test_what_happened_twice_has_no_one_year(asked):
    found = asked("Swedish troops burned Harlow in 1678 and again the following year.")
    assert not any(prompt.startswith("In which year") for prompt in found), found
    assert found["Who burned Harlow in 1678?"] == "Swedish troops"


def test_the_day_of_a_birth_needs_no_place(asked):
    found = asked("Ada Marsh was born in Oslo on 3 May 1868.")
    assert found["On what date was Ada Marsh born?"] == "3 May 1868"
    assert found["In which city was Ada Marsh born?"] == "Oslo"


def test_yesterday_is_asked_as_the_date_it_was(asked):
    found = asked("Parliament passed the Clock Act yesterday.", day=date(2026, 6, 18))
    assert found["On what date did Parliament pass the Clock Act?"] == "17 June 2026"


def test_what_somebody_is_quoted_with_is_no_fact(asked):
    found = asked("“Norway built the ship in 1911,” Ada Marsh told reporters in Harlow.")
    assert not any("Norway" in prompt and "“" not in prompt for prompt in found)


@pytest.mark.parametrize(
    "text",
    [
        "Suppose that Ada Marsh bought the Harlow Museum in 1911.",
        "If Ada Marsh bought the Harlow Museum in 1911, all would be lost.",
        "Did Ada Marsh buy the Harlow Museum in 1911?",
    ],
)
def test_what_is_only_supposed_is_no_fact(draft, text):
    found = draft(text + " Ole Dahl opened the Bergen Museum in 1960.")
    assert not [q for q in found.questions if "Marsh" in q.prompt + q.answer.shown]


def test_a_term_beside_its_meaning_is_defined(asked):
    found = asked(
        "Oxygen moves through the gill by diffusion, the movement of particles towards a "
        "weaker solution, until it reaches the blood."
    )
    meaning = "the movement of particles towards a weaker solution"
    assert found.get("What is diffusion?") == meaning, found


def test_several_things_are_defined_in_the_plural(asked):
    found = asked(
        "Air enters a moth through its breathing holes, tiny openings of the body wall."
    )
    assert found.get("What are breathing holes?") == "tiny openings of the body wall", found


def test_a_verb_that_another_needs_is_asked_with_it(asked):
    found = asked("The Harlow Bridge is reported to have cost $9 million.")
    prompt = "How much is the Harlow Bridge reported to have cost?"
    assert found.get(prompt) == "$9 million", found
    found = asked("Ada Marsh agreed to sell the Harlow Mill in 1951.")
    assert found.get("What did Ada Marsh agree to sell in 1951?") == "the Harlow Mill" or (
        found.get("Which mill did Ada Marsh agree to sell in 1951?") == "the Harlow Mill"
    ), found


def test_a_particle_stays_with_its_verb(asked):
    found = asked("The repair of Harlow Bridge was carried out by Ada Marsh.")
    assert found.get("Who carried out the repair of Harlow Bridge?") == "Ada Marsh", found


def test_currently_is_no_part_of_an_office(asked):
    found = asked("The winner was Sophie Hill, currently director of Orla College.")
    assert found["Which position does Sophie Hill hold?"] == "director of Orla College"


def test_one_of_several_founders_is_asked_as_one(asked):
    found = asked("In 1876 Ada Marsh met Ole Berg, a founder of Harlow College.")
    assert not any("the founder of" in prompt for prompt in found)


def test_a_pioneer_has_no_occupation(asked):
    found = asked("In 1925 Ada Marsh was helped by Ole Berg, a pioneer of botany in Oslo.")
    assert not any("occupation" in prompt for prompt in found)


def test_a_journal_is_no_place(asked):
    found = asked("Ada Marsh's figures were published in the Northern Journal in 1911.")
    assert not any(prompt.startswith("Where") for prompt in found)
