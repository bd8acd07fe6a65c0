"""What a notice or a fact box is about, by its title: the name that its questions carry."""

import re
from itertools import islice

from quiz.core.article import Article, paragraph_spans
from quiz.language.korean.item_lines import read_line

# What only says that something is announced: '... 지원사업 공고', '... 관람 안내'.
TELLING = re.compile(
    r"\s*(?:(?:시행|실시|개최|운영|관람|이용|제품|상세|주요|기본|행사|변경|정정|긴급|"
    r"추가)\s)?"
    r"(?:공고문?|안내문?|공지(?: ?사항)?|알림|요강|제원|사양|명세|개요|정보|프로그램|"
    r"일정표?|시간표|"
    r"보도자료|가정통신문)\s*$"
)
ALONE = re.compile(r"\s(?:관람|이용|행사|시행|실시|개최|운영|변경|시작|추진|확대)$")
ANNOUNCING = re.compile(
    r"공고|모집|요강|공지|채용|지원|사업|신청|접수|대회|축제|행사|잔치|박람회|공연"
)
NUMBERED = re.compile(
    r"^\s*(?:\[[^\]]*\]|<[^>]*>|【[^】]*】|[가-힣 ]{0,20}(?:공고|고시) ?제?\d[\d-]*호)\s*"
)
BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
QUOTED = re.compile(r"[「『‘“]([^」』’”]{6,34})[」』’”]")
SENTENCE = re.compile(r"[.…?!,:]|(?:[한된]다|습니다|하세요|[이가은는을를] [가-힣]+다)$")
OFFICE = re.compile(r"^[가-힣]+(?:시|군|구|도|청|부|처|공단|공사|재단|센터|협회|진흥원)\s")
LONGEST, LONGEST_LINE = 34, 50
FEWEST = 2  # labelled lines that make an article one of items


def notice_of(article: Article) -> str:
    """Return the name that an article written in items is about, "" of any other."""
    lines = (read_line(article.text, span) for span in paragraph_spans(article.text))
    labelled = islice((line for line in lines if line.value), FEWEST)
    return scope_of_notice(article) if len(list(labelled)) == FEWEST else ""


def announced_by(article: Article) -> str:
    """Return the scheme whose rules the article's sentences tell, "" of a fact box."""
    return notice_of(article) if ANNOUNCING.search(article.title) else ""


def scope_of_notice(article: Article) -> str:
    """Return the name of the scheme, place or thing, or "" where no title names one."""
    name = name_in(article.title)
    if name:
        return name
    first = paragraph_spans(article.text)[:1]
    line = first[0].of(article.text) if first else ""
    return name_in(line) if not article.title and len(line) <= LONGEST_LINE else ""


def name_in(title: str) -> str:
    """Return '청년 이사비 지원사업' of '[공고] 청년 이사비 지원사업 신청 안내'."""
    text = BRACKETED.sub("", NUMBERED.sub("", title)).strip()
    quoted = QUOTED.search(text)
    while (shorter := TELLING.sub("", text)) != text:
        text = shorter.strip()
    text = ALONE.sub("", text)
    if quoted and len(text) > LONGEST:
        text = quoted[1]
    while len(text) > LONGEST and (office := OFFICE.match(text)):
        text = text[office.end() :]
    return "" if SENTENCE.search(text) or len(text) < 2 else text
