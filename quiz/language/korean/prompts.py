"""Clause and answer -> a question: a cleft with a type noun, or a wh-word in place."""

import re
from dataclasses import replace

from quiz.language.korean.clauses import HELD, Clause
from quiz.language.korean.conjugation import adnominal_ending, question_ending
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.mentions import Mention
from quiz.language.korean.moments import resolve
from quiz.language.korean.morphology import Part
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.pieces import Piece, Setting
from quiz.language.korean.type_nouns import tail_noun
from quiz.language.korean.wordlists import Kind, head_noun, noun_kind, title_of, words

# kind -> noun of a cleft, its question word
CLEFT = {
    Kind.PERSON: ("인물", "누구"),
    Kind.COMPANY: ("회사", "어디"),
    Kind.BODY: ("기관", "어디"),
    Kind.COUNTRY: ("나라", "어디"),
    Kind.CITY: ("도시", "어디"),
    Kind.PLACE: ("곳", "어디"),
    Kind.EVENT: ("행사", "무엇"),
    Kind.WORK: ("작품", "무엇"),
    Kind.TERM: ("것", "무엇"),
    Kind.THING: ("것", "무엇"),
}
IN_PLACE = {
    Kind.PERSON: "누구",
    Kind.COMPANY: "어느 회사",
    Kind.BODY: "어느 기관",
    Kind.COUNTRY: "어느 나라",
    Kind.CITY: "어느 도시",
    Kind.PLACE: "어디",
    Kind.EVENT: "무엇",
    Kind.WORK: "무엇",
    Kind.TERM: "무엇",
    Kind.THING: "무엇",
}
BARE_WH = frozenset({"무엇", "누구", "누가", "어디", "언제"})
TEAM_ENDS = ("유나이티드", "FC", "구단", "시티즌", "드래곤즈")
SCENE = re.compile(
    r"(?:전반|후반|연장전?) (?:\d|몇)|골망|슈팅|페널티킥|코너킥|발리슛|점유율|크로스|"
    r"결승 골|동점골|결승골|선제골|역전골|슛을|승부차기|"
    r"홈런|이닝|\d회[초말]|헤딩|프리킥|도움을|최우수선수|준우승|세트|쿼터"
)
# Who does this is a team, whatever its name says.
CONTEST = re.compile(
    r"\d ?(?:-|대|:) ?\d.* (?:꺾|눌|이[긴기]|물리[친치]|제압|격파|따돌|[진지]$)|"
    r"(?:꺾은|맞붙는|맞붙은|제압한|격파한)$"
)
SIDE = frozenset(
    {"고", "며", "으며", "면서", "으면서", "어", "아", "여", "려고", "으려고", "고자"}
)
KEPT_SIDE = frozenset({"대해", "따라", "의해", "관해", "걸쳐", "통해", "이어", "비롯해"})
ENDS_PHRASE = re.compile(r"(?:에서|에|은|는|을|를|,|고)$(?<!가는)(?<!하는)(?<!이는)")
COMFORTABLE = 48  # characters; longer prompts lose what is not needed
OF_THE_WHOLE = re.compile(r"득점왕|도움왕|신인왕|대회 최다")
LAST_ROUND = re.compile(r" (?:결승전|결승|준결승전|준결승|개막전)$")
NOW_TOPIC = re.compile(r"^((?:\d{4}년 )?현재)는 ")
# 'X의 아우': without whose they say nothing.
RELATIONS = words(
    """
아우 누이 누이동생 손자 손녀 조카 삼촌 외삼촌 부인 아들 딸 아버지 어머니 아내 남편 형 동생
제자 스승 후계자 전임자 후임자 씨 군 양 옹 여사 선생 사람 주인공
"""
)
BOUND = re.compile(r"이하|이상|미만|동안")
RUN_TOGETHER = re.compile(
    r"((?:\d|몇 ?)(?:세|년|명|개|원|점|장|시간|개월|주|일|억명))(이하|이상|미만|"
    r"동안)(?=[\s의에로을이가인은는,]|$)"
)
YEAR_PARTICLE = re.compile(r"(\d년)(는|가|를|와)(?=[\s,])")


