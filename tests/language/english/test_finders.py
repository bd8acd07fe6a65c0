"""What newer finders ask, and what is never asked."""

from datetime import date

import pytest

MARSH = "Ada Marsh was a Scottish chemist. Ada Marsh studied salt. "


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "The Harlow Dairy cleans milk tanks by washing them with acid.",
            "How does the Harlow Dairy clean milk tanks?",
            "by washing them with acid",
        ),
        (
            "Ada Marsh (12 May 1910 – 29 July 1994) was a Scottish chemist in Oslo.",
            "On what date was Ada Marsh born?",
            "12 May 1910",
        ),
        (
            "Ada Marsh (12 May 1910 – 29 July 1994) was a Scottish chemist in Oslo.",
            "On what date did Ada Marsh die?",
            "29 July 1994",
        ),
        (
            "The marsh tern is a seabird of the family Laridae.",
            "To which family does the marsh tern belong?",
            "Laridae",
        ),
        (
            "The Harbour Act, approved by 71 votes to 48, replaces the Dock Act.",
            "By what vote was the Harbour Act approved?",
            "71 votes to 48",
        ),
        (
            "Founded in 1951, Norrland Bank runs seven mills in Norway.",
            "In which year was Norrland Bank founded?",
            "1951",
        ),
        (
            MARSH + "From 1976 to 1988 she was president of the Harlow Society.",
            "Which office did Ada Marsh hold from 1976 to 1988?",
            "president of the Harlow Society",
        ),
        (
            "The Harlow Chessmen are dated to the second half of the 12th century.",
            "To which period are the Harlow Chessmen dated?",
            "the second half of the 12th century",
        ),
        (
            "Below 2.17 K the liquid at Harlow becomes a superfluid.",
            "Below what temperature does the liquid at Harlow become a superfluid?",
            "2.17 K",
        ),
        (
            "Molten rock below the surface is called magma.",
            "What is magma?",
            "molten rock below the surface",
        ),
        (
            "The axolotl becomes adult without changing its form, a condition known as "
            "neoteny.",
            "What is the condition called in which the axolotl becomes adult without "
            "changing its form?",
            "neoteny",
        ),
        (
            "The Erie Tunnel was finished in the fall of 1825.",
            "When was the Erie Tunnel finished?",
            "the fall of 1825",
        ),
        (
            "Harlow Bank had revenue of $240 million in 2025.",
            "How much revenue did Harlow Bank have in 2025?",
            "$240 million",
        ),
        (
            MARSH + "In 1937 she married Ole Dahl, a historian of Africa.",
            "What was the occupation of Ada Marsh's husband, Ole Dahl?",
            "historian",
        ),
        (
            "Clinton left Buffalo in 1825. On October 26 Clinton reached Albany.",
            "On what date did Clinton reach Albany?",
            "October 26, 1825",
        ),
        (
            "The marsh tern was described by Carl Linnaeus in 1758 as Sterna Alba.",
            "Under what name did Carl Linnaeus describe the marsh tern in 1758?",
            "Sterna Alba",
        ),
        (
            "Harlow Bank joined the Stockholm exchange in 1911.",
            "Which exchange did Harlow Bank join in 1911?",
            "the Stockholm exchange",
        ),
        (
            "In Oslo, Ole Dahl was fined for failing to train his staff.",
            "Why was Ole Dahl fined in Oslo?",
            "for failing to train his staff",
        ),
        (
            "The Harlow Lamp is used for finding small leaks.",
            "What is the Harlow Lamp used for?",
            "for finding small leaks",
        ),
        (
            "Harlow is a mining town with a population of 5,600.",
            "What is the population of Harlow?",
            "5,600",
        ),
        (
            "Volcanic ash makes soil fertile, which is why so many people live near "
            "volcanoes.",
            "Why do so many people live near volcanoes?",
            "because volcanic ash makes soil fertile",
        ),
        (
            "The outer ear, or pinna, collects the waves.",
            "What is another name for the outer ear?",
            "pinna",
        ),
        (
            "Harlow's best bowler was Lucy Trent, who took four for 29.",
            "Who was Harlow's best bowler?",
            "Lucy Trent",
        ),
        (
            "Ole Dahl left Oslo in 1899, and later he opened the Harlow Museum.",
            "Who opened the Harlow Museum?",
            "Ole Dahl",
        ),
        (
            "Harlow Bank was founded in 1911 by 38 farmers who wanted better prices.",
            "In which year was Harlow Bank founded?",
            "1911",
        ),
        (
            "The Harlow Fund has a budget of 2.4 billion crowns.",
            "How large a budget does the Harlow Fund have?",
            "2.4 billion crowns",
        ),
        (
            "Members of the Harlow Library may borrow up to fifteen items.",
            "How many items may members of the Harlow Library borrow?",
            "up to fifteen",
        ),
        (
            "Banks keep only part of their deposits in reserve and lend out the rest, a "
            "practice known as fractional reserve banking.",
            "What is the practice called in which banks keep only part of their deposits "
            "in reserve and lend out the rest?",
            "fractional reserve banking",
        ),
        (
            "Ole Dahl left Oslo, and Ada Marsh poured milk into the Ord, a ceremony known "
            'as the "Wedding of the Waters."',
            "What is the ceremony called in which Ada Marsh poured milk into the Ord?",
            "Wedding of the Waters",
        ),
        (
            "In 1922, avian influenza swept through Harlow.",
            "Which disease swept through Harlow in 1922?",
            "avian influenza",
        ),
    ],
)
def test_is_asked(asked, text, prompt, answer):
    assert asked(text, day=date(2026, 5, 1)).get(prompt) == answer


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Harlow had about 1,500 people in 1820.", "In which year"),
        ("Harlow had about 1,500 people in 1820.", "What had"),
        ("Ada Marsh has $1,000 in her account at Harlow Bank.", "her account does"),
        ("“But I sift,” said Ada Marsh. Ada Marsh left Oslo in 1911.", "sift"),
        ("Ada Marsh gave Harlow Hall the first 200 packets in 1911.", "How many"),
        ("Ada Marsh was working in a hat shop in Oslo in 1887.", "In which year"),
        ("Ole Dahl, an accountant who could not read maps, led Harlow Bank.", "Who is"),
        ("In the early 1800s, moving to Harlow was slow and expensive.", "When was"),
        ("Ada Marsh disputed that account in Oslo.", "What did Ada Marsh dispute"),
        ("Ada Marsh used X-ray tubes to look into bodies.", "Who used"),
        (
            "Native to Norway, the Harlow tern breeds in Oslo and Bergen each May. "
            "Ada Marsh left Oslo in 1951.",
            "native",
        ),
        ("Harlow Bank would get money, provided it pays Oslo no less than $24.", "pay"),
    ],
)
def test_is_never_asked(asked, text, part):
    found = asked(text, day=date(2026, 5, 1))
    assert not any(part in prompt for prompt in found), found


