"""Names are voted kinds."""

from quiz.core.article import Article
from quiz.language.korean.analyser import analyse
from quiz.language.korean.glosses import sentences
from quiz.language.korean.lexicon import marked_terms, pretokenizer
from quiz.language.korean.names import Names, vote
from quiz.language.korean.wordlists import Kind


def names(text: str) -> Names:
    cleaned = sentences(Article("x", "글", text))
    tokens = pretokenizer(marked_terms(cleaned))
    return vote(analyse(cleaned, tokens, lambda done: None))


def test_a_title_anywhere_makes_the_name_a_person_everywhere():
    found = names("서가람 회장은 공장을 열었다. 이튿날 서가람은 고향에 갔다.")
    assert found.kind("서가람") is Kind.PERSON


def test_what_stands_before_the_person_is_the_organisation():
    found = names("누리전자 서가람 회장은 공장을 열었다.")
    assert found.kind("누리전자") is Kind.COMPANY


def test_countries_and_cities_come_from_lists():
    found = names("사절단은 프랑스에서 출발해 파리에 닿았다.")
    assert found.kind("프랑스") is Kind.COUNTRY
    assert found.kind("파리") is Kind.CITY


def test_a_definition_tells_the_kind_and_the_noun():
    found = names("‘물빛호’는 바다를 살피는 연구소이다. ‘물빛호’는 새로 지었다.")
    assert found.kind("물빛호") is Kind.BODY
    assert found.nouns["물빛호"] == "연구소"


def test_the_noun_before_a_quoted_name_says_what_it_is():
    found = names("회사는 반도체 ‘가온700’을 내놓았다.")
    assert found.nouns["가온700"] == "반도체"


def test_glosses_are_other_ways_to_write_the_name():
    found = names("뤄양셴(洛陽仙, Luoyang Xian)은 섬에 산다.")
    assert found.others("뤄양셴") == ("洛陽仙", "Luoyang Xian")


def test_a_name_with_an_age_is_a_person_s():
    found = names("표가람(52) 누리FC 감독은 웃었다. 표가람은 옷을 벗었다.")
    assert found.kind("표가람") is Kind.PERSON
    assert found.kind("누리FC") is Kind.BODY


def test_a_best_scorer_and_a_kind_of_player_are_nobody_s_names():
    found = names("서가람은 득점왕에 올랐다. 수비형 미드필더 한누리는 학위를 받았다.")
    for word in ("득점왕", "수비형", "학위"):
        assert found.kind(word) is not Kind.PERSON


def test_an_office_with_hanja_is_no_person():
    found = names("나라는 선혜청(宣惠廳)을 두었다. 선혜청은 쌀을 거두었다.")
    assert found.kind("선혜청") is not Kind.PERSON


def test_the_first_word_of_a_team_s_name_is_the_team():
    found = names("누리마루 유나이티드는 이겼다. 누리마루는 기뻤다.")
    assert found.kind("누리마루") is Kind.BODY
    assert "누리마루 유나이티드" in found.others("누리마루")
