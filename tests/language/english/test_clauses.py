"""What a sentence states."""

from quiz.language.english.candidates import Reading


def said(reading: Reading) -> list[tuple[str, str, str]]:
    words = reading.sentence.doc
    return [
        (c.kind, " ".join(words[n].text for n in c.subject.words), c.group.main)
        for c in reading.clauses
        if c.subject is not None
    ]


def test_joined_verbs_share_their_subject(read):
    (reading,) = read("Ada Marsh left Oslo in 1890 and opened a school in Bergen.")
    assert said(reading) == [
        ("main", "Ada Marsh", "left"),
        ("joined", "Ada Marsh", "opened"),
    ]


def test_a_relative_clause_tells_of_its_noun(read):
    (reading,) = read("Ole Dahl met Ada Marsh, who collected clocks.")
    assert ("relative", "Ada Marsh", "collected") in said(reading)


def test_a_participle_is_made_a_statement(read):
    (reading,) = read("The Harlow Museum, founded in 1911, has many visitors.")
    (clause,) = [c for c in reading.clauses if c.kind == "participle"]
    assert clause.group.aux == ("was",)


def test_what_somebody_believes_has_a_source(read):
    (reading,) = read("Most scholars believe that the ship was built in Norway.")
    (clause,) = [c for c in reading.clauses if c.kind == "content"]
    assert [reading.sentence.doc[n].text for n in clause.source] == ["Most", "scholars"]


def test_what_stands_under_if_is_not_stated(read):
    (reading,) = read("If the dam breaks, the water reaches Harlow.")
    assert [c.verb.text for c in reading.clauses] == ["reaches"]


def test_a_past_after_a_promise_goes_on_from_the_promise(asked):
    found = asked(
        "The mayor, Ole Dahl, promised that it would be rebuilt and announced a fund of "
        "£200 to help the Harlow Museum."
    )
    prompt = "Who announced a fund of £200 to help the Harlow Museum?"
    assert found.get(prompt) == "Ole Dahl", found


def test_who_after_a_trade_is_no_place_above_it(asked):
    found = asked(
        "Ada Marsh was born in Harlow, a village in Kent, the daughter of a clockmaker who "
        "sold watches to sailors."
    )
    assert not any(
        "Kent sell" in p or (a == "Kent" and p.startswith("Who")) for p, a in found.items()
    ), found


def test_a_verb_without_its_complement_is_not_asked(asked):
    found = asked("Ada Marsh lives in Oslo. Harlow Street remained closed on 4 May 1951.")
    assert "Which street remained on 4 May 1951?" not in found


def test_a_participle_after_a_comma_is_not_given_to_the_nearer_of_two_nouns(asked):
    found = asked(
        "Ada Marsh won a scholarship to a college in Oslo, given by the Harlow Trust."
    )
    assert "Who won a scholarship to a college in Oslo?" in found
    assert not any("gave a college" in prompt for prompt in found), found


def test_a_participle_after_a_comma_tells_of_its_one_noun(asked):
    found = asked("The Harlow Museum, founded in 1911, has many visitors.")
    assert found.get("Which museum was founded in 1911?") == "the Harlow Museum", found


def test_who_after_a_company_means_the_person_that_leads_it(read):
    told = "The board chose Sophie Hill, director of Tarrant Group, who joined in 2024."
    subjects = [c.subject.head.text for r in read(told) for c in r.clauses if c.subject]
    assert "Group" not in subjects


def test_what_followed_without_an_object_is_no_clause(read):
    found = [c.group.lemma for r in read("A law followed in 1806.") for c in r.clauses]
    assert found == []
