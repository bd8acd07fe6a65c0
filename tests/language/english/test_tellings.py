"""A clause told as one sentence: what goes, what stays and what is put in."""

from collections.abc import Callable
from datetime import date

from quiz.language.english import blanks
from quiz.language.english.candidates import Reading
from quiz.language.english.facts.gaps import find_gaps


def gaps(read: Callable[..., list[Reading]], text: str, title: str = "Notes") -> list[str]:
    """Return the sentences with gaps that the rules for telling words propose."""
    return [
        blanks.cloze_of(candidate)
        for reading in read(text, title)
        for candidate in find_gaps(reading, [])
    ]


def test_each_telling_word_of_a_clause_becomes_a_gap(read):
    found = gaps(read, "Ada Marsh studied chemistry in Bergen in 1911.")
    assert "Ada Marsh studied {{chemistry}} in Bergen in 1911." in found
    assert "Ada Marsh studied chemistry in {{Bergen}} in 1911." in found
    assert "Ada Marsh studied chemistry in Bergen in {{1911}}." in found


def test_the_gap_holds_the_number_and_the_unit_stays(read):
    found = gaps(read, "The Harlow Tunnel is about 12 kilometres long.")
    assert "The Harlow Tunnel is about {{12}} kilometres long." in found


def test_an_aside_and_what_is_joined_go(read):
    found = gaps(
        read,
        "Ada Marsh, who was born in Oslo, opened a bakery in Bergen, "
        "and her brother sold it in 1920.",
    )
    assert "Ada Marsh opened a {{bakery}} in Bergen." in found


def test_a_condition_stays(read):
    told = "The Harlow Club lends sailors a canoe if they repair the jetty."
    found = gaps(read, told)
    assert len(found) > 1
    assert all(text.replace("{{", "").replace("}}", "") == told for text in found)


def test_a_condition_that_is_asked_for_is_one_whole_gap(read):
    found = gaps(read, "The Harlow Club lends sailors a canoe if they repair the jetty.")
    split = [text for text in found if "if they repair the" not in text]
    assert split == ["The Harlow Club lends sailors a canoe if {{they repair the jetty}}."]


def test_of_statements_in_a_row_no_two_are_left_with_a_comma_alone(read):
    found = gaps(
        read,
        "Books are lent for four weeks, films are lent for one, and maps stay in Harlow.",
    )
    assert found
    assert not any("weeks, films" in text.replace("}}", "") for text in found)


def test_what_follows_so_belongs_to_its_statement(read):
    found = gaps(
        read, "The Harlow Museum took away the candles, so Ada Marsh read in Bergen."
    )
    assert any("candles, so Ada Marsh read" in text for text in found), found


def test_a_list_is_never_cut(read):
    found = gaps(read, "Ada Marsh taught chemistry, physics and botany in Bergen.")
    assert "Ada Marsh taught chemistry, physics and botany in {{Bergen}}." in found


def test_a_pronoun_is_named_once_and_then_left(read):
    found = gaps(
        read, "Ada Marsh was a chemist. On Sundays she painted with her brother in Oslo."
    )
    assert "On Sundays Ada Marsh painted with her brother in {{Oslo}}." in found


def test_a_pronoun_before_its_subject_waits_for_the_name(read):
    found = gaps(
        read,
        "Ada Marsh was a chemist. After taking her doctorate in Oslo, she taught physics.",
    )
    assert "After taking her doctorate in {{Oslo}}, Ada Marsh taught physics." in found


def test_a_day_gets_the_year_that_was_told_just_before(read):
    found = gaps(
        read, "The Harlow Canal was finished in 1825. On October 26, Ada Marsh left Bergen."
    )
    assert "On October 26, 1825, Ada Marsh left {{Bergen}}." in found


def test_a_relative_clause_is_told_with_its_noun(read):
    found = gaps(read, "She met Ada Marsh, who ran a printing press in Bergen.")
    assert "Ada Marsh ran a {{printing press}} in Bergen." in found


