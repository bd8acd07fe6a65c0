"""What a word means: '곧 ...', '...을 X라고 한다', '...라는 뜻의 X', asked of the word."""

import re
from collections.abc import Iterator

from quiz.core.questions import AnswerKind
from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.definitions import EMPTY_HEADS
from quiz.language.korean.facts.naming import CALLED, last_match, whole_noun
from quiz.language.korean.facts.retold import (
    has_gloss,
    marked,
    mention_at,
    named_word,
    pieces_told,
    text_told,
)
from quiz.language.korean.gate import unbalanced
from quiz.language.korean.glosses import is_hanja
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.mentions import Mention
from quiz.language.korean.morphology import Part, Sentence
from quiz.language.korean.phrases import AFTER_VERB, is_copular
from quiz.language.korean.pieces import DISCOURSE
from quiz.language.korean.prompts import finish
from quiz.language.korean.wordlists import VAGUE_NOUNS, Kind, noun_kind

SHORTEST, LONGEST = 7, 58  # characters of a definition
FAR = 14  # words of a definition after 곧
THAT_IS = frozenset({"곧", "즉", "그러니까"})
SAYS_MEANING = re.compile(
    r"^(?:말한다|뜻한다|의미한다|가리킨다|일컫는다|이른다|말합니다|뜻합니다)"
)
OF_MEANING = re.compile(
    r"[‘'“](?P<meaning>[^‘’'“”]{2,30})[’'”](?:이라는|라는|다는|는) (?:뜻|의미)의 $"
)
IS_MEANING = re.compile(
    r"(?P<meaning>(?<=[‘'“])[^‘’'“”]{2,40}(?=[’'”])|[가-힣][가-힣 ]{3,40}?)[’'”]?"
    r"(?:이라는|라는|다는|는|란) (?:뜻|의미)(?:이다|입니다|이었다|이며|이고|으로,)"
)
QUOTED = re.compile(r"[‘“](?P<name>[^‘’“”]{2,20})[’”]")
HAS_MEANINGS = re.compile(
    r"(?P<all>[‘'][^‘’']{1,20}[’'](?:, | 또는 |와 |과 )[‘'][^‘’']{1,20}[’'])"
    r"(?:이라는|라는|는) (?:두 가지 )?뜻이 "
    r"(?P<verb>있었|있|담겨 있었|담겨 있)(?:다|습니다|는데|고)"
)
POINTING_BACK = frozenset({"이러한", "이런", "그러한", "그런", "이", "이같은"})


def find(reading: Reading) -> Iterator[Candidate]:
    yield from that_is(reading)
    for clause in reading.clauses:
        yield from called_so(clause, reading)
        yield from defined(clause, reading)
    if "뜻" in reading.sentence.text or "의미" in reading.sentence.text:
        yield from meaning_of_name(reading)
        yield from meaning_told_after(reading)
        yield from several_meanings(reading)
    yield from glossed_meaning(reading)


def asks_meaning(
    reading: Reading, prompt: str, start: int, end: int, weight: int = 80
) -> Iterator[Candidate]:
    """Yield the question whose answer is what stands from `start` to `end`."""
    sentence = reading.sentence
    answer = sentence.text[start:end].strip("‘’'“”\" ")
    if not SHORTEST <= len(answer) <= LONGEST or has_gloss(sentence, start, end):
        return
    if unbalanced(answer):
        return
    yield Candidate(
        "definition", sentence, start, end, prompt, (answer,), Kind.THING,
        weight=weight, part="meaning", also=(answer,),
    )  # fmt: skip


def what_it_is(term: str, genus: str) -> str:
    """Return '은입사는 어떤 기법인가?', or '... 무엇을 뜻하는 말인가?'."""
    if genus in VAGUE_NOUNS or genus in EMPTY_HEADS or len(genus) < 2 or "들" in genus[-1:]:
        return f"‘{term}’{fitting(term, '은')} 무엇을 뜻하는 말인가?"
    return f"{attach(term, '은')} 어떤 {genus}인가?"


def so_called(name: str) -> str:
    return f"‘{name}’{fitting(name.rstrip('!?.'), '이라는')}"


