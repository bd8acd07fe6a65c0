"""Who may and what is needed: ages, sums and shares with 이상 or 이하, as gaps."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.item_lines import BRACKETS
from quiz.language.korean.items.item_labels import RULED
from quiz.language.korean.items.item_prompts import Wording
from quiz.language.korean.items.item_values import FIGURE
from quiz.language.korean.josa import attach
from quiz.language.korean.wordlists import Kind

LIMITED = re.compile(
    rf"(?P<answer>{FIGURE} ?(?P<unit>원|세|%|년|개월|명|점|㎡|m²|학점|시간|톤|kg|cm|km)) "
    r"?(?P<limit>이상|이하|이내|미만)"
)
AGES = re.compile(r"(?P<answer>\d+세 이상 ?~? ?\d+세 (?:이하|미만))")
MEASURED = re.compile(
    r"(?:^|[ ,])(?P<noun>(?:(?!이하|이상|"
    r"공고)[가-힣]{1,6}(?<![은는의고며서인한된을를로에]) ){0,2}"
    r"[가-힣]*(?:소득|보증금|월세|면적|경력|점수|학점|매출|매출액|자산|재산|가격|기간|"
    r"무게|높이|길이|키|"
    r"인원|거리|비용|성적|평점|체중|비율|배기량)) (?:연 )?$"
)
SOMEBODY = re.compile(
    r"(?:사람|자|청년|학생|시민|주민|구민|도민|분|기업|단체|가구|업체|팀|농가|부부|"
    r"어르신|여성|소상공인|세대주|성인|"
    r"청소년|어린이|대학생|직장인|가족|경력자|졸업자|소지자)$"
)
CUT = re.compile(r"[.:]|다$|[은는이가] .*(?:있으며|하고),")
LONGEST_RULE, MOST_GAPS = 60, 3


def conditions(owner: str, label: str, text: str) -> Iterator[Wording]:
    """Yield gaps and questions of a rule; offsets are in `text`."""
    rule = BRACKETS.sub("", text).strip(" .")
    if not RULED.search(label) or CUT.search(rule) or rule not in text:
        return
    if ages := AGES.search(text):
        which = f"{label}이 있는" if label.endswith("자격") else label
        tail = ages["answer"][-2:]
        yield told(f"{owner}{which} 나이는 몇 세 이상 몇 세 {tail}인가?", "", ages)
    found = list(LIMITED.finditer(text))[:MOST_GAPS]
    alone = sum(each["unit"] == "세" for each in found) == 1
    for each in found:
        prompt = asked_alone(owner, label, text, each, alone)
        gap = "" if prompt else with_gap(owner, label, rule, each)
        if prompt or gap:
            yield told(prompt, gap, each)


def asked_alone(
    owner: str, label: str, text: str, found: re.Match[str], alone: bool
) -> str:
    """Return a question for one figure of the rule, or "" where none is safe."""
    if found["unit"] == "세":
        return f"{owner}{attach(label, '은')} 몇 세 {found['limit']}인가?" if alone else ""
    noun = MEASURED.search(text[: found.start()])
    return measured(f"{owner}{met(label)}", noun["noun"], found) if noun else ""


def met(label: str) -> str:
    """Return '지원 대상이 되려면' or '응시 자격을 얻으려면'."""
    if label.endswith("대상"):
        return f"{label}이 되려면"
    return f"{attach(label, '을')} {'얻으려면' if label.endswith('자격') else '갖추려면'}"


def measured(head: str, noun: str, found: re.Match[str]) -> str:
    wh = "얼마" if found["unit"] == "원" else f"몇 {found['unit']}"
    must = "여야" if found["limit"] == "이하" else "이어야"
    return f"{head} {attach(noun, '이')} {wh} {found['limit']}{must} 하는가?"


def told(prompt: str, gap: str, found: re.Match[str]) -> Wording:
    accepted = tuple(dict.fromkeys((found["answer"], found[0])))
    accepted, place = accepted if prompt else accepted[::-1], 0 if gap else "answer"
    return Wording(
        "item-condition", prompt, gap, *found.span(place), accepted, Kind.NUMBER,
        AnswerKind.WORDS, part="rule",
    )  # fmt: skip


def with_gap(owner: str, label: str, rule: str, found: re.Match[str]) -> str:
    """Return the rule as a sentence about the scheme, or "" where it is none."""
    shown = found[0]  # with its limit: '18세 이상'
    if rule.count(shown) != 1 or len(rule) > LONGEST_RULE:
        return ""
    gapped = rule.replace(shown, f"{{{{{shown}}}}}")
    if SOMEBODY.search(rule):
        return f"{owner}{attach(label, '은')} {gapped}이다."
    if rule.endswith(found["limit"]):
        head = label if label.endswith(("요건", "조건", "기준")) else f"{label} 요건"
        return f"{owner}{attach(head, '은')} {gapped}이다."
    return ""
