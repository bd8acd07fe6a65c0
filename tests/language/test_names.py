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
