"""The columns of a spreadsheet of questions: their names, and words in their cells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from quiz.core.questions import plain


class Column(StrEnum):
    """What a column holds. Wrong options and replies may have several columns."""

    QUESTION = "question"
    ANSWER = "answer"
    ACCEPTED = "accepted"
    WRONG = "wrong"
    REPLY = "reply"
    OPTION = "option"  # one of all options; the answer says which is right
    KIND = "kind"
    TOLERANCE = "tolerance"
    FORMS = "forms"
    CLOZE = "cloze"
    EXPLANATION = "explanation"
    TAGS = "tags"
    DIFFICULTY = "difficulty"
    STATUS = "status"
    DATA = "data"  # what only the program needs: ids, evidence, times


REPEATED = {Column.WRONG, Column.REPLY, Column.OPTION, Column.ACCEPTED}

# The first name of each is the one that is written.
NAMES: Mapping[str, Mapping[Column, tuple[str, ...]]] = {
    "ko": {
        Column.QUESTION: ("문제", "질문", "문항", "발문", "앞면"),
        Column.ANSWER: ("정답", "답", "해답", "뒷면", "뜻"),
        Column.ACCEPTED: ("다른 정답", "인정할 답", "유사 정답", "복수 정답"),
        Column.WRONG: ("오답", "틀린 보기", "함정"),
        Column.REPLY: ("답글", "보기 설명", "피드백"),
        Column.OPTION: ("보기", "선택지", "선지"),
        Column.KIND: ("정답의 종류", "답의 종류", "종류"),
        Column.TOLERANCE: ("오차", "허용 오차"),
        Column.FORMS: ("출제 형식", "형식", "유형"),
        Column.CLOZE: ("빈칸 문장", "빈칸"),
        Column.EXPLANATION: ("풀이", "해설", "설명"),
        Column.TAGS: ("태그", "단원", "분류", "주제"),
        Column.DIFFICULTY: ("난이도", "난도"),
        Column.STATUS: ("상태",),
        Column.DATA: ("프로그램 자료(그대로 두기)",),
    },
    "en": {
        Column.QUESTION: ("question", "prompt", "front", "stem", "term"),
        Column.ANSWER: ("answer", "correct answer", "back", "definition", "key"),
        Column.ACCEPTED: ("also accepted", "accepted", "variants", "synonyms"),
        Column.WRONG: ("wrong option", "wrong", "distractor", "incorrect"),
        Column.REPLY: ("reply", "feedback"),
        Column.OPTION: ("option", "choice"),
        Column.KIND: ("kind", "answer kind"),
        Column.TOLERANCE: ("tolerance",),
        Column.FORMS: ("forms", "form", "type"),
        Column.CLOZE: ("cloze", "gap"),
        Column.EXPLANATION: ("explanation", "rationale", "notes"),
        Column.TAGS: ("tags", "tag", "topic", "category"),
        Column.DIFFICULTY: ("difficulty", "level"),
        Column.STATUS: ("status",),
        Column.DATA: ("program data (leave as it is)",),
    },
}
# What codes are called in cells; a code without a word here stands for itself.
WORDS: Mapping[str, Mapping[str, str]] = {
    "ko": {
        "words": "말", "number": "수", "date": "날짜", "list": "목록", "order": "순서",
        "pairs": "짝", "truth": "참·거짓 문장", "true/false": "참·거짓", "choice": "고르기",
        "several": "모두 고르기", "match": "짝짓기", "cloze": "빈칸", "typed": "쓰기",
        "card": "카드", "draft": "초안", "approved": "승인", "retired": "보관",
        "true": "참", "false": "거짓",
    },
    "en": {},
}  # fmt: skip
CODES = {plain(code): code for code in WORDS["ko"]}
CODES |= {plain(word): code for words in WORDS.values() for code, word in words.items()}
# 순서 is the name of a kind and of a form, and both have the code "order".
LEVELS = {"쉬움": 0.2, "보통": 0.5, "어려움": 0.8, "easy": 0.2, "medium": 0.5, "hard": 0.8}
LEVELS |= {"하": 0.2, "중": 0.5, "상": 0.8}


@dataclass(frozen=True, slots=True)
class Matched:
    """What each column of a table is taken for, and whether the first row names them."""

    columns: tuple[Column | None, ...]
    has_head: bool


def names_in(language: str) -> Mapping[Column, tuple[str, ...]]:
    return NAMES.get(language, NAMES["en"])


def word_for(code: str, language: str) -> str:
    return WORDS.get(language, WORDS["en"]).get(code, code)


def code_of(word: str) -> str:
    """Return the code that a word stands for in any language, or the word itself."""
    return CODES.get(plain(word), word.strip())


def match_columns(first_row: list[str], width: int) -> Matched:
    """Guess the columns from the names in the first row, else by their places.

    Without names the first is the question, the second its answer, others are wrong
    options.
    """
    known = [column_named(cell) for cell in first_row]
    if Column.QUESTION in known or len([each for each in known if each]) >= 2:
        return Matched(once_each(known, width), has_head=True)
    by_place = [Column.QUESTION, Column.ANSWER] + [Column.WRONG] * width
    return Matched(tuple(by_place[:width]), has_head=False)


def once_each(known: list[Column | None], width: int) -> tuple[Column | None, ...]:
    """Leave out the second column of a kind that can have only one."""
    seen: set[Column] = set()
    columns: list[Column | None] = []
    for column in known + [None] * (width - len(known)):
        twice = column in seen and column not in REPEATED
        columns.append(None if twice else column)
        if column:
            seen.add(column)
    return tuple(columns[:width])


def column_named(text: str) -> Column | None:
    """Return the column that a name such as “Wrong option 2” or “보기3” stands for."""
    name = plain(re.sub(r"[\s\d()#.]+$", "", text)) or plain(text)
    for names in NAMES.values():
        for column, known in names.items():
            if name in {plain(each) for each in known}:
                return column
    return None
