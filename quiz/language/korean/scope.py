"""A question that names nothing: the article's subject is put in, or it is not asked."""

import re
from dataclasses import replace

from quiz.core.questions import plain
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.conjugation import has_past
from quiz.language.korean.hanging import hangs, lacks_which
from quiz.language.korean.match_reports import asked_as_side, in_the_match
from quiz.language.korean.names import Names
from quiz.language.korean.pieces import Setting
from quiz.language.korean.whose import ACTORS, is_name
from quiz.language.korean.wordlists import Kind

GAP = re.compile(r"\{\{.*?\}\}")
QUOTED = re.compile(r"[‘“'\"『「《〈]")
YEAR = re.compile(r"\d{3,4}년|몇 년|세기")
# What holds of every such thing needs no name: '... 기법을 무엇이라고 하는가?'.
DEFINING = re.compile(
    r"(?:라고|라|고) (?:하는가|부르는가|한다|부른다)|(?:뜻|말)하는|뜻인가|말인가|"
    r"뜻이다|뜻한다|가리킨다|^[^ ]+[은는] 어떤 |약어|약칭"
)
# Of a festival or an exhibition: of which must be said.
PART_OF_EVENT = re.compile(
    r"^(?:\d{4}년 )?(?:(?P<part>\d부)|(?:\{\{)?(?:주제|개막식|폐막식|입장료|관람료|"
    r"관람객|전시장|"
    r"개막작|폐막작|시상식|총상금|본전시|개막 공연|참가비))"
)
# Of a product that is brought out: which must be said.
OF_A_PRODUCT = re.compile(
    r"^(?:최대 |최고 |판매 |무상 |기본 |전체 |총 )?(?:\{\{)?"
    r"(?:가격|무게|두께|길이|너비|높이|크기|색상|배터리|주행 거리|속도|용량|보증 기간|엔진|"
    r"성능|화면|소재|재질|뼈대|출력|연비|정원|수명|판매가|출고가|공급가|제품명|이름|값|모터|바퀴|"
    r"좌석|연료|추력|궤도|원료|항속 거리|접착 강도)(?:\}\})?(?:은|는|이|가|의) "
)
SCENES = frozenset({Kind.EVENT, Kind.WORK})
PLACED = re.compile(
    r"^[^ ]+에서는? |"
    r"^(?:첫 |마지막 |선정 |심사 |신청 |지원 )?"
    r"(?:결과|입학생|졸업생|시공|설계|납품|공사|대상|기간|\d부)(?:은|는|이|가)(?:에는)? "
)
BESIDE_NOTICE = 60  # characters to which the notice's name is put
TEAMS = frozenset({"연구팀", "연구진", "조사팀"})
SURE = 2  # letters of a name that are no chance


def in_scope(candidate: Candidate, gap: str, setting: Setting) -> tuple[Candidate, str]:
    """Return the prompt and the cloze with what they lack, each "" where it isn't safe."""
    if candidate.prompt:
        prompt = scoped(candidate.prompt, candidate, setting)
        if candidate.names in {Kind.COMPANY, Kind.BODY}:
            match = setting.context.match
            prompt = asked_as_side(prompt, candidate.sentence.text, match)
        if prompt != candidate.prompt:
            candidate = replace(candidate, prompt=prompt)
    return candidate, scoped(gap, candidate, setting) if gap else ""


def scoped(text: str, candidate: Candidate, setting: Setting) -> str:
    """Return `text` as it is where it names something, with the article's name, or ""."""
    if lacks_which(text, candidate, setting.context.subject):
        return ""
    if hangs(text, candidate) or lets_as_a_thing(text, candidate, setting):
        return ""
    told = in_its_scope(text_of_team(text, candidate, setting), candidate, setting)
    context = setting.context
    if not told or not context.match or context.event:
        return told
    answer = candidate.accepted[0] if candidate.accepted else ""
    return in_the_match(told, answer, context.match)


