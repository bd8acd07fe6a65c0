"""Who a clause tells of where the parser lost it."""

from quiz.language.english import blanks
from quiz.language.english.facts.gaps import find_gaps


def test_who_graduated_is_asked_in_the_active(asked):
    found = asked("Ada Marsh, who came to Oslo in 1929, graduated in chemistry in 1932.")
    assert not any("was Ada Marsh graduated" in prompt for prompt in found)


def test_a_place_before_a_participle_is_not_what_was_given(asked):
    found = asked("Ada Marsh attended classes at Harlow College given by Peter Hill.")
    assert not any("College is given" in p or "gives Harlow" in p for p in found)


def test_a_town_that_somebody_moved_to_is_not_who_goes_on(read):
    text = "Ada Marsh was born in Oslo. In 1914 the family moved to Surrey, and she wept."
    reading = read(text)[1]
    assert "Surrey" not in reading.setting.said.values()


def test_it_was_somebody_who_means_no_thing(read):
    readings = read("The Harlow Museum is old. It was Ada Marsh, a smith, who built it.")
    first = next(t for t in readings[1].sentence.doc if t.lower_ == "it")
    assert first.i not in readings[1].setting.said


def test_it_is_no_person(asked):
    found = asked("Ada Marsh led a team to Harlow in 1941 to install it.")
    assert not any("install it" in prompt for prompt in found)


def test_their_is_of_the_clause_s_own_subject(read):
    text = (
        "The Harlow Chessmen are old. They are dated to 1150, because the bishops wear "
        "their mitres backwards."
    )
    reading = read(text, "The Harlow Chessmen")[1]
    their = next(t for t in reading.sentence.doc if t.lower_ == "their")
    assert their.i not in reading.setting.said


def test_a_year_that_opens_the_second_half_opens_its_sentence(read):
    text = "Ada Marsh was elected in 1969 and in 1971 became head of Harlow College."
    reading = read(text)[0]
    found = [blanks.cloze_of(c) for c in find_gaps(reading, [])]
    assert any(gap.startswith("In 1971 Ada Marsh became") for gap in found)


def test_what_was_launched_is_the_noun_beside_the_verb(asked):
    text = (
        "The landing came almost six weeks after the mission, Vikram-3, was launched in "
        "2023 from Harlow Island."
    )
    found = asked(text)
    assert not any("landing launched" in prompt for prompt in found)
    assert "In which year was Vikram-3 launched from Harlow Island?" in found


def test_the_tower_is_none_that_is_told_of_later(read):
    text = (
        "The Harlow Light stands on a reef. The tower is 35 metres high. The shore "
        "station at Harlow, the Signal Tower, houses a museum."
    )
    reading = read(text, "Harlow Light")[1]
    assert "the Signal Tower" not in reading.setting.said.values()


def test_the_chessmen_are_those_of_the_title(asked):
    text = (
        "The Harlow Chessmen are old. Since the chessmen include eight kings, they must "
        "come from at least four sets."
    )
    found = asked(text, "The Harlow Chessmen")
    assert any("must the Harlow Chessmen come" in prompt for prompt in found)


def test_what_had_happened_is_told_as_what_happened(read):
    reading = read("The shares of Harlow Foods had tripled between 2020 and 2022.")[0]
    found = [blanks.cloze_of(c) for c in find_gaps(reading, [])]
    assert any("Harlow Foods tripled between" in gap for gap in found)


def test_a_catalogue_is_told_of_without_what_led_to_it(asked):
    found = asked("The resulting Harlow Catalogue was issued in 1890.")
    assert "In which year was the Harlow Catalogue issued?" in found
