"""What a word means: '곧 ...', '...을 X라고 한다', '...라는 뜻의 X', asked of the word."""

import re
from collections.abc import Iterator

from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.facts.definitions import EMPTY_HEADS, RELATION
from quiz.language.korean.facts.naming import (
    CALLED,
    from_its_start,
    last_match,
    whole_noun,
)
from quiz.language.korean.facts.retold import (
    has_gloss,
    mention_at,
    named_word,
    pieces_told,
    text_told,
)
from quiz.language.korean.gate import RELATIVE_TIME, UNRESOLVED, unbalanced
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.mentions import Mention
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.phrases import AFTER_VERB, is_copular
from quiz.language.korean.pieces import DISCOURSE
from quiz.language.korean.prompts import finish
from quiz.language.korean.wordlists import OF_A_THING, VAGUE_NOUNS, Kind, noun_kind

SHORTEST, LONGEST = 7, 58  # characters of a definition
FEWEST_TOLD = 3  # words of a definition
FAR = 14  # words of a definition after 곧
THAT_IS = frozenset({"곧", "즉", "그러니까"})
SAYS_MEANING = re.compile(
    r"^(?:말한다|뜻한다|의미한다|가리킨다|일컫는다|이른다|말합니다|뜻합니다|의미합니다|"
    r"가리킵니다|(?:말|뜻|의미)하(?:며|고|는데)|가리키(?:며|고|는데)|일컫(?:으며|고|는데))"
)
QUOTED = re.compile(r"[‘“](?P<name>[^‘’“”]{2,20})[’”]")
MEANING_VERB = re.compile(r"^(?:이르는|가리키는|뜻하는|일컫는|의미하는)$")
TERM_THEN = re.compile(r"^[‘“「]?[가-힣A-Za-z0-9]{2,}[’”」]?(?:이)?란$")
POINTING_BACK = frozenset({"이러한", "이런", "그러한", "그런", "이", "이같은"})
WIDE = frozenset(
    {Kind.BODY, Kind.COMPANY, Kind.WORK, Kind.EVENT, Kind.PLACE, Kind.CITY, Kind.COUNTRY}
)


def find(reading: Reading) -> Iterator[Candidate]:
    yield from that_is(reading)
    yield from so_to_say(reading)
    for clause in reading.clauses:
        yield from called_so(clause, reading)
        yield from defined(clause, reading)


def asks_meaning(
    reading: Reading, prompt: str, start: int, end: int, weight: int = 80
) -> Iterator[Candidate]:
    """Yield the question whose answer is what stands from `start` to `end`."""
    sentence = reading.sentence
    answer = sentence.text[start:end].strip("‘’'“”\" ")
    if not SHORTEST <= len(answer) <= LONGEST or has_gloss(sentence, start, end):
        return
    if unbalanced(answer) or RELATIVE_TIME.search(answer) or UNRESOLVED.search(answer):
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
        if text.endswith("."):
            continue  # '돌, 곧 구들장을 달구는 방식이다.'
        yield Candidate(
            "definition", sentence, term.start, term.end,
            f"{attach(text, '을')} 무엇이라고 하는가?", (term.name,), Kind.TERM,
            weight=85, part="named",
        )  # fmt: skip
        prompt = what_it_is(term.name, named_word(words[last]))
        yield from asks_meaning(reading, prompt, start, end)


