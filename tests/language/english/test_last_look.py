"""What the last look at a wording drops and what it refuses."""

from collections.abc import Callable

import pytest

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.last_look import GAP as HOLE
from quiz.language.english.last_look import (
    asks_anything,
    by_name,
    is_given,
    is_given_away,
    looked_over,
    stands_on_others,
    unordered,
)
from quiz.language.english.wordlists import Kind

Read = Callable[[str], list[Reading]]
Make = Callable[..., Candidate]


@pytest.fixture
def candidate(read: Read) -> Make:
    def make(answer: str, names: Kind = Kind.THING, prompt: str = "") -> Candidate:
        sentence = read("Ada Marsh founded it.")[0].sentence
        return Candidate("gap", sentence, 0, 9, prompt, (answer,), names)

    return make


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("Lastly, {{warm}} air rises.", "{{Warm}} air rises."),
        ("As previously announced, Ada Marsh will go.", "Ada Marsh will go."),
        (
            "In Harlow, by contrast, which lies on the Ord, it rains.",
            "In Harlow, which lies on the Ord, it rains.",
        ),
        ("In Harlow, by contrast the range is small.", "In Harlow, the range is small."),
        ("In Harlow, however small, it rains.", "In Harlow, however small, it rains."),
    ],
)
def test_words_that_only_lead_on_are_dropped(told: str, left: str) -> None:
    assert unordered(told) == left


@pytest.mark.parametrize(
    "told",
    [
        "The result is that the sea rises twice a day.",
        "There are two main types.",
        "A lack of food may be another.",
        "The loss of trees is thought to be one of the causes.",
        "Ada Marsh accepted the idea within a few years.",
        "In the Bay of Ord, where all _ work together, the sea rises.",
        "An Act of Parliament followed in _.",
        "The firm's debt has since fallen to _.",
        "About 90 of the 200 people employed there have left.",
        "Marsh shares closed 5% higher at _ pence.",
        "The Ord Canal largest was begun in 1954.",
        "After the king fell in 1901 reduced the army.",
        "The A layer, or topsoil, which collects _ from above.",
        "Farmers had expected farmers to wait.",
    ],
)
def test_a_wording_that_leans_on_another_sentence_is_refused(told: str) -> None:
    assert stands_on_others(told)


@pytest.mark.parametrize(
    "told",
    [
        "There are two types of glacier.",
        "Cold was one of the causes of the famine.",
        "The idea of zero came from India.",
        "In Harlow she met Ole Hill, who worked there.",
        "There is no lake on Ord.",
        "Marsh shares closed 5% higher on 3 May 2021.",
        "The largest canal was begun in 1954.",
    ],
)
def test_a_wording_that_stands_alone_is_kept(told: str) -> None:
    assert not stands_on_others(told)


@pytest.mark.parametrize("answer", ["the Moon", "the Group", "city officials", "a prize"])
def test_an_answer_that_everybody_would_give_is_refused(
    candidate: Make, answer: str
) -> None:
    assert is_given(candidate(answer))
    assert not is_given(candidate("a barometer"))


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Ada Marsh was one of {{two}} daughters.", Kind.NUMBER),
        ("The queue stretched for several {{hundred}} metres.", Kind.NUMBER),
        ("Prices rose by between {{3}}% and 4%.", Kind.NUMBER),
        ("Take nine things: four books, {{three}} films and two maps.", Kind.NUMBER),
        ("Sales rose in the {{three}} months to June.", Kind.NUMBER),
        ("Ole Hill, {{52}}, was hurt.", Kind.NUMBER),
        ("Ada Marsh won 6-7, 6-4, 3-6, {{7-6}}.", Kind.NUMBER),
        ("The Ord is the longest {{river}} in Tarnland.", Kind.THING),
        ("Ole Hill died at St {{Oswald}}.", Kind.PLACE),
        ("Her book {{Winter}} Came Late sold well.", Kind.THING),
        ("The war emptied the {{schools of boys}}.", Kind.THING),
        ("They made {{Ole Hill keeper}} of the island.", Kind.THING),
        ("Warm soil gives males, cool {{soil females}}.", Kind.THING),
        ("Ada Marsh went to Ord College, {{Tarnford}}.", Kind.CITY),
    ],
)
def test_a_gap_that_its_sentence_fills_is_refused(
    candidate: Make, told: str, names: Kind
) -> None:
    gap = HOLE.search(told)
    assert gap is not None
    assert is_given_away(told, gap, candidate(gap["words"], names))


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Ada Marsh has {{three}} daughters.", Kind.NUMBER),
        ("Prices rose by between {{3}}% and 9%.", Kind.NUMBER),
        ("Take {{nine}} things: four books, three films and one map.", Kind.NUMBER),
        ("The Ord is the longest {{river of glass}} in Tarnland.", Kind.THING),
        ("Ole Hill died at {{Tarnford}}.", Kind.PLACE),
        ("The war filled the {{schools of Ord}}.", Kind.THING),
    ],
)
def test_a_gap_that_asks_for_something_is_kept(
    candidate: Make, told: str, names: Kind
) -> None:
    gap = HOLE.search(told)
    assert gap is not None
    assert not is_given_away(told, gap, candidate(gap["words"], names))


@pytest.mark.parametrize(
    ("prompt", "answer", "much"),
    [
        ("What did Ada Marsh buy?", "a lamp", True),
        ("What did Ada Marsh invent?", "a lamp", False),
        ("What did Ada Marsh buy in Harlow?", "a lamp", False),
        ("Who was Ada Marsh leading by 1940?", "a small team", True),
        ("Who found the Ord cave?", "a shepherd", False),
    ],
)
def test_a_question_to_which_much_would_be_an_answer_is_told(
    candidate: Make, prompt: str, answer: str, much: bool
) -> None:
    assert asks_anything(prompt, candidate(answer)) is much


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("At Harlow Lido, when was the lido shut?", "When was Harlow Lido shut?"),
        (
            "At the Ord Lighthouse, the lighthouse was lit in {{1811}}.",
            "The Ord Lighthouse was lit in {{1811}}.",
        ),
        (
            "At the Ord Lighthouse, the tower is {{35}} metres high.",
            "At the Ord Lighthouse, the tower is {{35}} metres high.",
        ),
    ],
)
def test_what_stands_in_front_is_put_where_it_is_meant(told: str, named: str) -> None:
    assert by_name(told) == named


def test_a_wording_is_refused_or_comes_without_what_leads_on(candidate: Make) -> None:
    lamp = candidate("barometer")
    told = "Lastly, Ada Marsh bought a {{barometer}} in 1871."
    assert looked_over(told, lamp) == "Ada Marsh bought a {{barometer}} in 1871."
    assert not looked_over("A {{barometer}} may be another.", lamp)
    assert not looked_over("", lamp)


@pytest.mark.parametrize(
    "torn",
    [
        "What did Ada Marsh receive in 1849 in 1858?",
        "How many tonnes does the ship carry from a quarry at Upper?",
    ],
)
def test_a_name_or_a_year_that_was_cut_is_not_asked(candidate: Make, torn: str) -> None:
    assert looked_over(torn, candidate("a medal")) == ""


def test_months_that_are_told_are_not_counted(candidate: Make) -> None:
    told = "Most rain falls in the {{four}} months from June to September."
    assert looked_over(told, candidate("four", Kind.NUMBER)) == ""


def test_a_place_of_death_stands_after_it(candidate: Make) -> None:
    told = looked_over("In {{Kent}}, Ada Marsh died.", candidate("Kent", Kind.PLACE))
    assert told == "Ada Marsh died in {{Kent}}."
