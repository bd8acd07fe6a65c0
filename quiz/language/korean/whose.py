"""Of whom or what a statement tells: said by a name in it, or put in front of it."""

import re
from dataclasses import replace

from quiz.language.korean.arguments import says_who, subject_text
from quiz.language.korean.candidates import Reading
from quiz.language.korean.clauses import Clause, is_main_argument
from quiz.language.korean.company_owners import modifies, opens_relative
from quiz.language.korean.josa import fitting
from quiz.language.korean.life_spans import is_after_life, there_it_is_done
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.names import Names
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Piece, Setting
from quiz.language.korean.wordlists import OF_A_THING, Kind, words

# Of a living thing or an object: the reader must be told of which.
PARTS = OF_A_THING | words(
    """
발가락 손가락 손 팔 무릎 발목 손목 발톱 손톱 이마 뺨 턱 혀 콧구멍 귓바퀴 목 등뼈 척추 뇌
심장 폐 간 위 장 피 혈액 피부 근육 뼈 깃털 깃 지느러미
비늘 아가미 더듬이 겹눈 뿔 발굽 가죽 젖 줄기 껍질 꽃잎 꽃받침 암술 수술 가지 밑동 옹이
바닥 벽 벽면 천장 창 창문 문 문짝 처마 기단 층 안쪽 바깥쪽 앞면 뒷면 옆면 밑면 윗면 아랫면
윗부분 아랫부분 가운데 테두리 가장자리 손잡이 뚜껑 받침 중심 한가운데 안 밖 겉 속 위쪽
아래쪽 활동 번식 사냥 짝짓기 산란 출산 제작 공사 건립 크기 기원 유래
원산지 원료 재료 주성분 어원 양 비율 횟수 속력
"""
)
PLACED = frozenset({"에는", "에서는", "으로는", "로는"})
GOVERNED = frozenset({"시", "군", "구", "도"})
OFTEN = 2  # times that a text names its city
ACTORS = frozenset({Kind.PERSON, Kind.COMPANY, Kind.BODY})
FOUNDING = re.compile(
    r"(?:세[우운울웠워]|만[드든들]|짓|지[은을었어]|차[리린릴렸려]|"
    r"(?:설립|창립|창업|창설|개설|개교|개업)[하한할했해])"
)
NAMES_IT = re.compile(
    r"^(?:한다|합니다|하는데|하며|하고|했|하였|부르|부른|불렀|이르|이른|일컫)"
)
PASSIVE_NAMING = re.compile(r"^불(?:린|리|렸|립)")
EMPTY = frozenset({"일", "것", "경우", "적", "때", "점", "바", "수", "데", "이"})
ADMINISTERED = re.compile(
    r"^(?:맡|담당|시행|실시|운영|관리|관장|주관|집행|제정|폐지|"
    r"공포|펴낸|지은|만든|그린|세운|설계한|발명한|개발한|제작한)"
)
LIVING = re.compile(
    r"^(?:낳|먹|잡아먹|잡는|잡아|산다|살아|자란|자라|헤엄|사냥|짝짓|잠을|잔다|움직|쉰|쉬|숨는|"
    r"기르|기른|품|맺|보낸|지낸|삼는|감추|날아|운다|먹이)"
)
COUNTS_PEOPLE = re.compile(r"^[\d,.만천백여]+ ?명(?:이|가)?$")
OF_A_COMPANY = re.compile(
    r"(?:배당|매출|매출액|이익|이익률|출하량|생산량|판매량|가동률|점유율|부채|부채비율|수주|주가|본사|"
    r"이사회|주주총회|부문|사업부|공장|직원|임직원|신제품|재고|투자액)$"
)
RELATIONAL = words(
    "무대 배경 주인공 특징 대상 목적 주제 원료 상징 중심 주역 기원 시초 계기 전부"
)
MOMENTS = frozenset({"중", "일", "때", "참", "무렵", "차례"})
SEASONS = frozenset({"봄", "여름", "가을", "겨울", "밤", "낮", "새벽"})
LOOSE = frozenset({None, Kind.THING, Kind.TERM})  # names by a weak sign only
DEFINING = 4  # words of a definition that fits one thing alone


def with_whole_names(pieces: list[Piece], setting: Setting) -> list[Piece]:
    """'시는', '회사는': the only city or company that the text is about."""
    return [
        replace(piece, core=name, josa=fitting(name, piece.josa))
        if not is_another(place, pieces) and (name := whole_name(piece, setting))
        else piece
        for place, piece in enumerate(pieces)
    ]