def so_to_say(reading: Reading) -> Iterator[Candidate]:
    """'삼투란 물이 옮겨 가는 현상이다': both ways."""
    sentence = reading.sentence
    words = sentence.words
    last = len(words) - 1
    opened = next((n for n in range(min(4, last)) if TERM_THEN.match(words[n].text)), None)
    term = mention_at(sentence, opened) if opened is not None else None
    if opened is None or term is None or not term.name:
        return
    if any(w.text.rstrip(",") not in DISCOURSE for w in words[: term.phrase.first]):
        return
    if SAYS_MEANING.match(words[last].text):
        last -= 1
    elif not is_copular(words[last]):
        return
    again = [n for n in range(opened + 2, last) if words[n].text.rstrip(",") in THAT_IS]
    if again:  # '높이, 그러니까 위도를 말한다'
        last = again[0] - 1
    told = range(opened + 1, last + 1)
    genus = named_word(words[last])
    front = pieces_told(reading, told[:-1])
    text = finish([*(p.text for p in front or []), genus], reading.setting)
    described = any(words[n].part is Part.ADNOMINAL for n in told)
    if not described or not SHORTEST <= len(text) <= LONGEST or term.name in text:
        return
    yield Candidate(
        "definition", sentence, term.start, term.end,
        f"{attach(text, '을')} 무엇이라고 하는가?", (term.name,), Kind.TERM, weight=85,
        part="named",
    )  # fmt: skip
    start, end = words[opened + 1].start, words[last].core_end
    yield from asks_meaning(reading, what_it_is(term.name, genus), start, end)


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
    if "라고 " not in clause.sentence.text and "라 " not in clause.sentence.text:
        return
    clause = from_its_start(clause)
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
    last, means = end_of_told(clause)
    told = range(clause.topic[-1] + 1, last + 1)
    if not (means or (predicate.is_copula and predicate.words == 1)):
        return
    if not can_define(clause, told, reading) or (means and not words[last].is_object):
        return
    genus = named_word(words[last])
    if not means and not is_genus(genus, words[last - 1]):
        return
    pieces = pieces_or_none(clause, reading)
    who = subject_text(pieces, clause) if pieces else ""
    if not pieces or pieces_told(reading, told) is None or not is_a_term(who, reading):
        return
    if not means and is_widely_told(who, reading):
        return
    text = f"‘{who}’{fitting(who, '은')} 무엇을 뜻하는 말인가?"
    if not means and len(genus) > 1:
        was = "이었는가" if fitting(genus, "이") == "이" else "였는가"
        text = f"{attach(who, '은')} 어떤 {genus}{was if predicate.past else '인가'}?"
    prompt = finish([text], reading.setting)
    yield from asks_meaning(reading, prompt, words[told[0]].start, words[last].core_end, 76)


def is_widely_told(who: str, reading: Reading) -> bool:
    """Tell what the whole article says of: '어떤 축제인가' has ten answers then."""
    setting = reading.setting
    return who == setting.context.subject or setting.names.kind(who) in WIDE


def end_of_told(clause: Clause) -> tuple[int, bool]:
    """Return where the definition ends, and if 말한다 or 이르는 말이다 follows."""
    words, last = clause.sentence.words, clause.body[-1]
    if words[last].core == "말" and MEANING_VERB.match(words[last - 1].text):
        return last - 2, True
    means = SAYS_MEANING.match(words[last].text) is not None
    return last - means, means


def can_define(clause: Clause, told: range, reading: Reading) -> bool:
    """Tell whether these words describe a noun, by verbs, without pointing elsewhere."""
    words, names = clause.sentence.words, reading.setting.names
    topic = words[clause.topic[-1]]
    if len(told) < FEWEST_TOLD or not topic.is_topic:
        return False
    opening = words[clause.topic[0] - 1] if clause.topic[0] else None
    apart = opening is not None and opening.part in {Part.ADNOMINAL, Part.DETERMINER}
    if apart and not names.is_proper(named_word(topic)):
        return False  # '단청에 쓰는 흰 가루는' tells itself what it is
    if names.is_proper(named_word(words[told[-1]])):
        return False
    described = [words[n] for n in told[:-1] if words[n].part is Part.ADNOMINAL]
    if all(is_copular(word) for word in described):
        return False
    return not any(
        words[n].is_topic
        or words[n].quoted
        or words[n].text in POINTING_BACK
        or words[n].text.rstrip(",") in THAT_IS
        for n in told
    )


def is_genus(noun: str, before: Word) -> bool:
    """Tell the 버스 of '부르면 오는 버스' from 것, 경우, 3개 and 족제비과."""
    empty = noun in VAGUE_NOUNS or noun in EMPTY_HEADS
    if empty or re.search(r"\d|[가-힣]과$", noun):
        return False
    return before.part in {Part.ADNOMINAL, Part.NOUN}


def is_a_term(who: str, reading: Reading) -> bool:
    """Tell whether one thing is spoken of that is no person."""
    names = reading.setting.names
    if not who or not 2 <= len(who) <= 16 or who in OF_A_THING | RELATION | VAGUE_NOUNS:
        return False
    if " " in who and not says_who(who, reading):
        return False
    if names.kind(who) is Kind.PERSON or noun_kind(who.split()[-1]) is Kind.PERSON:
        return False
    return names.is_proper(who) or (" " not in who and who not in VAGUE_NOUNS)