def in_place(
    clause: Clause,
    pieces: list[Piece],
    span: tuple[int, int],
    wh: str,
    setting: Setting,
    josa: str | None = None,
) -> str:
    """Return the clause as a question, with `wh` where words `span` stood."""
    if clause.predicate is None:
        return ""
    first, last = span
    answer = [p for p in pieces if first <= p.number <= last]
    if not answer or (wh in BARE_WH and is_modified(clause, first)):
        return ""
    pieces = shortened(pieces, clause, frozenset(p.number for p in answer))
    if any(p not in pieces for p in answer):
        return ""
    particle = answer[-1].josa if josa is None else josa
    if wh == "누구" and particle in {"이", "가", "은", "는"}:
        wh, particle = "누가", ""
    elif particle in {"은", "는"}:
        particle = "이"
    asked = Piece(wh, fitting(wh, particle), last)
    out: list[Piece] = []
    for piece in pieces:
        if first <= piece.number <= last:
            if piece is answer[-1]:
                out.append(asked)
            continue
        out.append(piece)
    text = at_the_event(finish(ended(out, clause, question=True), setting), setting)
    return in_its_year(text, clause, setting) + "?"


def is_modified(clause: Clause, first: int) -> bool:
    """Tell whether a verb describes the word: nobody says '4년마다 열리는 어디인가'."""
    return first > clause.body[0] and clause.word(first - 1).part is Part.ADNOMINAL


def ended(pieces: list[Piece], clause: Clause, question: bool) -> list[str]:
    """Give the last predicate its new ending."""
    predicate = clause.predicate
    assert predicate is not None
    count = predicate.words
    kept, noun = pieces[:-count], ""
    if predicate.is_copula and not predicate.before and pieces[:-1]:
        noun = pieces[-2].core
    change = question_ending if question else adnominal_ending
    last = change(predicate, noun)
    return [*(p.text for p in kept), last.removeprefix(noun) if noun else last]


def cleft(
    clause: Clause,
    pieces: list[Piece],
    dropped: set[int],
    noun: str,
    wh: str,
    setting: Setting,
) -> str:
    """Return "... 한 인물은 누구인가?", without the words `dropped`."""
    if clause.predicate is None:
        return ""
    kept = shortened([as_subject(p) for p in pieces if p.number not in dropped], clause)
    if not kept:
        return ""
    text = at_the_event(finish(ended(kept, clause, question=False), setting), setting)
    text = in_its_year(text, clause, setting)
    noun = "팀" if noun in {"회사", "기관"} and CONTEST.search(text) else noun
    return f"{text} {attach(noun, '은')} {wh}인가?"


def asking_why(clause: Clause, pieces: list[Piece], setting: Setting) -> str:
    """Return "그는 왜 다리를 놓았는가?": '놓으려고' is no 목적 but a 왜."""
    if clause.predicate is None:
        return ""
    told = [n for n, p in enumerate(pieces) if p.number in clause.topic or p.number == -1]
    after = told[-1] + 1 if told else 0
    asked = [*pieces[:after], Piece("왜", "", -1), *pieces[after:]]
    return finish(ended(asked, clause, question=True), setting) + "?"


def shortened(
    pieces: list[Piece], clause: Clause, asked: frozenset[int] = frozenset()
) -> list[Piece]:
    """Drop from a long clause where a dated event was held, '접전 끝에', side clauses."""
    if sum(len(p.text) + 1 for p in pieces) <= COMFORTABLE:
        return pieces
    pieces = without_side_clause(pieces, clause, asked)
    if sum(len(p.text) + 1 for p in pieces) <= COMFORTABLE:
        return pieces
    for place, piece in enumerate(pieces):
        if (
            HELD.match(piece.text)
            and place + 1 < len(pieces)
            and is_year(pieces[place + 1])
        ):
            first = place
            while first and pieces[first - 1].josa not in {"은", "는", "이", "가"}:
                first -= 1
            pieces = [*pieces[:first], *pieces[place + 1 :]]
            break
    for place, piece in enumerate(pieces):
        if piece.core in {"끝", "가운데", "와중"} and piece.josa == "에":
            first = place
            stops = opens_clause if tells_what_came(pieces[place - 1]) else ends_phrase
            while first and not stops(pieces[first - 1]):
                first -= 1
            return [*pieces[:first], *pieces[place + 1 :]]
    return pieces


def tells_what_came(piece: Piece) -> bool:
    """Tell the 거절당한 of '거절당한 끝에' from the 접전 of '접전 끝에'."""
    return piece.word is not None and piece.word.part is Part.ADNOMINAL