def is_another(place: int, pieces: list[Piece]) -> bool:
    """Tell the 회사 of '자기 회사를' and of '회사를 세웠다': not the one named before."""
    if place and modifies(pieces[place - 1]):
        return True
    founded = place + 1 < len(pieces) and FOUNDING.match(pieces[place + 1].text)
    return pieces[place].josa in {"을", "를"} and bool(founded)


def whole_name(piece: Piece, setting: Setting) -> str:
    word, names = piece.word, setting.names
    if word is None or not piece.josa or piece.core != word.core or word.quoted:
        return ""
    if piece.core == "회사":
        company = setting.context.company
        return company if names.kind(company) is Kind.COMPANY else ""
    if piece.core not in GOVERNED or not (word.is_topic or word.is_subject):
        return ""
    found = [
        name
        for kind in (Kind.CITY, Kind.PLACE)
        for name in names.of_kind(kind)
        if name.endswith(piece.core) and " " not in name and len(name) > len(piece.core) + 1
    ]
    return found[0] if len(found) == 1 and names.counts[found[0]] >= OFTEN else ""


def without_this_change(pieces: list[Piece]) -> list[Piece]:
    """'이번 조정으로 요금은 ...': which one it was does not matter to the fact."""
    if len(pieces) > 2 and pieces[0].text == "이번" and pieces[1].josa in {"으로", "로"}:
        return pieces[2:]
    return pieces


def with_what_this_is(pieces: list[Piece], setting: Setting) -> list[Piece]:
    """'이를 맡아볼 관청': the law that the text is about."""
    for place, piece in enumerate(pieces[:-1]):
        if piece.text != "이를" or not ADMINISTERED.match(pieces[place + 1].text):
            continue
        topic = topic_to_add(pieces, setting)
        if topic and setting.names.kind(topic) not in ACTORS:
            told = replace(piece, core=topic, josa=fitting(topic, "을"))
            return [*pieces[:place], told, *pieces[place + 1 :]]
    return pieces


def with_what_it_is_of(
    clause: Clause, pieces: list[Piece], inside: set[int], reading: Reading
) -> list[Piece]:
    """Return the clause's words where they say of whom or what, or []."""
    setting = reading.setting
    if pieces[0].number != -1 and not real_topic(clause) and not has_own_subject(clause):
        return with_topic(clause, pieces, setting)
    if setting.context.scope and not names_any(pieces, inside, setting):
        # a condition of the programme that the text is about
        return [Piece(setting.context.scope, "에서", -1), *pieces]
    if is_setting_of_another(clause):  # '(탁류는) 항구 군산이 무대이다'
        topic = topic_to_add(pieces, setting)
        return [subject_piece(topic), *pieces] if topic else []
    company = setting.context.company
    if company and is_of_a_company(clause, pieces, inside, setting):
        return [Piece(company, "의", -1), *pieces]
    if says_of_what(clause, pieces, inside, reading):
        return pieces
    topic = topic_to_add(pieces, setting)
    if not topic or inside & set(clause.topic) or topic != setting.context.subject:
        return [] if is_part(pieces[0]) else pieces
    if is_part(pieces[0]):
        own = opens_relative(pieces, clause)
        return pieces if own else [Piece(topic, "의", -1), *pieces]
    return in_the_case_of(topic, clause, pieces, setting) or pieces


def is_setting_of_another(clause: Clause) -> bool:
    """Tell whether the copula's noun belongs to something that the clause leaves out."""
    predicate = clause.predicate
    if predicate is None or not predicate.is_copula or not clause.topic:
        return False
    last = clause.word(clause.topic[-1])
    return predicate.before in RELATIONAL and last.josa in {"이", "가"}


def is_of_a_company(
    clause: Clause, pieces: list[Piece], inside: set[int], setting: Setting
) -> bool:
    """Tell '분기 배당은' and '출하량은', where the text is about one company."""
    if not clause.topic or pieces[0].number != clause.topic[0]:
        return False
    noun = clause.word(clause.topic[-1]).core
    return OF_A_COMPANY.search(noun) is not None and not names_any(pieces, inside, setting)


