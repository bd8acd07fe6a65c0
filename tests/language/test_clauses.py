"""One sentence becomes clauses that can be asked alone."""

from quiz.core.article import Article
from quiz.language.korean.analyser import analyse
from quiz.language.korean.clauses import clauses
from quiz.language.korean.glosses import sentences


def split(text: str) -> list[str]:
    sentence = analyse(sentences(Article("x", "글", text)), None, lambda done: None)[0]
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