def ends_phrase(piece: Piece) -> bool:
    return ENDS_PHRASE.search(piece.text) is not None


def opens_clause(piece: Piece) -> bool:
    """Tell what no verb before 끝에 takes: the subject, a time, a clause before."""
    word = piece.word
    ends = word is not None and word.part is Part.CONNECTIVE
    return ends or piece.josa in {"은", "는", "이", "가"} or is_time_word(piece.core)


def without_side_clause(
    pieces: list[Piece], clause: Clause, asked: frozenset[int]
) -> list[Piece]:
    """Drop '벽을 허물고' between the subject and what it did, if enough stays."""
    predicate = clause.predicate
    if predicate is None or not clause.topic:
        return pieces
    topic = [n for n, p in enumerate(pieces) if p.number in clause.topic]
    if not topic:
        return pieces
    first = topic[-1] + 1
    if sum(is_time_word(p.core) for p in pieces[first:]) > 1:
        return pieces  # '1874년 창설되어 1865년 세워진 ...': each verb has its own year
    while first < len(pieces) and is_time_word(pieces[first].core):
        first += 1
    for last in range(len(pieces) - predicate.words - 1, first, -1):
        if not ends_side_clause(pieces[last], pieces[last + 1]):
            continue
        cut, rest = pieces[first : last + 1], pieces[last + 1 :]
        whole = len(rest) - predicate.words >= 2 and any(
            p.word is not None and p.word.josa for p in rest
        )
        if whole and not any(p.number in asked or is_time_word(p.core) for p in cut):
            return [*pieces[:first], *rest]
    return pieces


def ends_side_clause(piece: Piece, following: Piece) -> bool:
    """Tell 허물고, 쌓아 and 위해, which tell how and why."""
    word, later = piece.word, following.word
    if word is None or later is None or word.quoted or word.part is not Part.CONNECTIVE:
        return False
    if later.tags()[:1] == ["VX"]:
        return False
    endings = [m.form for m in word.morphs if m.tag == "EC"]
    return bool(endings) and endings[-1] in SIDE and word.core not in KEPT_SIDE


def is_year(piece: Piece) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d(?:년|-\d\d)?", piece.core) is not None


BARE_DAY = re.compile(r"(?<![월\d] )(?<!\d)\d{1,2}일(?![간째])")
# '6년 넘게 비어 있는 ...', '오랫동안 닫혀 있던 ...': the year would be that of the state.
LASTING = re.compile(
    r"(?:약 )?(?:\d+|몇|수|여러|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)(?:여)? ?"
    r"(?:년|해|달|개월|주|일|시간)(?:간|여|째|가량)?"
    r"(?: ?(?:넘게|째|동안|만에|이상|가까이|내내)|(?<=[간째])) |"
    r"(?:[^ ]+ ){0,4}?[^ ]*[어아여려혀해겨져돼] 있(?:는|던) |"
    r"[^.?]*[어아여려혀해] (?:있었|있는가|있다)"
)
UNTIL_NOW = re.compile(r"[아어여해] ?온 |\d(?:년|달|개월) (?:사이|새|동안|만)")


def in_its_year(text: str, clause: Clause, setting: Setting) -> str:
    """What the first sentence of a report tells happened in the report's year."""
    calendar, past = (
        setting.calendar,
        clause.predicate is not None and clause.predicate.past,
    )
    if not (setting.context.lead and calendar.news and calendar.year and past):
        return text
    if UNTIL_NOW.search(text) or BARE_DAY.search(text) or LASTING.match(text):
        return text  # the year would be read with what went on before it
    return text if re.search(r"\d{4}", text) else f"{calendar.year}년 {text}"


def at_the_event(text: str, setting: Setting) -> str:
    """A scene of a match is told with the match: '2024 코리아컵 결승에서 ...'."""
    event = setting.context.event
    if event and OF_THE_WHOLE.search(text):
        event = LAST_ROUND.sub("", event)
        text = text.replace(" 대회 ", " ").removeprefix("대회 ")
    elif not event or not SCENE.search(text):
        return text
    if event in text:
        return text
    if re.search(r"\d{4}년|결승에서|경기에서", text):
        return text  # another match
    return f"{event}에서 {text}"