def with_topic(clause: Clause, pieces: list[Piece], setting: Setting) -> list[Piece]:
    """Put what the text is about in front of a clause that has no subject, or []."""
    topic = topic_to_add(pieces, setting) or whose_life(clause, setting)
    has_object = clause.predicate is not None and any(
        clause.word(n).is_object and is_main_argument(clause.sentence, n, clause.body)
        for n in clause.body
    )
    if is_naming(clause):
        if has_object:
            return pieces  # '... 내던 베를 군포라고 한다'
        josa = "은" if PASSIVE_NAMING.match(clause.word(clause.body[-1]).text) else "을"
        return [Piece(topic, fitting(topic, josa), -1), *pieces] if topic else []
    if not topic and there_it_is_done(clause) and pieces[0].number == clause.body[0]:
        return pieces
    if not topic or another_acts(clause):
        return []
    if any(COUNTS_PEOPLE.match(clause.word(n).text) for n in clause.body):
        return []  # '200명 넘게 다쳤다': these are the subject
    if clause.predicate is not None and clause.predicate.before in MOMENTS:
        return []  # '땅속을 조사하던 중이었다'
    if has_object and is_part(pieces[0]) and not can_act(topic, clause, setting):
        return []  # '다리 하나를 든 채 줄기를 물었다'
    if is_part(pieces[0]) and pieces[0].josa not in {"이", "가", "만", "도"}:
        return [Piece(topic, "의", -1), *pieces]
    acts = (has_object or lets(clause)) and not clause.predicate_is_passive
    if acts and not can_act(topic, clause, setting):
        return in_the_case_of(topic, clause, pieces, setting)
    return [subject_piece(topic), *(with_plain_place(p) for p in pieces)]


def lets(clause: Clause) -> bool:
    """Tell '고을에 두게 하였다'."""
    words = [clause.word(n) for n in clause.body[-2:]]
    return (
        len(words) == 2 and words[0].text.endswith("게") and words[1].text[:1] in "하했한"
    )


def can_act(topic: str, clause: Clause, setting: Setting) -> bool:
    """Tell a company, or an animal that does what animals do, from a law or a place."""
    if setting.names.kind(topic) in ACTORS:
        return True
    return bool(LIVING.match(clause.word(clause.body[-1]).text))


def whose_life(clause: Clause, setting: Setting) -> str:
    """Return the person whose life is told, where the clause has no subject, or ""."""
    context = setting.context
    if clause.predicate is None or clause.predicate.is_copula or not clause.predicate.past:
        return ""
    if is_after_life(clause, context.died):
        return ""
    one = context.subject and context.subject == context.person
    return context.person if one and context.topic == context.person else ""


def is_naming(clause: Clause) -> bool:
    """Tell '... 군포라고 한다' and '... 지표종으로 불린다'."""
    last = clause.word(clause.body[-1])
    if PASSIVE_NAMING.match(last.text):
        return True
    before = clause.word(clause.body[-2]) if len(clause.body) > 1 else last
    return bool(NAMES_IT.match(last.text)) and before.text.endswith(("라고", "라", "고"))


def in_the_case_of(
    topic: str, clause: Clause, pieces: list[Piece], setting: Setting
) -> list[Piece]:
    """'수달의 경우 하루에 먹는 양은 ...': of a kind, a law or a thing, no person."""
    past = clause.predicate is not None and clause.predicate.past
    if past or topic != setting.context.subject or setting.names.kind(topic) in ACTORS:
        return []
    first = pieces[0]
    if not clause.topic or first.number != clause.topic[0]:
        return []
    noun = first.word is not None and first.word.part is Part.NOUN
    noun = noun and first.core not in SEASONS
    return [Piece(topic, "의", -1), *pieces] if noun else []


def subject_piece(topic: str) -> Piece:
    return Piece(topic, fitting(topic, "은"), -1)


def with_plain_place(piece: Piece) -> Piece:
    """Behind a topic '한국에서는' is '한국에서'."""
    return replace(piece, josa=piece.josa[:-1]) if piece.josa in PLACED else piece


def another_acts(clause: Clause) -> bool:
    """Tell whether some 이/가 of the clause may be its subject: no topic goes before it."""
    own = set(clause.topic)
    if any(adds(clause.word(n), clause) for n in clause.body if n not in own):
        return True
    return any(
        clause.word(n).is_subject
        and n not in own
        and not (n + 1 < len(clause.sentence.words) and describes(clause.word(n + 1)))
        and is_real(clause, n)
        for n in clause.body[:-1]
    )


def adds(word: Word, clause: Clause) -> bool:
    """Tell the 도 and 까지 of what comes on top: it may be the subject itself."""
    if word.josa == "까지" and clause.head:
        return not (is_time_word(word.core) or any(c.isdigit() for c in word.core))
    return word.josa in {"도", "마저", "조차"}


def describes(word: Word) -> bool:
    verbs = [m for m in word.morphs if m.is_verb]
    doing = bool(verbs) and not verbs[-1].tag.startswith(("VA", "XSA"))
    return word.part is Part.ADNOMINAL and doing


