"""Evidence in its paragraph."""

from dataclasses import replace

import pytest

from quiz.anki.note_evidence import CONTEXT, Passages
from quiz.anki.note_words import ENGLISH, KOREAN, words_of
from quiz.core.article import Article
from quiz.core.questions import Evidence
from tests.anki.samples import ARTICLE, EVIDENCE


def passages(*articles: Article) -> Passages:
    return Passages(articles, KOREAN)


def quoted(article: Article, quote: str) -> Evidence:
    start = article.text.index(quote)
    return Evidence(article.id, start, start + len(quote), quote, 0, 1)


def test_the_paragraph_stands_around_the_quotation_and_the_answer_in_it() -> None:
    assert passages(ARTICLE).shown(EVIDENCE) == (
        "개관식에는 세 사람이 왔다. <mark>그때 관장이던 사람은 <em>이한결</em>"
        '(<span lang="zh-Hans">李汉杰</span>)이다.</mark> 시장도 왔다.'
    )


def test_the_source_names_title_date_paragraph_and_address() -> None:
    assert passages(ARTICLE).source(EVIDENCE) == (
        "「한빛도서관 개관」, 2019년 10월 7일, 2번째 문단, "
        '<a href="https://library.example/?a=1&amp;b=2">원문</a>'
    )
    assert (
        Passages((ARTICLE,), ENGLISH)
        .source(EVIDENCE)
        .startswith("“한빛도서관 개관”, 2019-10-07, paragraph 2, <a ")
    )


def test_without_evidence_there_is_neither_passage_nor_source() -> None:
    assert passages(ARTICLE).shown(None) == passages(ARTICLE).source(None) == ""


def test_a_quotation_stands_alone_where_its_article_is_missing_or_says_something_else() -> (
    None
):
    alone = passages().shown(EVIDENCE)
    assert alone.startswith("<mark>")
    assert alone.endswith("</mark>")
    rewritten = replace(ARTICLE, text="새로 쓴 글이다.\n" + ARTICLE.text)
    assert passages(rewritten).shown(EVIDENCE) == alone
    assert "문단" not in passages(rewritten).source(EVIDENCE)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 1000)])
def test_an_answer_outside_its_quotation_is_not_emphasised(start: int, end: int) -> None:
    evidence = replace(EVIDENCE, answer_start=start, answer_end=end)
    assert "<em>" not in passages(ARTICLE).shown(evidence)


def test_a_paragraph_as_long_as_a_book_is_cut_at_words() -> None:
    article = Article("book", "", "앞선 말 " * 5000 + "여기다. " + "뒤의 말 " * 5000)
    shown = passages(article).shown(quoted(article, "여기다."))
    assert len(shown) < 2 * CONTEXT + 60
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert set(shown.replace("<mark><em>여</em>기다.</mark>", "").split()) <= {
        "…", "앞선", "말", "뒤의",
    }  # fmt: skip


def test_evidence_over_two_paragraphs_shows_both() -> None:
    article = Article("two", "", "첫째 줄이다. 그렇다.\n둘째 줄이다. 아니다.")
    shown = passages(article).shown(quoted(article, "그렇다.\n둘째 줄이다."))
    assert shown == "첫째 줄이다. <mark><em>그</em>렇다.<br>둘째 줄이다.</mark> 아니다."


@pytest.mark.parametrize(
    "source",
    ["javascript:alert(1)", "https://", "http://[", "도서관 서가 3번", "file:///etc"],
)
def test_only_a_web_address_becomes_a_link(source: str) -> None:
    assert "<a" not in passages(replace(ARTICLE, source=source)).source(EVIDENCE)


def test_other_languages_get_english_words() -> None:
    assert words_of("de") is ENGLISH
