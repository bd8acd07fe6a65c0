"""Which match a report tells of: its scenes are told with the day and both sides."""

import re

from quiz.language.korean.josa import fitting
from quiz.language.korean.moments import Calendar, resolve
from quiz.language.korean.morphology import Sentence

LEAD = 4  # sentences that are no headings
DAY = r"\d{4}년 \d{1,2}월 \d{1,2}일"
SIDE = r"[가-힣A-Za-z0-9]{2,12}"
# '웨일스는 2025년 9월 7일 ... 열린 홈 경기에서 팔콘스에 6-5로 이겼다'
RESULT = re.compile(
    rf"(?<![가-힣])(?P<side>{SIDE})[은는이가] (?P<day>{DAY})[^.]{{0,70}}?"
    rf"(?:경기|차전|결승|결승전|준결승|준결승전|[가-힣]+전)에서 (?:[가-힣]+ )?"
    rf"(?P<other>{SIDE}?)(?:에|에게|을|를|와|과) "
    r"(?:[가-힣0-9]+ )*?(?:세트 ?(?:점수|스코어) )?\d{1,3} ?(?:-|대|:|–) ?\d{1,3}"
)
PLAY = re.compile(
    r"(?:전반|후반|연장전?|종료|작전 시간) ?(?:\d|몇|□|들어|직전)|"
    r"\d회[초말]?|[\d몇□] ?(?:세트|쿼터)|"
    r"골망|슈팅|페널티킥|코너킥|프리킥|헤딩|발리슛|크로스|동점골|결승골|선제골|역전골|"
    r"골키퍼|[를을] 막아 [내냈]|방어율|슛[을이 ]|득점|실책|범실|안타|타점|볼넷|삼진|타석|"
    r"홈런|이닝|대타|구원 투수|무사|\d사 |블로킹|속공|서브|에이스|랠리|듀스|매치 포인트|"
    r"리바운드|3점슛|자유투|가로채기|최우수 ?선수|결승 골|동점|승부차기"
)
# What tells of more than one match, or of another one.
ELSEWHERE = re.compile(
    r"\d{4}년|시즌|통산|리그|지난|앞서|다음|올해|내년|이후|연승|연패|통틀어|역대|데뷔|순위|"
    r"승점|선두|\d위|몇 위|감독은 누구|부문|세계|대표팀"
)
GOES_ON = re.compile(r"^(?:이어진|이어|이후|이때|그때|여기서) ")
# '경기 1세트 20-20에서', not '경기에서 1세트 20-20에서'.
WITHIN = re.compile(r"^\d(?:세트|쿼터|회[초말]?) (?:[^ ]+ ){0,3}[^ ]*[\d루]에서 ")
MET = re.compile(r"경기에서|결승에서|결승전에서|차전에서|맞대결")


def match_of(sentences: list[Sentence], calendar: Calendar) -> str:
    """Return '2025년 9월 7일 A와 B의 경기' where the lead tells its score, or ""."""
    if not calendar.news:
        return ""
    lead = [s.text for s in sentences if not s.heading][:LEAD]
    for text in lead:
        found = RESULT.search(resolve(text, calendar, None)) if "에서 " in text else None
        if found:
            side, other = found["side"], found["other"]
            return f"{found['day']} {side}{fitting(side, '와')} {other}의 경기"
    return ""


def in_the_match(text: str, answer: str, match: str) -> str:
    """Return a scene with its match; with the day alone where a side is the answer."""
    if not match or not PLAY.search(text) or ELSEWHERE.search(text):
        return text
    if GOES_ON.match(text):
        return ""
    if MET.search(text):
        return text
    day = " ".join(match.split()[:3])
    told = f"{day} 경기" if answer and answer in match else match
    josa = "" if WITHIN.match(text) else "에서"
    return text if answer and answer in told else f"{told}{josa} {text}"


COMPANY_ASKED = re.compile(
    r"어느 (?:회사|기관|기업)(?P<josa>[을를이가은는와과]?)(?=[ ?로에])"
)
COMPANY_IS = re.compile(r"(?:회사|기관|기업)(?:은|는) 어디인가")
# What only a side of a contest does.
PLAYS = re.compile(
    r"연승|연패|승차|\d승|\d패|\d위|선두|꼴찌|상대로|상대 전적|안방|원정|맞붙|맞대결|"
    r"홈경기|꺾|누르|눌렀|물리[치쳤친]|따돌|도전|뒤쫓|추격|\d-\d"
)


def asked_as_side(text: str, sentence: str, match: str) -> str:
    """In a match report who plays is 어느 팀, whatever its name says."""
    if not match or not ("회사" in text or "기관" in text or "기업" in text):
        return text
    if not PLAYS.search(sentence):
        return text
    text = COMPANY_ASKED.sub(lambda m: "어느 팀" + fitting("팀", m["josa"]), text)
    return COMPANY_IS.sub("팀은 어디인가", text)


def without_match(text: str, match: str) -> str:
    """Return the scene itself."""
    day = " ".join(match.split()[:3])
    for told in (match, f"{day} 경기") if match else ():
        text = text.removeprefix(f"{told}에서 ").removeprefix(f"{told} ")
    return text