# '2025년 연구에는', which was '이번 연구에는': whose it is says more.
STUDY = re.compile(r"^\d{4}년 (?P<study>연구|조사|실험)(?=(?:에|에는|에서|는|의|를|가) )")


LET = re.compile(r"[을를] .*게 (?:하였|했|한)")


def lets_as_a_thing(text: str, candidate: Candidate, setting: Setting) -> bool:
    """Tell '측우기는 ... 이름을 붙여 고을에 두게 하였다', which no thing does."""
    subject = setting.context.subject
    put_in = bool(subject) and text.startswith(subject)
    put_in = put_in and subject not in candidate.sentence.text
    return put_in and setting.names.kind(subject) not in ACTORS and bool(LET.search(text))


def text_of_team(text: str, candidate: Candidate, setting: Setting) -> str:
    """Return '... 교수 연구팀의 연구에는' where the text names one such team."""
    found = STUDY.match(text) if "이번" in candidate.sentence.text else None
    team = next((full for short, full in setting.context.bodies if short in TEAMS), "")
    if found is None or not team or team in text or plain(team) in plain_answers(candidate):
        return text
    return f"{team}의 {found['study']}{text[found.end() :]}"


def plain_answers(candidate: Candidate) -> str:
    return " ".join(plain(answer) for answer in candidate.accepted)


def in_its_scope(text: str, candidate: Candidate, setting: Setting) -> str:
    context, names = setting.context, setting.names
    part = PART_OF_EVENT.match(text) if context.event else None
    if part and context.event not in text:
        josa = "에서" if part["part"] else "의"
        return f"{context.event}{josa} {text}"
    about = context.subject or setting.calendar.news or context.notice
    if not about or DEFINING.search(text) or tells_of_what(text, candidate, setting):
        return text
    if context.notice and not context.subject:
        josa = "의" if PLACED.match(text) else "에서"
        return f"{context.notice}{josa} {text}" if len(text) <= BESIDE_NOTICE else ""
    if context.event and context.event.split()[-1] not in text:
        return f"{context.event}에서 {text}"
    if context.subject and names.kind(context.subject) in SCENES:
        subject = names.marks.get(context.subject, context.subject)
        josa = "의" if PLACED.match(text) else "에서"
        return f"{subject}{josa} {text}"
    if context.product and context.product not in text and OF_A_PRODUCT.match(text):
        return f"{context.product}의 {text}"
    if setting.calendar.news or has_past(candidate.sentence.words[-1]):
        return ""
    return text


def tells_of_what(text: str, candidate: Candidate, setting: Setting) -> bool:
    """Tell whether a name, a year or a quotation stands beside the answer."""
    shown = GAP.sub(" ", text)
    context = setting.context
    known = (
        context.subject,
        context.company,
        context.event,
        context.event.rpartition(" ")[0],
        *context.subject.split(),
    )
    if any(len(name) >= SURE and name in shown for name in known):
        return True
    if YEAR.search(shown) or QUOTED.search(shown):
        return True
    return names_one(shown, setting.names) or any(
        word.core in shown and any(m.tag in {"NNP", "SL"} for m in word.morphs)
        for word in candidate.sentence.words
        if len(word.core) >= SURE
        and (word.end <= candidate.start or candidate.end <= word.start)
    )


def names_one(text: str, names: Names) -> bool:
    """Tell whether some words are a name; the last may have its particle."""
    pieces = text.split()
    for first, piece in enumerate(pieces):
        if is_name(piece, names) or begins_with_name(piece, names):
            return True
        for last in range(first + 1, min(first + 4, len(pieces))):
            front = " ".join(pieces[first:last]) + " "
            if begins_with_name(pieces[last], names, front):
                return True
    return False


def begins_with_name(piece: str, names: Names, front: str = "") -> bool:
    """Tell '마메스는' after '산 ' by its letters without a particle."""
    shortest = max(2, len(piece) - 3)
    fronts = [front + piece[:length] for length in range(shortest, len(piece) + 1)]
    return not names.proper.isdisjoint(fronts)
