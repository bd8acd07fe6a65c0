"""Move what stands in brackets out of the sentence, and remember it."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from quiz.core.article import Article, Span, paragraph_spans, sentences_of_line
from quiz.language.korean.morphology import Gloss, Sentence

BRACKETS = re.compile(r"\s?[(（\[［〔]([^()（）\[\]［］〔〕]*)[)）\]］〕]")
BULLET = re.compile(
    r"^(?:[-*•·▲△■□○●◦※▶▪◎❍ㅇ①-⑳]|\(?\d{1,2}[.)]|[Ⅰ-Ⅻ]\.|[가나다라마바사아자차카타파하][.)])\s+"
)
# '(서울=한빛통신) 윤태경 기자 = ': who wrote it is no part of the sentence.
BYLINE = re.compile(r"^\s?[가-힣·, ]{2,30}(?:기자|특파원|통신원) ?= ?")
HEADING_LENGTH = 40
ENDS_SENTENCE = re.compile(r"(?:다|요|까|죠|음|함|임)[.!?]?[”’\"']?$|[.!?][”’\"']?$")
HAN = re.compile(r"^[\u3400-\u4dbf\u4e00-\u9fff·\s]+$")
LATIN = re.compile(r"^[A-Za-z][A-Za-z0-9 .,&'’:/\-]*$")


def sentences(article: Article) -> list[Sentence]:
    """Return the article's sentences without brackets, in order."""
    return [
        clean(article.text, span, number)
        for number, paragraph in enumerate(paragraph_spans(article.text))
        for span in sentences_of_line(article.text, paragraph)
    ]


def clean(text: str, span: Span, paragraph: int) -> Sentence:
    raw = span.of(text)
    kept, glosses = list(range(len(raw))), []
    for inside in bracketed(raw):
        before = bisect_left(kept, inside.start())
        glosses.append(Gloss(before, (inside[1] or "").strip()))
        del kept[before : bisect_left(kept, inside.end())]
    if bullet := BULLET.match(raw):
        kept = [k for k in kept if k >= bullet.end()]
        glosses = [Gloss(max(0, g.at - bullet.end()), g.text) for g in glosses]
    clean_text = "".join([raw[k] for k in kept])
    if byline := BYLINE.match(clean_text):
        kept, clean_text = kept[byline.end() :], clean_text[byline.end() :]
        glosses = [
            Gloss(g.at - byline.end(), g.text) for g in glosses if g.at >= byline.end()
        ]
    return Sentence(
        span,
        clean_text,
        tuple([span.start + k for k in kept]),
        tuple(glosses),
        paragraph,
        heading=is_heading(clean_text),
    )


def bracketed(raw: str) -> Iterator[re.Match[str]]:
    """Yield the innermost brackets of `raw`; each match keeps its content in group 1."""
    yield from BRACKETS.finditer(raw)


def is_heading(text: str) -> bool:
    return len(text) <= HEADING_LENGTH and not ENDS_SENTENCE.search(text)


def is_hanja(gloss: str) -> bool:
    return bool(HAN.match(gloss))


def is_latin(gloss: str) -> bool:
    return bool(LATIN.match(gloss))
