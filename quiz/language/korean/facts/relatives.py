"""'2015년 마윈이 주창한 DT': a relative clause with its own subject asks for its noun."""

from collections.abc import Iterator

from quiz.language.korean.arguments import is_coordinated, says_who
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import is_postposition, takes_arguments
from quiz.language.korean.context import referent
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.josa import attach
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import is_copular, is_time_word, phrases
from quiz.language.korean.pieces import DISCOURSE
from quiz.language.korean.prompts import at_the_event, finish, type_noun
from quiz.language.korean.wordlists import Kind

LONGEST = 9  # words of a relative clause


def find(reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    names = reading.setting.names
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
        if before.part is Part.CONNECTIVE and not runs_on(before):
            break
        if takes_arguments(before, subject=False):
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
    proper = [
        w
        for w in chosen
        if says_who(w.core.strip("‘’'"), reading) and names.is_proper(w.core.strip("‘’'"))
    ]
    objects = [w for w in chosen if w.is_object or w.josa in {"에", "에서", "로", "으로"}]
    timed = any(is_time_word(w.core) for w in chosen)
    if subject:
        return bool(proper) and len(chosen) >= 2
    return len(chosen) >= 3 and bool(objects) and (bool(proper) or timed)


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
