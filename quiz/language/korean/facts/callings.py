"""'선무군관이라는 칭호를 주었다': what a title, a name or a book is."""

from collections.abc import Iterator

from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause, is_main_argument
from quiz.language.korean.facts.things import made, readable
from quiz.language.korean.morphology import Part
from quiz.language.korean.nominals import Nominal
from quiz.language.korean.phrases import CLOSING, OPENING, is_copular
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import in_place
from quiz.language.korean.wordlists import words

CALLING = words(
    """
칭호 이름 별명 호 제목 명칭 직책 직함 별칭 시호 작위 벼슬 관직 노래 책 소설 영화 작품 구호
주제 목표 원칙 표어 문구 글 기록 상 훈장 단체 모임 마을 곳 회사 가게 필명 아호 예명 세례명
"""
)
# What can be put forward by its name alone.
IDEAS = words(
    """
개념 이론 법칙 학설 가설 사상 전략 캠페인 프로그램 프로젝트 서비스 행사 브랜드 공약 계획
제도 정책 기법 공법 병 질환 현상 상품 제품 앱 가설 용어
"""
)
NOT_TOLD = frozenset({"라는", "이라는", "란", "이란"})


def find(reading: Reading) -> Iterator[Candidate]:
    if "란" not in reading.sentence.text and "라는" not in reading.sentence.text:
        return
    for clause in reading.clauses:
        if not any(NOT_TOLD & {m.form for m in clause.word(n).morphs} for n in clause.body):
            continue
        pieces = readable(clause, reading)
        if pieces is not None:
            yield from called(clause, pieces, reading)


def called(clause: Clause, pieces: list[Piece], reading: Reading) -> Iterator[Candidate]:
    """'선무군관이라는 칭호를 주었다' -> '어떤 칭호를 주었는가?'."""
    for number in clause.body[:-2]:
        word = clause.word(number)
        if word.part is not Part.ADNOMINAL or not is_copular(word) or word.quoted:
            continue
        endings = [m.form for m in word.morphs if m.tag == "ETM"]
        noun = clause.word(number + 1)
        if not endings or endings[-1] not in NOT_TOLD or noun.core not in CALLING | IDEAS:
            continue
        if not (noun.is_object or noun.josa in {"으로", "로"}):
            continue
        if not is_main_argument(clause.sentence, number + 1, clause.body):
            continue
        start, first = opening(clause, number)
        name = clause.sentence.text[start : word.core_end].rstrip("’”'\"」』》〉")
        if noun.core not in IDEAS and not has_recipient(clause, number):
            continue
        answer = Nominal(first, number, start, start + len(name), name, name, "")
        prompt = in_place(clause, pieces, (first, number), "어떤", reading.setting, "")
        if name:
            yield made(answer, clause, reading, prompt, 50)


def opening(clause: Clause, number: int) -> tuple[int, int]:
    """Return where the name begins, and its first word: it may be quoted words."""
    word, text = clause.word(number), clause.sentence.text
    if word.core[-1:] not in CLOSING:
        return word.start, number
    mark = OPENING[CLOSING.index(word.core[-1])]
    start = text.rfind(mark, 0, word.core_end - 1)
    first = next((n for n in clause.body if clause.word(n).end > start), number)
    return (start + 1, first) if start >= 0 else (word.start, number)


def has_recipient(clause: Clause, number: int) -> bool:
    """Tell whether the clause says to what the name was given."""
    before = [clause.word(n) for n in clause.body if n < number and n not in clause.topic]
    after = [clause.word(n) for n in clause.body if n > number + 1]
    given = any(w.josa in {"에", "에게", "를", "을", "에는"} for w in before)
    return (
        given
        or any(w.josa in {"을", "를"} for w in after)
        or (clause.word(number + 1).josa in {"으로", "로"})
    )
