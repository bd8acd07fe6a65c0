"""'X는 ... N이다': ask X by its definition, or the name that a role or nickname is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.korean.arguments import (
    SOMEBODY,
    is_coordinated,
    pieces_or_none,
    says_who,
    subject_text,
)
from quiz.language.korean.boundaries import takes_arguments
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.facts.roles import NOT_ROLES
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import Phrase, is_copular, is_time_word, phrases
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import (
    CLEFT,
    IN_PLACE,
    finish,
)
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, noun_kind, title_of, words

POINTING = frozenset({"이", "그"})
STOPS = frozenset({"에는", "에서는", "으로는", "로는", "에게는", "도"})
TOLD = 3  # words that say which common noun is meant
NATIVE = re.compile(
    r"^(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열(?:한|두|세|네)?|스무|스물\S?)$"
)
EMPTY_HEADS = words("""
것 곳 수 이 그 등 안팎 내외 가량 때 바 데 분 쪽 측 이것
여기 모두 누구 경우 결과 이유 때문 정도 가운데 하나 둘 일부 대부분 전체 나머지 다음
최근 현재 오늘 지금 상황 모습 부분 측면 영향 효과 목적 목표 계획 의미 뜻 말
이야기 생각 문제 마지막 처음 한편 반면 몫 편 덕 탓 차례 점 셈 계획 예정
방침 상황 상태 편 뿐 중 적 따름 전망 입장 생각 정도 대표적 필수 필수적 가능
마찬가지 사실 하나 최초 처음 이유 덕분 후 뒤 일 만큼 듯 식 터 수준 추세
분위기 기본 당연 유일 최고 최대 최소 이상 이하 미만 약자 약어 줄임말 뜻 말 번째
""")
KNOWN_HEADS = frozenset(
    [
        "곳",
        "사람",
        "사건",
        "책",
        "작품",
        "그림",
        "영화",
        "노래",
        "나라",
        "도시",
        "회사",
        "기업",
        "전쟁",
        "조사",
        "제도",
        "행사",
        "대회",
        "팀",
        "서비스",
        "기술",
        "시스템",
        "프로그램",
        "마을",
        "지역",
        "정책",
    ]
)
RELATION = words("""
별명 이름 본명 호 아호 필명 예명 애칭 별칭 자 시호 묘호 수도 주제 제목 대표 대표작 본사
소재지 위치 저자 주인공 감독 주인 창업자 설립자 창립자 작곡가 작가 개최지 우승자 우승팀
상대 결과 회장 사장 총재 원장 의장 대통령 총리 주요 언어 통화 공용어 국화 고향 출생지 국적
설계자 제작자 발명자 발견자 창시자 지휘자 연출자 편집자 번역자 시공사 제작사 출판사
배급사 운영사 소속 종목 재료 원료 성분 원인 목적 핵심 중심 정식 명칭 공식명칭 마스코트
슬로건 구호 표어
""")


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        predicate = clause.predicate
        if predicate is None or not predicate.is_copula or not clause.topic:
            continue
        pieces = pieces_or_none(clause, reading)
        if pieces is None:
            continue
        yield from told_as_cleft(clause, pieces, reading)
        if name := name_by_the_way(clause, reading):
            yield from asks_predicate(clause, pieces, name, reading)
        if name := name_in_predicate(clause, reading):
            yield from asks_predicate(clause, pieces, name, reading)
        else:
            yield from asks_topic(clause, pieces, reading)


def topic_mention(clause: Clause) -> Mention | None:
    for phrase in phrases(clause.sentence):
        if phrase.last == clause.topic[-1]:
            return read_phrase(clause.sentence, phrase)
    return None


def predicate_phrase(clause: Clause) -> Phrase | None:
    for phrase in phrases(clause.sentence):
        if phrase.last == clause.body[-1]:
            return phrase
    return None


def name_by_the_way(clause: Clause, reading: Reading) -> Mention | None:
    """Return the name in '설계자는 조지프 팩스턴으로, 본래 원예가였다'."""
    for phrase in phrases(clause.sentence):
        if phrase.first != clause.topic[-1] + 1 or phrase.last == clause.body[-1]:
            continue
        mention = read_phrase(clause.sentence, phrase)
        told = clause.word(phrase.last).comma and phrase.josa in {"로", "으로"}
        return mention if told and reading.setting.names.is_proper(mention.name) else None
    return None


def name_in_predicate(clause: Clause, reading: Reading) -> Mention | None:
    """Return the name in '별명은 ‘풍청양’이다'."""
    phrase = predicate_phrase(clause)
    if phrase is None or phrase.is_time:
        return None
    mention = read_phrase(clause.sentence, phrase)
    names = reading.setting.names
    if not names.is_proper(mention.name):
        return None
    if mention.title:
        return mention
    head = mention.name.split()[-1]
    if not mention.noun and (title_of(head) or noun_kind(head)):
        return None  # '알리바바그룹 회장이다' names a role, not a person
    return mention


def asks_predicate(
    clause: Clause, pieces: list[Piece], mention: Mention, reading: Reading
) -> Iterator[Candidate]:
    topic = topic_mention(clause)
    if topic is None or is_coordinated(clause.sentence, mention.phrase):
        return
    if clause.word(clause.topic[0]).text in POINTING:
        yield from points_back(clause, mention, reading)
        return
    head = topic.phrase.text.split()[-1]
    names = reading.setting.names
    if names.is_proper(topic.name) and not (head in RELATION or noun_kind(head)):
        return
    first = mention.phrase.first
    if first - 1 >= clause.body[0]:
        before = clause.sentence.words[first - 1]
        related = head in RELATION or bool(title_of(head)) or is_told(clause, reading)
        if before.part is Part.ADNOMINAL and (is_copular(before) or not related):
            return
        if before.part is Part.ADNOMINAL:
            first = clause.topic[-1] + 1  # 'X 사장은 2021년 취임한 서지원이다'
    whole = [p for p in pieces if p.number < first or p.number == -1]
    who = subject_text(pieces, clause)
    named = any(names.is_proper(part) for part in who.replace("의 ", " ").split())
    if head in RELATION and not named and "의 " not in who:
        whole = with_subject_owner(whole, reading)
        who = whole[0].core if whole and whole[0].number == -1 else ""
    known = says_who(who, reading) or " " in who or is_told(clause, reading)
    if SOMEBODY.search(who) or not known:
        reading.rejected["no-subject"] += 1
        return
    kind = names.kind(mention.name) or noun_kind(head) or Kind.THING
    if kind is Kind.THING and noun_kind(head):
        kind = noun_kind(head) or kind
    if is_told(clause, reading) and noun_kind(head) is not Kind.PERSON:
        kind = noun_kind(head) or Kind.THING
    wh = IN_PLACE[kind].replace("어느 회사", "어디").replace("어느 기관", "어디")
    wh = "어디" if wh.startswith("어느") else wh
    past = clause.predicate is not None and clause.predicate.past
    text = finish([p.text for p in whole], reading.setting)
    was = "이었는가" if wh == "무엇" else "였는가"
    yield Candidate(
        "nickname" if head in {"별명", "호", "아호", "별칭", "애칭"} else "identity",
        clause.sentence,
        mention.start,
        mention.end,
        f"{text} {wh}{was if past else '인가'}?",
        accepted_names(mention, names),
        kind,
        weight=85,
    )


def points_back(clause: Clause, mention: Mention, reading: Reading) -> Iterator[Candidate]:
    """'왕이 지은 절이 있는데, 이 절이 가람사이다' -> '왕이 지은 절은 무엇인가?'."""
    noun = clause.word(clause.topic[-1]).core
    previous = reading.setting.context.previous
    told, sentence = "", clause.sentence
    for number in range(clause.body[0]):
        if sentence.words[number].core == noun:
            told = " ".join(definition_before(reading, number)) or told
    if not told and previous is not None:
        before = replace(reading, sentence=previous)
        for number, word in enumerate(previous.words):
            if word.core == noun:
                told = " ".join(definition_before(before, number)) or told
    if not told or len(clause.topic) != 2:
        return
    names = reading.setting.names
    kind = noun_kind(noun) or Kind.THING
    wh = "누구" if kind is Kind.PERSON else "무엇"
    text = finish([told, noun], reading.setting)
    yield Candidate(
        "identity", sentence, mention.start, mention.end,
        f"{attach(text, '은')} {wh}인가?", accepted_names(mention, names),
        names.kind(mention.name) or kind, weight=84,
    )  # fmt: skip


def definition_before(reading: Reading, number: int) -> list[str]:
    """Return the words that define the noun at `number`: a verb and its objects."""
    words = reading.sentence.words
    first, verbs = number, 0
    while first > 0 and number - first < 8:
        before = words[first - 1]
        if before.part is Part.ADNOMINAL:
            if (verbs and takes_arguments(before, subject=False)) or is_copular(before):
                break
            verbs += takes_arguments(before, subject=False)
        elif (
            before.is_topic or before.josa in STOPS or before.comma or before.quoted
            or before.part is Part.FINAL
            or (before.part is Part.CONNECTIVE and not leads_on(words, first - 1))
            or before.core == "함께"
        ):  # fmt: skip
            break
        first -= 1
    chosen = words[first:number]
    if not verbs or len(chosen) < 2 or not any(has_argument(w) for w in chosen):
        return []
    return [w.text for w in chosen]


def describing(clause: Clause) -> Word | None:
    """Return the 만드는 of '에너지를 만드는 작은 기관이'."""
    words = clause.sentence.words
    number = clause.topic[0] - 1
    while number > 0 and words[number].part is Part.ADNOMINAL:
        if takes_arguments(words[number], subject=False):
            break
        number -= 1
    return words[number] if number >= 0 else None


def has_argument(word: Word) -> bool:
    return word.is_object or word.is_subject or word.josa in {"에", "에서", "에게"}


def leads_on(words: tuple[Word, ...], number: int) -> bool:
    """Tell the 대항하여 of '항원에 대항하여 생기는 것' from '허리를 구부려 매는 것'."""
    word, before = words[number], words[number - 1]
    endings = [m.form for m in word.morphs if m.tag == "EC"]
    runs = bool(endings) and endings[-1] in {"어", "아", "여"}
    alone = not (before.is_object or before.is_subject)
    return word.part is Part.CONNECTIVE and runs and alone


def told_as_cleft(
    clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    """'가장 먼저 핀 꽃은 매화였다' -> '가장 먼저 핀 꽃은 무엇이었는가?'."""
    phrase = predicate_phrase(clause)
    noun = clause.word(clause.topic[-1])
    before = describing(clause)
    if phrase is None or phrase.is_time or phrase.first != clause.topic[-1] + 1:
        return
    if before is None or before.part is not Part.ADNOMINAL or len(clause.topic) > 2:
        return
    if not takes_arguments(before, subject=False) or re.search(r"\d", phrase.text):
        return
    mention = read_phrase(clause.sentence, phrase)
    last = phrase.text.split()[-1]
    front = [p for p in pieces if p.number <= clause.topic[-1]]
    front = [p for p in front if p.number >= 0 or p is front[0]]  # no '대동법의 것'
    names = reading.setting.names
    if last in EMPTY_HEADS | VAGUE_NOUNS or len(front) < 4 or len(phrase.text) > 15:
        return
    person = names.kind(mention.name) is Kind.PERSON
    kind = noun_kind(noun.core) or Kind.THING
    if (noun.core in {"이", "사람", "인물"} or kind is Kind.PERSON) != person:
        return
    asked = "누구" if person else CLEFT[kind][1]
    if noun.core == "기관" and names.kind(mention.name) is not Kind.BODY:
        asked = "무엇"  # of a living thing
    past = clause.predicate is not None and clause.predicate.past
    was = "였는가" if asked != "무엇" else "이었는가"
    front[-1] = replace(front[-1], josa=fitting(front[-1].core, "은"))
    text = finish([p.text for p in front], reading.setting)
    yield Candidate(
        "identity", clause.sentence, mention.start, mention.end,
        f"{text} {asked}{was if past else '인가'}?", accepted_names(mention, names),
        names.kind(mention.name) or kind, weight=89,
    )  # fmt: skip


def asks_topic(
    clause: Clause, pieces: list[Piece], reading: Reading
) -> Iterator[Candidate]:
    """'압사라는 알리바바가 개발한 슈퍼컴퓨터이다' -> '... 슈퍼컴퓨터는 무엇인가?'."""
    topic = topic_mention(clause)
    last = clause.sentence.words[clause.body[-1]]
    also = clause.predicate is not None and clause.predicate.words == 2  # '원장이기도 하다'
    if topic is None or (not is_copular(last) and not last.comma and not also):
        return
    if not can_be_asked(topic, reading) or is_described(clause, reading):
        reading.rejected["no-name"] += 1
        return
    if clause.head and any(clause.word(n).is_subject for n in clause.body):
        return  # '이용객은 늘었고, 절반이 ... 어르신이다'
    skipped = set(clause.topic)
    body = [p for p in pieces if p.number not in skipped and p.number > clause.topic[-1]]
    if not body:
        return
    early = time_before_topic(clause, pieces)
    head = last.core.strip("‘’'\"“”")
    if also and clause.predicate is not None:
        head, body = clause.predicate.before, body[:-1]
    if (
        not head
        or not body
        or (head in EMPTY_HEADS and head not in KNOWN_HEADS)
        or head.endswith(("적", "중"))
    ):
        reading.rejected["empty-head"] += 1
        return
    if any(re.search(r"\d", p.core) or NATIVE.match(p.core) for p in body[-2:]):
        reading.rejected["measure"] += 1
        return
    if not tells_enough(body, clause, reading):
        reading.rejected["thin-definition"] += 1
        return
    names = reading.setting.names
    kind = noun_kind(head) or Kind.THING
    wh = CLEFT[kind][1]
    text = finish([*(p.text for p in [*early, *body[:-1]]), head], reading.setting)
    role = bool(title_of(head)) and title_of(head) not in NOT_ROLES and len(body) <= 4
    role = role and not any(p.word and p.word.part is Part.ADNOMINAL for p in body)
    calendar = reading.setting.calendar
    if role and calendar.news and calendar.year and str(calendar.year) not in text:
        text = f"{calendar.year}년 {text}"
    prompt = f"{attach(text, '은')} {wh}인가?"
    if kind is Kind.PERSON and not role and names.kind(topic.name) is not Kind.PERSON:
        prompt = f"{attach(text, '을')} 무엇이라고 하는가?"  # 리베로 is nobody's name
    yield Candidate(
        "role-holder" if role else "definition",
        clause.sentence,
        topic.start,
        topic.end,
        prompt,
        accepted_names(topic, names),
        names.kind(topic.name) or kind,
        weight=88 if role else 82,
        part=str(clause.body[0] or ""),
    )


def is_described(clause: Clause, reading: Reading) -> bool:
    """Tell whether the topic is a common noun told apart by a verb: '없애려는 시도는'."""
    words = clause.sentence.words
    topic = words[clause.topic[-1]]
    first = clause.topic[0]
    before = words[first - 1] if first else None
    described = before is not None and before.part is Part.ADNOMINAL
    return described and not reading.setting.names.is_proper(topic.core)


def with_subject_owner(pieces: list[Piece], reading: Reading) -> list[Piece]:
    """'원래 제목은': whose, where the article has one subject; else nothing."""
    subject = reading.setting.context.subject
    return [Piece(subject, "의", -1), *pieces] if subject else []


def is_told(clause: Clause, reading: Reading) -> bool:
    """Tell whether the words before a common noun say which: '단청에 쓰는 흰 가루는'."""
    before = describing(clause)
    if before is None or not is_described(clause, reading):
        return False
    enough = clause.topic[-1] - clause.body[0] >= TOLD
    return enough and takes_arguments(before, subject=False)


def time_before_topic(clause: Clause, pieces: list[Piece]) -> list[Piece]:
    """Return the '올해' that stands right before the topic, not before a verb of it."""
    first = clause.topic[0]
    while first > clause.body[0] and is_time_word(clause.word(first - 1).core):
        first -= 1
    return [p for p in pieces if first <= p.number < clause.topic[0]]


def can_be_asked(topic: Mention, reading: Reading) -> bool:
    name = topic.name
    if reading.setting.names.is_proper(name):
        return True
    if not name.strip():
        return False
    head = name.split()[-1]
    if name in VAGUE_NOUNS or head in VAGUE_NOUNS or head in RELATION or len(name) < 2:
        return False
    return len(name) <= 15


def tells_enough(body: list[Piece], clause: Clause, reading: Reading) -> bool:
    """Tell whether the definition can fit one thing only, as far as words show."""
    names = reading.setting.names
    adnominal = any(p.word and p.word.part is Part.ADNOMINAL for p in body)
    proper = any(names.is_proper(p.core.strip("‘’'")) for p in body[:-1])
    if adnominal:
        return len(body) >= 4 or (proper and len(body) >= 3)
    titled = bool(body[-1].word) and bool(
        title_of(body[-1].word.core if body[-1].word else "")
    )
    return (proper and len(body) >= (2 if titled else 3)) or (
        len(body) >= 3 and any(p.josa == "의" for p in body)
    )