def test_that_account_is_told_to_nobody(read):
    assert not gaps(read, "Ada Marsh disputed that account of the fire in Bergen.")


def test_a_name_in_a_comparison_is_no_antecedent(read):
    found = gaps(
        read,
        "Rosa Hill was a painter. The second woman so honoured after Ada Marsh, "
        "she saw her portrait of Oslo sold in 1969.",
        "Rosa Hill",
    )
    assert found
    assert not any("Ada Marsh saw" in text for text in found)


def test_a_president_is_not_an_announcements(read):
    found = gaps(
        read,
        "The announcement drew a sharp reply from the Harlow Union. "
        "Its president, Dale Marsh, lives in Oslo.",
    )
    assert not any("announcement's president" in text for text in found)


def test_an_answer_that_stands_in_the_sentence_again_is_no_gap(read):
    found = gaps(read, "Bergen is older than the port of Bergen in Norway.")
    assert not any("{{Bergen}}" in text for text in found)


def test_a_list_is_one_gap(read):
    found = gaps(read, "Spruces, larches and birches surround the Harlow Hotel.")
    assert "{{Spruces, larches and birches}} surround the Harlow Hotel." in found


def test_a_day_ahead_is_never_put_into_the_past(read):
    text = "The Harlow Bridge opened on Monday. The Harlow Choir sings in Oslo on May 12."
    found = gaps(lambda text, title: read(text, title, date(2026, 3, 10)), text)
    assert "The Harlow Choir sings in {{Oslo}} on May 12, 2026." in found


def test_what_is_so_now_is_told_without_now(read):
    found = gaps(read, "The Harlow Crown is now in the Bergen Museum.")
    assert "The Harlow Crown is in the {{Bergen Museum}}." in found


def test_he_is_nobody_whom_the_text_calls_she(read):
    found = gaps(
        read,
        "Ada Marsh was born in Oslo. She painted ships. The bishop came to Bergen. "
        "He lost a ring in Tarn.",
        "Ada Marsh",
    )
    assert not any("Ada Marsh lost" in text for text in found)


def test_there_is_the_place_that_the_article_is_about(read):
    told = "Harlow is a city in Norway. Harlow is old. About 700 people live there."
    assert "About {{700}} people live in Harlow." in gaps(read, told, "Harlow")


def test_their_belongs_to_who_does_it_in_the_same_clause(read):
    found = gaps(read, "A crowd of 2,114 in Bergen saw Oslo City extend their run.")
    assert "A crowd of {{2,114}} in Bergen saw Oslo City extend their run." in found


def test_more_than_a_number_is_told(read):
    found = gaps(read, "More than 5,000 people came to Oslo in 1955.")
    assert "More than {{5,000}} people came to Oslo in 1955." in found


def test_a_superlative_is_told_by_the_name_beside_it(read):
    told = "Many rivers cross Norway. The largest, the Orla, reached Oslo in 1954."
    assert "The Orla reached {{Oslo}} in 1954." in gaps(read, told)


def test_what_happened_where_is_told_with_its_place(read):
    found = gaps(read, "Ada Marsh lived in Oslo, where she taught botany for nine years.")
    assert "In Oslo, Ada Marsh taught {{botany}} for nine years." in found


def test_a_number_that_its_sentence_gives_away_is_no_gap(read):
    found = gaps(read, "Ada Marsh named four factors in 1911: wind, rain, frost and snow.")
    found += gaps(read, "Ada Marsh sold the larger of her two farms in Bergen.")
    assert not any("{{four}}" in text or "{{two}}" in text for text in found)


def test_a_year_earlier_compares_and_a_year_later_points(read):
    found = gaps(read, "Revenue of Orla Foods climbed to £88m from £71m a year earlier.")
    assert "Revenue of Orla Foods climbed to {{£88m}} from £71m a year earlier." in found
    assert gaps(read, "A later year Ada Marsh found Neptune a year later.") == []