def says_of_what(
    clause: Clause, pieces: list[Piece], inside: set[int], reading: Reading
) -> bool:
    """Tell whether a name, a term of the article or a described noun says of what."""
    topic = set(clause.topic)
    loose = is_part(pieces[0]) or (topic and clause.word(clause.topic[-1]).core in PARTS)
    if loose and not names_any(pieces, inside, reading.setting):
        return (
            bool(topic)
            and is_described(clause)
            and not topic_to_add(pieces, reading.setting)
        )
    if topic and not topic & inside:
        who = subject_text(pieces, clause)
        return (
            says_who(who, reading) or is_described(clause) or names_owner(pieces, reading)
        )
    others = [p for p in pieces if p.number not in inside]
    if topic & inside and is_definition(clause):
        return True
    if any(p.number == -1 for p in others):
        return True
    return names_any(others, inside, reading.setting)


def is_general(clause: Clause, setting: Setting) -> bool:
    """Tell what holds of every 엽록소 from what was done with one 수익금."""
    past = clause.predicate is not None and clause.predicate.past
    return not past and not setting.calendar.news


def is_definition(clause: Clause) -> bool:
    """Tell '... 곡식의 양을 기준으로 삼은 땅의 단위이다', which fits one thing alone."""
    if clause.predicate is None or not clause.predicate.is_copula:
        return False
    later = [clause.word(n) for n in clause.body if n > clause.topic[-1]]
    return len(later) >= DEFINING and any(
        w.part is Part.ADNOMINAL and w.has_verb for w in later
    )


def names_any(pieces: list[Piece], inside: set[int], setting: Setting) -> bool:
    """Tell whether something with a name stands beside the answer."""
    return any(
        p.number == -1 or is_name(p.core.strip("‘’“”'\""), setting.names)
        for p in pieces
        if p.number not in inside and p.core
    )


def is_name(word: str, names: Names) -> bool:
    """Tell 조선시대 and 경기도 from 1단 and 엔진: a name, or what begins with one."""
    if names.is_proper(word):
        return True
    fronts = [word[:length] for length in range(2, len(word))]
    return any(names.kind(n) not in LOOSE for n in names.proper.intersection(fronts))


def is_part(piece: Piece) -> bool:
    return piece.core in PARTS or bool(PARTS.intersection(piece.core.split()[:1]))


def is_described(clause: Clause) -> bool:
    """Tell '죽은 사람에게 물리던 베는' from '베는': at least two words describe it."""
    first = clause.topic[0]
    if clause.word(clause.topic[-1]).core in EMPTY and not is_identity(clause):
        return False  # '두 번 내는 일이 벌어졌다'
    if first < clause.body[0] + 2 or first not in clause.body:
        return False
    before = clause.word(first - 1)
    return before.part is Part.ADNOMINAL and before.has_verb


def is_identity(clause: Clause) -> bool:
    """Tell '가장 큰 고통을 준 것은 공납이었다'."""
    return clause.predicate is not None and clause.predicate.is_copula


def names_owner(pieces: list[Piece], reading: Reading) -> bool:
    """Tell '칭청장의 상금은': some word in front of the subject is a name."""
    names = reading.setting.names
    return any(
        names.is_proper(p.core.strip("‘’"))
        for p in pieces
        if p.josa == "의" or p.number == -1
    )


def real_topic(clause: Clause) -> bool:
    """Tell a subject from '전쟁이 일어나기 전에' and '1940년대에 들어서는'."""
    if not clause.topic:
        return False
    return clause.topic[-1] not in clause.body or is_real(clause, clause.topic[-1])


def has_own_subject(clause: Clause) -> bool:
    return any(
        is_real(clause, n)
        and (
            clause.word(n).is_topic
            or (
                clause.word(n).is_subject
                and is_main_argument(clause.sentence, n, clause.body)
            )
        )
        for n in clause.body
    )


def is_real(clause: Clause, number: int) -> bool:
    word = clause.word(number)
    later = number + 1
    nominal = later < clause.body[-1] and "ETN" in clause.word(later).tags()
    return not (word.is_subject and nominal) and not (
        word.is_topic and word.has_verb and "ETN" not in word.tags()
    )


def topic_to_add(pieces: list[Piece], setting: Setting) -> str:
    """Return the topic that goes on, where the clause has no word of it, or ""."""
    context = setting.context
    topic = context.topic
    if not topic or not (context.goes_on or topic == context.subject):
        return ""
    if setting.names.kind(topic) is Kind.PERSON:
        return ""
    if any(p.core == topic or p.core.startswith(f"{topic} ") for p in pieces):
        return ""
    return "" if any(q in topic for q in "‘“\"'") else topic
