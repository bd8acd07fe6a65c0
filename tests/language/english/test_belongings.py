"""Of whom a wording tells, put in where the text alone made it clear."""

from datetime import date

DAY = date(2025, 11, 6)


def texts_of(drafted):
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
