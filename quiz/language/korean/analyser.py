"""Kiwi's morphemes -> words. The model is loaded once, when it is first needed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from quiz.language.korean.josa import final_sound
from quiz.language.korean.lexicon import Tokens
from quiz.language.korean.morphology import (
    NOUN_TAGS,
    SILENT_TAGS,
    Morph,
    Part,
    Sentence,
    Word,
)

LIBRARY, INSTALL = "kiwipiepy", "pip install kiwipiepy"
MODELS = ("kiwipiepy_model",)
SPACE = re.compile(r"\s+")
BATCH = 400  # sentences: enough for speed, small enough to show progress
JOSA_ADVERBS = frozenset({"MAG", "MAJ"})
LONG_QUOTE = re.compile(
    r"“([^“”]*)”|\"([^\"]*)\"|‘([^‘’]*)’|「([^「」]*)」|(?<![가-힣A-Za-z0-9])'([^']*)'"
)
TIME_MODIFIERS = frozenset({"지난", "오는"})  # verbs to Kiwi, but they take no subject
ENDING_TAGS = frozenset({"EF", "EC", "ETM", "EP"})


@lru_cache(maxsize=1)
def kiwi() -> Any:
    """Return the analyser: 2-3 seconds and half a gigabyte at the first call."""
    from kiwipiepy import Kiwi  # noqa: PLC0415  # half a gigabyte, only for drafting

    return Kiwi()


def analyse(
    sentences: Sequence[Sentence],
    tokens: Callable[[str], Tokens] | None,
    told: Callable[[int], None],
) -> list[Sentence]:
    """Return `sentences` with their words; `told` hears how many are done."""
    done: list[Sentence] = []
    for start in range(0, len(sentences), BATCH):
        batch = sentences[start : start + BATCH]
        texts = [sentence.text for sentence in batch]
        found = kiwi().tokenize(texts, pretokenized=tokens)
        done.extend(
            sentence.with_words(tuple(words_of(sentence.text, morphs_of(given))))
            for sentence, given in zip(batch, found, strict=True)
        )
        told(len(done))
    return done


def morphs_of(tokens: Any) -> list[Morph]:
    found: list[Morph] = []
    for t in tokens:
        tag, start, end = t.tag, t.start, t.start + t.len
        if tag == "VCP" and start == end and found and swallowed(found[-1]):
            noun = found.pop()
            found.append(replace(noun, form=noun.form[:-1], end=noun.end - 1))
            found.append(Morph(t.form, tag, start - 1, start))
            continue
        if tag == "JC" and t.form in {"이며", "며"}:
            # '20만 원이며,' is a copula, not a particle.
            found.append(Morph("이", "VCP", start, end - 1))
            found.append(Morph("며", "EC", end - 1, end))
        else:
            found.append(Morph(t.form, tag, start, end))
    return found


def swallowed(noun: Morph) -> bool:
    """Tell whether an unknown noun took the 이 of its copula: '미선이 + 란'."""
    return (
        noun.tag == "NNP"
        and len(noun.form) > 2  # letters
        and noun.form[-1] == "이"
        and bool(final_sound(noun.form[:-1]))
    )


def words_of(text: str, morphs: list[Morph]) -> Iterator[Word]:
    spans = [m.span(m.lastindex or 0) for m in LONG_QUOTE.finditer(text)]
    quotes = [span for span in spans if holds_predicate(span, morphs)]
    position = 0
    for start, end in word_spans(text, morphs):
        mine = []
        while position < len(morphs) and morphs[position].start < end:
            mine.append(morphs[position])
            position += 1
        quoted = any(q[0] <= start < q[1] or start < q[0] < end for q in quotes)
        yield word_of(text, start, end, mine, quoted)


def word_spans(text: str, morphs: list[Morph]) -> Iterator[tuple[int, int]]:
    """Yield what stands between spaces; a name with a space inside is one word."""
    inside = {
        place
        for m in morphs
        if m.end - m.start > 2 and " " in text[m.start : m.end]
        for place in range(m.start, m.end)
    }
    start = 0
    for space in SPACE.finditer(text):
        if space.start() in inside:
            continue
        if space.start() > start:
            yield start, space.start()
        start = space.end()
    if start < len(text):
        yield start, len(text)


def holds_predicate(span: tuple[int, int], morphs: list[Morph]) -> bool:
    return any(span[0] <= m.start < span[1] and m.tag in ENDING_TAGS for m in morphs)


def word_of(text: str, start: int, end: int, morphs: list[Morph], quoted: bool) -> Word:
    shown = text[start:end]
    heard = [m for m in morphs if m.tag not in SILENT_TAGS]
    josa: list[Morph] = []
    while heard and heard[-1].tag.startswith("J"):
        josa.insert(0, heard.pop())
    particle = text[josa[0].start : josa[-1].end] if josa else ""
    core_end = josa[0].start if josa else core_without_copula(heard, end, text, start)
    part = part_of(heard, bool(josa))
    if shown in TIME_MODIFIERS:
        part = Part.DETERMINER
    return Word(
        shown,
        start,
        end,
        core_end,
        part,
        particle,
        josa[-1].tag if josa else "",
        comma=shown.endswith((",", "·", ";")),
        quoted=quoted,
        morphs=tuple(morphs),
    )


def core_without_copula(heard: list[Morph], end: int, text: str, start: int) -> int:
    """Return where the noun of 'noun + 이다' ends, or the word without punctuation."""
    for number, morph in enumerate(heard):
        if morph.tag == "VCP" and morph.start > start:
            before = heard[number - 1] if number else morph
            only = before.tag == "JX" and before.start > start
            return before.start if only else morph.start
    return start + len(text[start:end].rstrip(",.;!?…·"))


def part_of(heard: list[Morph], has_josa: bool) -> Part:
    if not heard:
        return Part.OTHER
    last = heard[-1].tag
    if last == "EF":
        return Part.FINAL
    if last == "EC":
        return Part.CONNECTIVE if not has_josa else Part.OTHER
    if last == "ETM":
        return Part.ADNOMINAL if not has_josa else Part.OTHER
    if last in JOSA_ADVERBS:
        return Part.ADVERB
    if last == "MM":
        return Part.DETERMINER
    return Part.NOUN if last in NOUN_TAGS or last == "ETN" else Part.OTHER