def as_subject(piece: Piece) -> Piece:
    """A topic inside a clause before a noun is a plain subject: 는 -> 가."""
    if piece.word is not None and piece.word.quoted:
        return piece
    if piece.josa == "에는" and re.search(r"\d(?:년|월|일|세기)$", piece.core):
        return replace(piece, josa="에")
    if piece.josa in {"에서도", "에도", "으로도"}:
        return replace(piece, josa=piece.josa[:-1])
    if piece.josa in {"에는", "에서는", "으로는", "로는", "에게는", "까지는", "부터는"}:
        return replace(piece, josa=piece.josa[:-1])
    topic = piece.word is None or piece.word.is_topic
    if topic and piece.josa in {"은", "는"}:
        return replace(piece, josa=fitting(piece.core, "이"))
    return piece


def finish(words: list[str], setting: Setting) -> str:
    text = " ".join(" ".join(words).split()).strip(" ,")
    text = resolve(text, setting.calendar, setting.context.year, setting.context.day)
    return tidy(with_marks(text, setting))


def with_marks(text: str, setting: Setting) -> str:
    """Write a work as the article does: 탁류가 -> 『탁류』가."""
    for name, marked in setting.names.marks.items():
        if name in text and marked not in text:
            alone = rf"(?<![가-힣A-Za-z‘“『「《〈<]){re.escape(name)}(?![’”』」》〉>])"
            text = re.sub(alone, marked, text, count=1)
    return text


OF_TODAY = re.compile(r"(?<![가-힣])지금의 (?![^.]{1,25}에 (?:해당|속하|있는))")
# '무정의 《무정》은': the name says it once.
OWNED_TWICE = re.compile(
    r"^(?P<name>[^ ]{2,})의 (?=[《『「〈‘“'\"]?(?P=name)(?![가-힣]{3}))"
)
SPACED_YEAR = re.compile(r"(\d년) 에 ")


def tidy(text: str) -> str:
    text = OWNED_TWICE.sub("", text) if "의 " in text else text
    if "지금의 " in text:
        text = OF_TODAY.sub("", text)
    if "현재는 " in text:
        text = NOW_TOPIC.sub(r"\1 ", text)
    if BOUND.search(text):
        text = RUN_TOGETHER.sub(r"\1 \2", text)
    if "년" in text:
        text = YEAR_PARTICLE.sub(lambda m: m[1] + fitting(m[1], m[2]), text)
        text = SPACED_YEAR.sub(r"\1에 ", text)
    return " ".join(text.split()).strip(" ,")


def type_noun(mention: Mention, setting: Setting) -> tuple[str, str]:
    """Return the noun of the cleft and its question word for this answer."""
    names = setting.names
    kind = names.kind(mention.name) or Kind.THING
    noun, wh = CLEFT[kind]
    called = mention.noun or names.nouns.get(mention.name, "")
    if called and " " not in called and len(called) <= 8 and called not in RELATIONS:
        told = noun_kind(called)
        if (told is not None and CLEFT[told][1] == wh) or (
            told is None and kind is Kind.THING
        ):
            return called, wh
    last = mention.name.split()[-1]
    if title_of(last) and not mention.title and kind is not Kind.PERSON:
        return "직책", "무엇"
    if any(last.endswith(tail) for tail in TEAM_ENDS):
        return "팀", "어디"
    if kind is Kind.PERSON:
        return tail_noun(mention.name, kind) or "인물", wh
    if known := tail_noun(mention.name, kind):
        return known, CLEFT[noun_kind(known) or kind][1]
    own = head_noun(mention.name.split()[-1])
    rest = len(mention.name) - len(own)
    if kind is Kind.THING and own and rest >= 2 and len(own) >= 2:
        told = noun_kind(own)
        if told is not None and told is not Kind.PERSON:
            return own, CLEFT[told][1]
    if own and rest >= 2 and noun_kind(own) is kind and len(own) >= 2:
        return own, wh
    return noun, wh


def in_place_word(mention: Mention, setting: Setting) -> str:
    """Return the wh-word for this answer inside a sentence: 어느 회사."""
    kind = setting.names.kind(mention.name) or Kind.THING
    noun, _ = type_noun(mention, setting)
    if noun not in {"것", "곳", "인물"} and kind is not Kind.PERSON:
        which = (
            "어느" if kind in {Kind.COMPANY, Kind.BODY, Kind.COUNTRY, Kind.CITY} else "어떤"
        )
        return f"{which} {noun}"
    return IN_PLACE[kind]
