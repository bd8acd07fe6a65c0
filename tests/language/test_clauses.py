"""One sentence becomes clauses that can be asked alone."""

from quiz.core.article import Article
from quiz.language.korean.analyser import analyse
from quiz.language.korean.clauses import clauses
from quiz.language.korean.glosses import sentences
from quiz.language.korean.morphology import Sentence


def read(text: str) -> Sentence:
    return analyse(sentences(Article("x", "글", text)), None, lambda done: None)[0]


def topics(text: str) -> list[str]:
    sentence = read(text)
    return [
        " ".join(sentence.words[n].text for n in clause.topic)
        for clause in clauses(sentence)
    ]


def split(text: str) -> list[str]:
    sentence = read(text)
    return [
        " ".join(sentence.words[n].text for n in clause.words)
        for clause in clauses(sentence)
    ]


def test_a_shared_subject_is_copied():
    assert split("이성계는 나라를 세우고 수도를 한양으로 옮겼다.") == [
        "이성계는 나라를 세우고",
        "이성계는 수도를 한양으로 옮겼다.",
    ]


def test_a_clause_keeps_its_own_subject():
    assert split("형은 서울에 살지만 동생은 부산에 산다.")[1] == "동생은 부산에 산다."


def test_what_runs_on_into_a_noun_is_not_split():
    assert len(split("이 회사는 배를 만들고 파는 회사이다.")) == 1


def test_an_auxiliary_is_no_clause():
    assert len(split("학자들은 별을 살피고 있다.")) == 1


def test_a_comma_stands_for_the_copula_of_the_first_clause():
    assert split("가온팀은 3위, 누리팀은 5위이다.") == [
        "가온팀은 3위,",
        "누리팀은 5위이다.",
    ]


def test_what_is_done_for_a_purpose_is_no_clause_of_its_own():
    assert len(split("임금은 공덕을 기리고 명복을 빌기 위해 종을 만들었다.")) == 1


def test_after_somebody_came_another_acts():
    assert split("북쪽 장수 서하은이 강을 건너오자 배를 거느리고 맞이하였다.") == [
        "북쪽 장수 서하은이 강을 건너오자",
        "배를 거느리고",
        "맞이하였다.",
    ]


def test_what_becomes_something_is_no_subject():
    assert split("대만은 1990년 창립을 도왔고, 1995년 회원국이 되었다.")[1] == (
        "대만은 1995년 회원국이 되었다."
    )


def test_about_is_no_verb_of_the_relative_clause():
    found = topics("누리위원회가 예산과 운영에 관한 문제를 맡는다.")
    assert found == ["누리위원회가"]


def test_a_year_holds_for_the_clause_that_is_joined():
    assert split("1850년 가온시는 항구를 넓히고 등대를 세웠다.")[1] == (
        "1850년 가온시는 등대를 세웠다."
    )


def test_also_somebody_is_the_subject_of_what_they_made():
    assert topics("누리전자도 2010년 부산에 공장을 세웠다.") == ["누리전자도"]
    assert topics("서가람은 밭을 갈았고 나무도 심었다.") == ["서가람은", ""]


def test_a_joined_clause_has_the_tense_of_the_next():
    sentence = read("가온군은 배를 불태우고 성을 빼앗았다고 하는데, 믿는 학자가 많다.")
    tenses = [c.predicate.past for c in clauses(sentence) if c.predicate]
    assert tenses == [True, True, False]