def test_letters_after_a_name_are_no_part_of_it(asked):
    found = asked("Ada Marsh OM FRS founded Harlow Hall in 1951.")
    assert "In which year did Ada Marsh found Harlow Hall?" in found, found


def test_the_following_year_before_a_sentences_own_year_follows_another(asked):
    found = asked(
        "Ada Marsh won a prize in 1964. Ada Marsh joined the Order of Harlow the following "
        "year and saw Oslo in 1969."
    )
    assert "1970" not in found.values()


def test_what_somebody_was_the_first_to_do_is_asked(asked):
    found = asked("In 1911 Ada Marsh became the first woman to cross the Harlow Fjord.")
    told = found.get("What was Ada Marsh the first woman to do?")
    assert told == "cross the Harlow Fjord", found


def test_what_a_quoted_word_means_is_asked(asked):
    found = asked('In this law "dwelling" means a building that somebody sleeps in.')
    told = found.get('What does "dwelling" mean?')
    assert told == "a building that somebody sleeps in", found


def test_only_if_is_a_condition(asked):
    found = asked("Members of the Harlow Club may vote only if they have paid their dues.")
    told = found.get("On what condition may members of the Harlow Club vote?")
    assert told == "if they have paid their dues", found


def test_how_a_quotation_ends_is_asked(asked):
    found = asked('"A bridge without a town is a ladder," said Ada Marsh in 1911.')
    told = found.get("How does Ada Marsh's sentence “A bridge without a town is …” end?")
    assert told == "a ladder", found


def test_a_year_followed_by_when_is_the_year_of_what_follows(asked):
    found = asked(
        "Few mills in Harlow are older than 1911, when Ada Marsh opened the lock."
    )
    assert found.get("In which year did Ada Marsh open the lock?") == "1911", found


def test_a_notice_may_speak_to_its_readers(draft):
    text = (
        "If you are refused, you may appeal to the Harlow Tribunal within 30 days of the "
        "refusal."
    )
    assert any("{{30}}" in q.cloze for q in draft(text).questions)
