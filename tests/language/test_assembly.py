"""What the questions of every language share."""

from quiz.core.article import Article
from quiz.core.questions import Answer, AnswerKind, Evidence, Form, Option, Question
from quiz.language.assembly import assembled, identity_of

ARTICLE = Article("a", "Title", "Ada founded it in 1911.", "en")
EVIDENCE = Evidence("a", 0, 23, ARTICLE.text, 18, 22)
QUESTION = Question(
    "q", "When?", Answer(AnswerKind.DATE, ("1911",)),
    wrong=(Option("1912"), Option("1913")), cloze="Ada founded it in {{1911}}.",
)  # fmt: skip


def test_the_same_fact_has_the_same_id_and_another_has_another():
    assert identity_of(ARTICLE, "date", EVIDENCE) == identity_of(ARTICLE, "date", EVIDENCE)
    assert identity_of(ARTICLE, "date", EVIDENCE) != identity_of(ARTICLE, "age", EVIDENCE)


def test_a_question_gets_every_form_that_it_can_have():
    assert Form.CHOICE in assembled(QUESTION).forms
    assert set(assembled(QUESTION, cloze_only=True).forms) == {Form.CLOZE, Form.TRUTH}