def that_is(reading: Reading) -> Iterator[Candidate]:
    """'은입사, 즉 홈을 파고 은실을 박는 기법으로' -> both ways."""
    sentence = reading.sentence
    words = sentence.words
    for number in range(1, len(words) - 1):
        if words[number].text.rstrip(",") not in THAT_IS or not words[number - 1].comma:
            continue
        term = mention_at(sentence, number - 1)
        if term is None or words[number - 1].part is not Part.NOUN or not term.name:
            continue
        if words[number + 1].text[0] in "‘“'":
            yield from quoted_meaning(reading, number + 1, term)
            continue
        last = end_of_definition(sentence, number + 1)
        if last is None or words[number - 1].josa:
            continue
        first = number + 1
        text = text_told(reading, range(first, last + 1))
        start, end = words[first].start, words[last].core_end
        if not text or not SHORTEST <= len(text) <= LONGEST or term.name in text:
            continue
        yield Candidate(
            "definition", sentence, term.start, term.end,
            f"{attach(text, '을')} 무엇이라고 하는가?", (term.name,), Kind.TERM,
            weight=85, part="named",
        )  # fmt: skip
        prompt = what_it_is(term.name, named_word(words[last]))
        yield from asks_meaning(reading, prompt, start, end)


def quoted_meaning(reading: Reading, number: int, term: Mention) -> Iterator[Candidate]:
    """'앙부일구, 곧 ‘하늘을 우러러보는 가마솥’이다' -> what the name means."""
    sentence = reading.sentence
    found = QUOTED.match(sentence.text, sentence.words[number].start) or re.compile(
        r"‘(?P<name>[^‘’]{2,40})’"
    ).match(sentence.text, sentence.words[number].start)
    if found is None:
        return
    prompt = f"{so_called(term.name)} 이름은 무슨 뜻인가?"
    yield from asks_meaning(reading, prompt, found.start("name"), found.end("name"), 84)


def end_of_definition(sentence: Sentence, first: int) -> int | None:
    """Return the noun that ends '쌀값의 등락을 두고 벌이는 투기(에 빠져)'."""
    words = sentence.words
    for number in range(first + 1, min(first + FAR, len(words))):
        word = words[number]
        if word.is_topic and number < first + 2:
            return None
        if word.part is not Part.NOUN and not is_copular(word):
            continue
        if (
            word.is_bare
            or word.josa == "의"
            or not has_adnominal_before(sentence, number, first)
        ):
            continue
        following = words[number + 1] if number + 1 < len(words) else None
        if (
            following is None or is_copular(word) or word.comma
            or following.part in {Part.CONNECTIVE, Part.FINAL, Part.ADVERB}
            or (word.josa in {"으로", "로"} and is_last_described(sentence, number))
            or word.is_topic
        ):  # fmt: skip
            return number
    return None


def is_last_described(sentence: Sentence, number: int) -> bool:
    """Tell whether no later noun is described: the definition goes no further."""
    return all(w.part is not Part.ADNOMINAL for w in sentence.words[number + 1 :])


def has_adnominal_before(sentence: Sentence, number: int, first: int) -> bool:
    place = number - 1
    while place > first and (
        sentence.words[place].is_bare or sentence.words[place].josa == "의"
    ):
        if sentence.words[place].core in AFTER_VERB:
            return False  # '홈을 판 뒤 은실을'
        place -= 1
    return place > first - 1 and sentence.words[place].part is Part.ADNOMINAL


