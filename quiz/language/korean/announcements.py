"""'시는 사업을 시작한다고 12일 밝혔다': what is told, without the telling.

Of its announcement a fact needs neither the verb nor the day. Only where teller and doer
are one: with a subject of its own, the fact is what somebody says.
"""

import re

TOLD = r"(?:밝혔|전했|설명했|발표했|알렸|공시했|덧붙였|강조했)"
WHEN = r"(?:\d{4}년 \d{1,2}월 \d{1,2}일 )?"
ASKED = re.compile(rf"^(?P<told>.*)다고 {WHEN}{TOLD}는가\?$")
STATED = re.compile(rf"^(?P<told>.*다)고 {WHEN}{TOLD}다\.$")
ASKED_WHEN = re.compile(
    r"다고 (?:\S+ )?(?:밝힌|전한|설명한|발표한|알린|공시한) (?:날|때)은 언제"
)
OWN_SUBJECT = re.compile(r"[가-힣A-Za-z0-9’”)](?:이|가|께서) ")
TOPIC = re.compile(r"^[^,]{1,40}?[은는] ")
FINAL_N, FINAL_SS, FINALS = 4, 20, 28  # of the 28 finals of a syllable, 0 for none
FIRST_SYLLABLE = ord("가")


def asked_plainly(prompt: str) -> str:
    """Return the prompt about the fact itself; as it is where the telling belongs to it."""
    found = ASKED.match(prompt)
    if found is None or not tells_of_itself(found["told"]):
        return prompt
    stem = present_or_past(found["told"])
    return f"{stem}는가?" if stem else prompt


def stated_plainly(cloze: str) -> str:
    found = STATED.match(cloze)
    whole = found is not None and "{{" in found["told"]
    return (
        f"{found['told']}." if found and whole and tells_of_itself(found["told"]) else cloze
    )


def asks_when_told(prompt: str) -> bool:
    return ASKED_WHEN.search(prompt) is not None


def tells_of_itself(text: str) -> bool:
    """Tell whether who tells is who does: a topic, and no other subject, nor a wish."""
    topic = None if text.endswith(("겠", "겠다")) else TOPIC.match(text)
    return topic is not None and not OWN_SUBJECT.search(text, topic.end())


def present_or_past(text: str) -> str:
    """Return what 는가 is put to: 시작한 -> 시작하, 연 -> 여, 받는 -> 받, or ""."""
    if text.endswith("는"):
        return text[:-1]
    number = ord(text[-1]) - FIRST_SYLLABLE
    if not 0 <= number < 11172:  # Hangul syllables
        return ""
    final = number % FINALS
    if final == FINAL_N:
        return text[:-1] + chr(FIRST_SYLLABLE + number - final)
    return text if final == FINAL_SS else ""
