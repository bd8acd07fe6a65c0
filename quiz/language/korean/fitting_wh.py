"""The question word that its verb wants: one enters 어디, and leaves for 어디."""

import re

WHERE_ONE_ENTERS = re.compile(r"무엇에 (?=(?:입학|입사|진학|편입|취직|재직|재학)[하한했])")
WHERE_ONE_GOES = re.compile(
    r"무엇(?P<josa>을|으로) (?=(?:(?:여러|한|두|세|몇) 차례 |직접 |자주 |처음 )?"
    r"(?:방문[하한했]|둘러보|둘러본|떠나|떠난|떠났|건너가|건너간|건너갔|돌며 ))"
)
# Of what one dies or closes is a cause.
CAUSE = re.compile(
    r"무엇으로 (?=(?:숨졌|숨진|죽었|죽은|세상을 떠|목숨을 잃|무너졌|무너진|중단|문을 닫))"
)
OFFICE = re.compile(r"무엇을 (?=(?:지냈|지낸|역임)[하한했]?)")
OFFICES = re.compile(r"무엇과 무엇을 (?=(?:지냈|지낸|역임)[하한했]?)")


def asked_well(prompt: str) -> str:
    """Return it with 어디 for a place that one enters and 어떤 직책 for an office."""
    if "무엇" not in prompt:
        return prompt
    prompt = WHERE_ONE_ENTERS.sub("어디에 ", prompt)
    prompt = WHERE_ONE_GOES.sub(to_where, prompt)
    prompt = CAUSE.sub("무엇 때문에 ", prompt)
    prompt = OFFICES.sub("어떤 두 직책을 ", prompt)
    return OFFICE.sub("어떤 직책을 ", prompt)


def to_where(found: re.Match[str]) -> str:
    return "어디로 " if found["josa"] == "으로" else "어디를 "
