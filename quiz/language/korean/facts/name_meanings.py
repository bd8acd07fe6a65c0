"""What a name means: '‘...’이라는 뜻의 X', told after it, or in its bracket."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.facts.meanings import (
    LONGEST,
    QUOTED,
    SHORTEST,
    so_called,
    what_it_is,
)
from quiz.language.korean.facts.naming import CALLED, whole_noun
from quiz.language.korean.facts.retold import (
    marked,
    mention_at,
    named_word,
    pieces_told,
)
from quiz.language.korean.glosses import is_hanja
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.morphology import Gloss
from quiz.language.korean.phrases import is_copular
from quiz.language.korean.prompts import finish
from quiz.language.korean.wordlists import Kind

OF_MEANING = re.compile(
    r"[‘'“](?P<meaning>[^‘’'“”]{2,30})[’'”](?:이라는|라는|다는|는) (?:뜻|의미)의 $"
)
IS_MEANING = re.compile(
    r"(?P<meaning>(?<=[‘'“])[^‘’'“”]{2,40}(?=[’'”])|[가-힣][가-힣 ]{3,40}?)[’'”]?"
    r"(?:이라는|라는|다는|는|란) (?:뜻|의미)(?:이다|입니다|이었다|이며|이고|으로,)"
)
HAS_MEANINGS = re.compile(
    r"(?P<all>[‘'][^‘’']{1,20}[’'](?:, | 또는 |와 |과 )[‘'][^‘’']{1,20}[’'])"
    r"(?:이라는|라는|는) (?:두 가지 )?뜻이 "
    r"(?P<verb>있었|있|담겨 있었|담겨 있)(?:다|습니다|는데|고)"
)
MEANT = re.compile(
    r"[‘“'](?P<meaning>[^‘’“”']{2,40})[’”'](?:(?:이라는|라는|다는|는|란) (?:뜻|의미)"
    r"(?P<of>의 [가-힣]+)?|(?:을|를) (?:뜻|의미)(?P<that>하는 [가-힣]+)?)"
)
NAMED_TOPIC = re.compile(
    r"(?:^|[ ,])(?:[‘“「『](?P<quoted>[^‘’“”「」『』]{2,20})[’”」』]|"
    r"(?P<bare>[가-힣A-Za-z]{2,15}?))"
    r"(?:(?:이라는|라는) (?P<noun>이름|말|낱말|단어|제목|용어|명칭))?"
    r"(?:은|는|에는) (?P<lead>[^’”]*)$"
)
LEAD = re.compile(
    r"^(?:(?:[가-힣]{1,6}(?:어|말|사투리)로는?|[가-힣]{1,6} 말로는?|한자로|본래|원래) )*$"
)
GLOSSED_MEANING = re.compile(
    r"^(?:뜻[:은] ?)?[‘'“]?(?P<meaning>[^‘’'“”]{2,30})[’'”]?"
    r"(?P<ends>(?:이라는|라는|다는|는) 뜻)?$"
)
TONGUE = re.compile(r"(?:어|말|사투리|방언|한자)$")
UNSAID = frozenset({"이름", "명칭", "지명", "별명", "별칭"})


def find(reading: Reading) -> Iterator[Candidate]:
    if "뜻" in reading.sentence.text or "의미" in reading.sentence.text:
        yield from meaning_of_name(reading)
        yield from meaning_said(reading)
        yield from meaning_told_after(reading)
        yield from several_meanings(reading)
    yield from glossed_meaning(reading)


def meaning_of_name(reading: Reading) -> Iterator[Candidate]:
    """'‘테레제의 초원’이라는 뜻의 테레지엔비제' -> ‘테레지엔비제’는 무슨 뜻인가."""
    sentence = reading.sentence
    for number, word in enumerate(sentence.words):
        match = OF_MEANING.search(sentence.text[: word.start])
        if match is None:
            continue
        near = range(number, min(number + 3, len(sentence.words)))
        mention = next((m for n in near if (m := mention_at(sentence, n))), None)
        name = named_word(word) if mention is None else mention.name
        if is_copular(word):
            name = re.sub(r"(?:이라|라)$", "", name)
        lead = ""
        if TONGUE.search(name):
            lead, name = f"{attach(name, '로')} ", name_before(reading, match.start())
        if len(name) < 2:
            continue
        prompt = f"{so_called(name)} 이름은 {lead}무슨 뜻인가?"
        yield meaning(reading, prompt, match.start("meaning"), match.end("meaning"))


def name_before(reading: Reading, place: int) -> str:
    """Return what was named before `place`: '박테리오파지라고 하는데, 이는 ...'."""
    sentence = reading.sentence
    found = list(CALLED.finditer(sentence.text, 0, place))
    if found:
        word = next((w for w in sentence.words if w.end > found[-1].start("name")), None)
        return whole_noun(found[-1]["name"], word) if word is not None else ""
    topics = [w for w in sentence.words if w.is_topic and w.end <= place]
    name = named_word(topics[0]) if len(topics) == 1 else ""
    return name if reading.setting.names.is_proper(name) else ""


def meaning(reading: Reading, prompt: str, start: int, end: int) -> Candidate:
    answer = reading.sentence.text[start:end]
    return Candidate(
        "name-meaning", reading.sentence, start, end, prompt, (answer,), Kind.THING,
        weight=86, part="name", also=(answer,),
    )  # fmt: skip


def meaning_said(reading: Reading) -> Iterator[Candidate]:
    """'아라비크라는 이름은 그리스어로 ‘높은 언덕’을 뜻한다' -> 그리스어로 무슨 뜻인가."""
    sentence = reading.sentence
    for match in MEANT.finditer(sentence.text):
        topic = NAMED_TOPIC.search(sentence.text[: match.start()])
        if topic is None or not LEAD.match(topic["lead"]):
            continue
        name = topic["quoted"] or topic["bare"]
        if name in UNSAID:
            name = reading.setting.context.subject  # '이름은 ... 뜻한다': whose it is
        if not name:
            continue
        known = reading.setting.names.is_proper(name)
        if not (topic["quoted"] or topic["noun"] or known or topic["lead"]):
            continue
        lead = topic["lead"].replace("로는 ", "로 ")
        tongue = (match["of"] or match["that"] or "").split()[-1:]
        if tongue and not TONGUE.search(tongue[0]):
            continue
        if tongue and not lead:
            lead = f"{attach(tongue[0], '로')} "
        noun = topic["noun"] or ("이름" if known else "말")
        prompt = f"{so_called(name)} {attach(noun, '은')} {lead}무슨 뜻인가?"
        yield meaning(reading, prompt, match.start("meaning"), match.end("meaning"))


def meaning_told_after(reading: Reading) -> Iterator[Candidate]:
    """'‘자유천’이라고 했다. 젖과 같은 샘이라는 뜻이다.' -> ‘자유천’은 무슨 뜻인가."""
    sentence, previous = reading.sentence, reading.setting.context.previous
    match = IS_MEANING.search(sentence.text)
    if match is None:
        return
    start = match.start("meaning")
    topics = [w for w in sentence.words if w.is_topic and w.start < start]
    if topics:
        name = named_word(topics[0])
        if len(topics) > 1 or topics[0] is not sentence.words[0] or len(name) < 2:
            return
        if not (topics[0].text[0] in "‘“" or reading.setting.names.is_proper(name)):
            return
        if sentence.text[start - 1 : start] not in "‘“'":
            start = max(start, topics[0].end + 1)
        lead = ""
    else:
        if previous is None or sentence.words[0].is_subject:
            return
        found = QUOTED.findall(previous.text)
        if len(found) != 1:
            return
        name = found[0]
        quoted = sentence.text[start - 1 : start] in set("‘“'")
        lead = sentence.text[: start - 1].strip() + " " if quoted and start > 2 else ""
        if lead and not lead.strip().endswith(("로", "에서", "에서는")):
            return
        start = start if quoted else 0
    told = previous.text if previous is not None and not topics else ""
    noun = "이름" if re.search(r"이름|부르|불[렀러리린]|명명", told) else "말"
    prompt = f"{so_called(name)} {noun}은 {lead}무슨 뜻인가?"
    if reading.sentence.text[start : match.end("meaning")].strip():
        yield meaning(reading, prompt, start, match.end("meaning"))


def several_meanings(reading: Reading) -> Iterator[Candidate]:
    """'바르텐에는 ‘돌보다’, ‘지켜보다’라는 뜻이 있었다' -> 어떤 두 가지 뜻이 있었는가."""
    sentence = reading.sentence
    match = HAS_MEANINGS.search(sentence.text)
    if match is None:
        return
    numbers = [n for n, w in enumerate(sentence.words) if w.end <= match.start("all")]
    pieces = pieces_told(reading, numbers)
    if not pieces or not any(p.josa in {"에는", "에", "은", "는"} for p in pieces):
        return
    front = finish([p.text for p in pieces], reading.setting)
    items = tuple((text,) for text in re.findall(r"[‘']([^‘’']+)[’']", match["all"]))
    yield Candidate(
        "name-meaning", sentence, match.start("all"), match.end("all"),
        f"{front} 어떤 두 가지 뜻이 {match['verb']}는가?", (), Kind.TERM, AnswerKind.LIST,
        items, 84, "meanings",
    )  # fmt: skip


def glossed_meaning(reading: Reading) -> Iterator[Candidate]:
    """'「치숙」(痴叔, 어리석은 아저씨)' and '태양동기궤도(... 유지되는 궤도)'."""
    sentence = reading.sentence
    for gloss in sentence.glosses:
        yield from meaning_in_bracket(gloss, reading)
        told = gloss.text.split("·")[-1] if "·" in gloss.text[:8] else gloss.text
        parts = [p.strip() for p in told.split(",")]
        before = sentence.text[: gloss.at].rstrip("’'”」』》 ")
        term = re.search(r"[가-힣A-Za-z0-9]+$", before)
        if term is None or len(term[0]) < 2:
            continue
        if (
            len(parts) == 2
            and is_hanja(parts[0])
            and re.fullmatch(r"[가-힣]+(?: [가-힣]+){1,4}", parts[1])
        ):
            if reading.setting.names.kind(term[0]) in {Kind.PERSON, Kind.PLACE, Kind.CITY}:
                continue
            shown = marked(sentence, term.start(), term.end())
            title = shown[0] in "「『《〈"
            said = f"{shown}{fitting(term[0], '이라는')}" if title else so_called(term[0])
            prompt = f"{said} {'제목' if title else '말'}은 무슨 뜻인가?"
            yield in_bracket(reading, term, parts[1], prompt, 84)
        elif len(parts) == 1 and SHORTEST < len(told) <= LONGEST and " " in told:
            genus = told.split()[-1]
            if (
                len(genus) >= 2
                and term[0].endswith(genus)
                and re.search(r"[는은한된인] ", told)
            ):
                yield Candidate(
                    "definition", sentence, term.start(), term.end(),
                    f"{attach(told, '을')} 무엇이라고 하는가?", (term[0],), Kind.TERM,
                    weight=84, part="named", also=(told,),
                )  # fmt: skip
                yield in_bracket(reading, term, told, what_it_is(term[0], genus), 82)


def meaning_in_bracket(gloss: Gloss, reading: Reading) -> Iterator[Candidate]:
    """'만타라(‘불의 어머니’라는 뜻)' -> ‘만타라’라는 말은 무슨 뜻인가."""
    match = GLOSSED_MEANING.match(gloss.text)
    before = reading.sentence.text[: gloss.at].rstrip("’'”」』》 ")
    term = re.search(r"[가-힣A-Za-z0-9]{2,}$", before)
    if match is None or term is None:
        return
    if match["ends"] or gloss.text.startswith("뜻"):
        prompt = f"{so_called(term[0])} 말은 무슨 뜻인가?"
        yield in_bracket(reading, term, match["meaning"], prompt, 84)


def in_bracket(
    reading: Reading, term: re.Match[str], told: str, prompt: str, weight: int
) -> Candidate:
    return Candidate(
        "name-meaning", reading.sentence, term.start(), term.end(), prompt, (told,),
        Kind.THING, weight=weight, part="meaning", bracketed=told, also=(told,),
    )  # fmt: skip