def called_so(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'물가가 오르는 현상을 인플레이션이라고 한다' -> 인플레이션은 어떤 현상을 말하는가."""
    match = last_match(CALLED, clause)
    if match is None or not match["how"].endswith(("라고", "라")):
        return
    words = clause.sentence.words
    before = [n for n in clause.body if words[n].end <= match.start("quote")]
    if len(before) < 2 or match["name"] in VAGUE_NOUNS:
        return
    last = before[-1]
    if not (words[last].is_object or words[last].is_topic):
        return
    first = opening_of(clause, last)
    told = range(first, last + 1)
    if not any(words[n].part is Part.ADNOMINAL or words[n].josa == "의" for n in told):
        return
    if (
        any(words[n].is_topic or words[n].quoted for n in told[:-1])
        or pieces_told(reading, told) is None
    ):
        return
    genus = named_word(words[last])
    name = whole_noun(match["name"], words[last + 1])
    if any(words[n].text in POINTING_BACK for n in told):
        return
    if genus in VAGUE_NOUNS or genus in EMPTY_HEADS:
        prompt = what_it_is(name, genus)
    else:
        prompt = f"{attach(name, '은')} 어떤 {attach(genus, '을')} 말하는가?"
    yield from asks_meaning(reading, prompt, words[first].start, words[last].core_end, 78)


def opening_of(clause: Clause, last: int) -> int:
    """Return where the definition begins: after '판소리에서는' and '반대로'."""
    words = clause.sentence.words
    first = clause.body[0]
    for number in range(clause.body[0], last):
        word = words[number]
        opens = number == first and word.text.rstrip(",") in DISCOURSE
        scope = word.josa in {"에서는", "에는", "으로는", "로는"} and not word.quoted
        if opens or scope:
            first = number + 1
    return first


def defined(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'부르미는 승객이 부르면 오는 버스이다' -> 부르미는 어떤 버스인가."""
    predicate = clause.predicate
    if predicate is None or not clause.topic or clause.topic[-1] not in clause.body:
        return
    words = clause.sentence.words
    first, last = clause.topic[-1] + 1, clause.body[-1]
    means = bool(SAYS_MEANING.match(words[last].text))
    if means:
        last -= 1
    elif not predicate.is_copula or predicate.words != 1:
        return
    if last - first < 2 or not words[clause.topic[-1]].is_topic:
        return
    told = range(first, last + 1)
    if not any(
        words[n].part is Part.ADNOMINAL and not is_copular(words[n]) for n in told[:-1]
    ):
        return
    if any(
        words[n].is_topic or words[n].quoted or words[n].text in POINTING_BACK for n in told
    ):
        return
    genus = named_word(words[last])
    if genus in VAGUE_NOUNS or genus in EMPTY_HEADS or re.search(r"\d", genus):
        return
    if not means and words[last - 1].part not in {Part.ADNOMINAL, Part.NOUN}:
        return
    pieces = pieces_or_none(clause, reading)
    who = subject_text(pieces, clause) if pieces else ""
    if not pieces or pieces_told(reading, told) is None or not is_a_term(who, reading):
        return
    if means and words[last].is_object:
        text = f"{attach(who, '은')} 무엇을 말하는가?"
    elif not means:
        was = "이었는가" if fitting(genus, "이") == "이" else "였는가"
        text = f"{attach(who, '은')} 어떤 {genus}{was if predicate.past else '인가'}?"
    else:
        return
    yield from asks_meaning(
        reading,
        finish([text], reading.setting),
        words[first].start,
        words[last].core_end,
        76,
    )


def is_a_term(who: str, reading: Reading) -> bool:
    """Tell whether one thing is spoken of that is no person."""
    names = reading.setting.names
    if not who or len(who) > 16 or not says_who(who, reading):
        return False
    if names.kind(who) is Kind.PERSON or noun_kind(who.split()[-1]) is Kind.PERSON:
        return False
    return names.is_proper(who) or (" " not in who and who not in VAGUE_NOUNS)


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
        prompt = f"{so_called(name)} 이름은 무슨 뜻인가?"
        yield meaning(reading, prompt, match.start("meaning"), match.end("meaning"))


def meaning(reading: Reading, prompt: str, start: int, end: int) -> Candidate:
    answer = reading.sentence.text[start:end]
    return Candidate(
        "name-meaning", reading.sentence, start, end, prompt, (answer,), Kind.THING,
        weight=86, part="name", also=(answer,),
    )  # fmt: skip


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


def in_bracket(
    reading: Reading, term: re.Match[str], told: str, prompt: str, weight: int
) -> Candidate:
    return Candidate(
        "name-meaning", reading.sentence, term.start(), term.end(), prompt, (told,),
        Kind.THING, weight=weight, part="meaning", bracketed=told, also=(told,),
    )  # fmt: skip
