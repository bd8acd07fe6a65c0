"""'2015년 마윈이 주창한 DT': a relative clause with its own subject asks for its noun."""

from collections.abc import Iterator

from quiz.language.korean.arguments import is_coordinated, says_who
from quiz.language.korean.boundaries import is_postposition, takes_arguments
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import phrase_before
from quiz.language.korean.context import referent
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.josa import attach
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part, Sentence, Word
from quiz.language.korean.names import names_something
from quiz.language.korean.phrases import is_copular, is_time_word, phrases
from quiz.language.korean.pieces import DISCOURSE
from quiz.language.korean.prompts import at_the_event, finish, type_noun
from quiz.language.korean.wordlists import Kind, noun_kind

RECORDS = frozenset({"가장", "제일", "최초로", "처음으로", "유일하게", "맨"})
AMONG = frozenset({"가운데", "중"})
LONGEST = 9  # words of a relative clause


def find(reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    names = reading.setting.names
    yield from apposed(reading)
    for phrase in phrases(sentence):
        if phrase.is_time or phrase.first == 0 or sentence.words[phrase.last].quoted:
            continue
        before = sentence.words[phrase.first - 1]
        if (
            before.part is not Part.ADNOMINAL
            or is_copular(before)
            or not is_plain_ending(before)
        ):
            continue
        if phrase.josa == "의" or (phrase.copula and phrase.last < len(sentence.words) - 1):
            continue  # what is described is the noun that follows
        mention = read_phrase(sentence, phrase)
        if mention.start > phrase.start + 1 and not mention.noun and mention.owner:
            continue
        if not names.is_proper(mention.name) or is_coordinated(sentence, phrase):
            continue
        if "·" in mention.name and len(mention.name) > LONGEST:
            continue
        words = relative_words(reading, phrase.first - 1)
        if words is None:
            continue
        yield candidate(reading, mention, words)


def is_plain_ending(word: Word) -> bool:
    """Tell 한, 하는, 할 from '한다는', '하려는': only the first are facts."""
    endings = [m.form for m in word.morphs if m.tag == "ETM"]
    return bool(endings) and endings[-1] in {"ᆫ", "은", "는", "던"}


def relative_words(reading: Reading, last: int) -> list[Word] | None:
    """Return the words of the relative clause, or None where its start isn't sure."""
    words = reading.sentence.words
    first = last
    subject = False
    while first > 0 and last - first < LONGEST:
        before = words[first - 1]
        if before.is_topic or before.part is Part.FINAL or before.quoted:
            break
        if before.part is Part.CONNECTIVE and not (
            runs_on(before) or is_auxiliary(words[first])
        ):
            break
        among = any(w.core in AMONG for w in words[first:last])
        if takes_arguments(before, subject=False) and not among:
            return None
        if (
            before.josa in {"도", "에는", "에서는"}
            or before.comma
            or before.text in DISCOURSE
        ):
            break
        of_subject = subject and (before.is_bare or before.josa == "의")
        if subject and not (
            of_subject or is_time_word(before.core) or before.part is Part.ADVERB
        ):
            break
        subject = subject or before.is_subject
        first -= 1
    chosen = list(words[first : last + 1])
    while chosen and (chosen[0].text in DISCOURSE or chosen[0].josa == "도"):
        chosen = chosen[1:]
    starts_sentence = (
        first == 0 or words[first - 1].is_topic or words[first - 1].text in DISCOURSE
    )
    if not starts_sentence and not subject:
        return None
    inside = next((c.body for c in reading.clauses if last in c.body), ())
    later = words[last + 1 : inside[-1] + 1 if inside else len(words)]
    if subject and first == 0 and not any(w.is_topic or w.is_subject for w in later):
        return None  # the subject may be the sentence's own
    return chosen if complete(chosen, subject, reading) else None


def is_auxiliary(word: Word) -> bool:
    """Tell the 있는 of '남아 있는'."""
    return bool(word.morphs) and word.morphs[0].tag == "VX"


def runs_on(word: Word) -> bool:
    """Tell 이어, 통해 in '뒤를 이어 회장에 오른' from the end of a clause."""
    endings = [m.form for m in word.morphs if m.tag == "EC"]
    joined = bool(endings) and endings[-1] in {"어", "아"} and not word.comma
    return joined and (is_postposition(word) or word.text == "이어")


def complete(chosen: list[Word], subject: bool, reading: Reading) -> bool:
    """Tell whether the relative clause names who did it, or what and when."""
    names = reading.setting.names
    if any(referent(w, "", reading.setting.context, names) is not None for w in chosen):
        return False
    if is_record(chosen) and any(w.core in AMONG for w in chosen):
        return True
    proper = [
        w
        for w in chosen
        if says_who(w.core.strip("‘’'"), reading) and names.is_proper(w.core.strip("‘’'"))
    ]
    objects = [w for w in chosen if w.is_object or w.josa in {"에", "에서", "로", "으로"}]
    timed = any(is_time_word(w.core) for w in chosen)
    if subject:
        return bool(proper) and len(chosen) >= 2
    if is_record(chosen):
        return any(w.josa in {"에서", "의"} for w in chosen)
    return len(chosen) >= 3 and bool(objects) and (bool(proper) or timed)


def is_record(chosen: list[Word]) -> bool:
    """Tell '우리나라에 남은 종 가운데 가장 큰', which one thing only can be."""
    return len(chosen) >= 3 and any(w.text in RECORDS for w in chosen)


def candidate(reading: Reading, mention: Mention, words: list[Word]) -> Candidate:
    noun, wh = type_noun(mention, reading.setting)
    text = at_the_event(finish([w.text for w in words], reading.setting), reading.setting)
    names = reading.setting.names
    return Candidate(
        "event",
        reading.sentence,
        mention.start,
        mention.end,
        f"{text} {attach(noun, '은')} {wh}인가?",
        accepted_names(mention, names),
        names.kind(mention.name) or Kind.THING,
        weight=66,
        part="relative",
    )


def apposed(reading: Reading) -> Iterator[Candidate]:
    """'가온의 제자이자 나루의 스승인 X' -> '가온의 제자이자 나루의 스승인 인물은'."""
    sentence = reading.sentence
    names = reading.setting.names
    for phrase in phrases(sentence):
        if phrase.first < 2 or phrase.is_time or phrase.josa == "의":
            continue
        before = sentence.words[phrase.first - 1]
        if before.part is not Part.ADNOMINAL or not is_copular(before) or before.quoted:
            continue
        mention = read_phrase(sentence, phrase)
        pair = pair_before(sentence, phrase.first - 1)
        if not names.is_proper(mention.name) or is_coordinated(sentence, phrase):
            continue
        if pair is None or not before.text.endswith(("인", "던")):
            continue
        kind = names.kind(mention.name) or noun_kind(before.core) or Kind.THING
        if (kind is Kind.PERSON) != (noun_kind(before.core) is Kind.PERSON):
            continue
        words = [sentence.words[n] for n in pair]
        if any(w.quoted for w in words) or not owned(words, reading):
            continue
        yield candidate(reading, mention, words)


def pair_before(sentence: Sentence, last: int) -> range | None:
    """Return the words of 'A의 B이자 C의 D인' that end at `last`, or None."""
    for joint in range(last - 1, max(0, last - 6), -1):
        word = sentence.words[joint]
        if word.part is not Part.CONNECTIVE:
            continue
        if not is_copular(word) or not word.text.rstrip(",").endswith("이자"):
            return None
        first = phrase_before(sentence, joint, 0)[0]
        if first and sentence.words[first - 1].part is Part.ADNOMINAL:
            return None
        return range(first, last + 1)
    return None


def owned(words: list[Word], reading: Reading) -> bool:
    """Tell whether a name says whose pupil and whose teacher it was."""
    text = " ".join(word.text for word in words)
    return names_something(text, reading.setting.names)
