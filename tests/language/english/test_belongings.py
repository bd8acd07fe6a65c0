"""Of whom a wording tells, put in where the text alone made it clear."""

from datetime import date

from quiz.language.drafts import Draft

DAY = date(2025, 11, 6)


def texts_of(drafted: Draft) -> list[str]:
    return [t for q in drafted.questions for t in (q.prompt, q.cloze)]


def test_a_company_s_operating_profit_says_whose_it_is(draft):
    text = (
        "Marsh Foods raised its forecast on Thursday. Operating profit climbed to €88m "
        "from €71m. Marsh Foods was founded in 1921. Marsh Foods employs 900 people."
    )
    found = texts_of(draft(text, "Marsh Foods lifts forecast", DAY))
    assert any("Marsh Foods' operating profit climbed" in t for t in found)


def test_the_dairy_group_is_the_company_of_the_headline(draft):
    text = (
        "Marsh Foods raised its forecast on Thursday. The dairy group employs 900 people "
        "in Oslo. Marsh Foods was founded in 1921. Marsh Foods has 12 factories."
    )
    found = texts_of(draft(text, "Marsh Foods lifts forecast", DAY))
    assert any("Marsh Foods employ" in t for t in found)


def test_a_chief_executive_is_of_the_company(draft):
    text = (
        "Marsh Foods lost money on Thursday. Greta Hill took over as chief executive in "
        "May. Marsh Foods was founded in 1921. Marsh Foods employs 900 people."
    )
    found = texts_of(draft(text, "Marsh Foods cuts 400 jobs", DAY))
    assert any("chief executive of Marsh Foods" in t for t in found)


def test_adults_are_of_the_species_that_the_article_tells_of(draft):
    text = (
        "The marsh swift is a bird of the family Apodidae. Adults are 17 cm long. Many "
        "people feed the marsh swift."
    )
    found = texts_of(draft(text, "Marsh swift"))
    assert any("Adults of the marsh swift are" in t for t in found)


def test_animals_are_called_by_their_name(draft):
    text = (
        "The saiga is an antelope of the steppe. Saigas are nomadic. In May 2015 more "
        "than 200,000 animals died in Kazakhstan."
    )
    found = texts_of(draft(text, "Saiga"))
    assert any("200,000}} saigas died" in t or "How many saigas died" in t for t in found)


def test_the_family_of_a_life_is_its_person_s(asked):
    text = "Ada Marsh was born in Oslo in 1901. In 1914 the family moved to Bergen."
    found = asked(text, "Ada Marsh")
    assert "In which year did Ada Marsh's family move to Bergen?" in found


def test_the_species_is_that_of_a_title_with_its_noun(draft):
    text = (
        "The saiga is a medium-sized antelope of the steppe. The saiga is shy. In 2002 "
        "Norway classed the species as endangered. People hunt the saiga for its horns."
    )
    found = texts_of(draft(text, "Saiga antelope"))
    assert any("classed the saiga as" in t or "class the saiga as" in t for t in found)


def test_figures_get_the_period_that_the_statement_opens_with(draft):
    text = (
        "Marsh Foods plc announces its results for the 26 weeks ended 30 September 2023. "
        "Marsh Foods employs 900 people. Marsh Foods is based in Oslo. Revenue rose by 8% "
        "to £324m, up from £300m, and trading will improve in the second half."
    )
    found = texts_of(draft(text, "Marsh Foods plc: half-year results", DAY))
    assert any("rise in the 26 weeks ended 30 September 2023" in t for t in found)


def test_the_couple_is_nobody(asked):
    found = asked("Ada Marsh married in 1877. The couple sailed for Boston in 1878.")
    assert not any("couple" in prompt for prompt in found)


def test_what_was_announced_before_is_no_part_of_a_question(asked):
    found = asked("As previously announced, Ada Marsh will retire in Oslo in 2031.")
    assert not any("announced" in prompt for prompt in found)
