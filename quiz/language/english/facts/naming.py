"""What something is called, and what its name means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause
from quiz.language.english.facts.answers import LEADING, pobj_of
from quiz.language.english.facts.datings import with_pieces
from quiz.language.english.phrases import Piece, words_of
from quiz.language.english.prompts import ask
from quiz.language.english.subordination import is_dated
from quiz.language.english.wordlists import CALLING, Kind

AS = {"know", "describe", "refer", "mock", "regard", "dub", "label", "define"}
QUOTES = "\"“”'‘’"
MEANING = re.compile(r"^[\"“‘]([^\"”’A-Z]+)[\"”’]$")
NAMING = {"name", "word", "term", "phrase", "title", "prefix", "suffix"}
LANGUAGES = (
    "Latin|Greek|Sanskrit|French|German|Spanish|Italian|Arabic|Old Norse|Norse|Chinese|"
    "Japanese|Korean|Dutch|Portuguese|Russian|Hebrew|Persian|Turkish|Welsh|Gaelic|Hindi|"
    "Old English|Malay|Swedish|Norwegian|Danish|Finnish|Polish|Hungarian"
)
IS_LATIN_FOR = re.compile(
    rf"\b(?P<word>[\w-]+) is (?:the )?(?P<land>{LANGUAGES}) (?:word )?for "
    r"[\"“](?P<meaning>[^\"”]+)[\"”]"
)
WORD_FOR = re.compile(
    rf"(?<=[\s,])(?P<word>[\w-]+), (?:from )?the (?P<land>{LANGUAGES}) "
    r"(?:word|term|name) for (?P<meaning>(?:the )?[\w-]+(?: [\w-]+)?)(?=[,.]|$)"
)


def find(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        several = clause.with_role("oprd")
        if len(several) > 1:  # 'called him Maripahluk, "kind Matthew"'
            kept = [p for p in clause.pieces if p not in several[1:]]
            clause = with_pieces(clause, kept)
        yield from called(clause, reading)
        yield from known_as(clause, reading)
        yield from meanings(clause, reading)
    yield from glossed(reading)
    yield from in_languages(reading)


def called(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'A fall is called deflation' -> 'What is a fall called?'."""
    piece = clause.piece("oprd")
    if piece is None or clause.group.lemma not in CALLING:
        return
    words, rest = piece.words, list(clause.pieces)
    after = next((p for p in rest if p.words and p.words[0] == words[-1] + 1), None)
    best = any(piece.head.doc[n].tag_ in {"JJS", "RBS"} for n in words)
    if best and after is not None and after.role == "prep" and not is_dated([after]):
        rest.remove(after)  # 'the highest lake in the world'
        words = (*words, *after.words)
    yield from asked(with_pieces(clause, rest), piece, words, "", reading)


def known_as(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    for piece in clause.prepositions("as"):
        noun = pobj_of(piece)
        if clause.group.lemma in AS and noun is not None:
            yield from asked(clause, piece, words_of(noun), "as", reading)


def asked(
    clause: Clause,
    piece: Piece,
    words: tuple[int, ...] | list[int],
    strand: str,
    reading: Reading,
) -> Iterator[Candidate]:
    doc = reading.sentence.doc
    words = list(words)
    if words and doc[words[0]].tag_ == "PRP$":
        words.pop(0)
    subject = clause.subject
    if not words or subject is None:
        return
    if doc[subject.words[0]].lower_ in {"a", "an"} and len(subject.words) <= 2:
        return  # 'a ceremony called X': which ceremony, the clause does not say
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = reading.sentence.text[start:end]
    text = surface.strip(QUOTES + " ,")
    start += surface.find(text)
    wording = ask(clause, piece, "What", reading.setting, strand)
    yield Candidate(
        "naming", reading.sentence, start, start + len(text), wording.text,
        tuple(dict.fromkeys([text, LEADING.sub("", text)])), Kind.THING, weight=75,
        clause=clause, bare=wording.bare,
    )  # fmt: skip


def meanings(clause: Clause, reading: Reading) -> Iterator[Candidate]:
    """'X means "moon craft" in Sanskrit' -> 'What does X mean in Sanskrit?'."""
    piece = clause.piece("dobj", "oprd")
    if clause.group.lemma != "mean" or piece is None or clause.group.aux:
        return
    doc = reading.sentence.doc
    subject = clause.subject
    told = [doc[n] for n in subject.words] if subject is not None else []
    if not any(
        t.tag_ in {"NNP", "FW"} or t.text in QUOTES or t.lower_ in NAMING for t in told
    ):
        return  # 'an empty space means zero'
    words = list(piece.words)
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    surface = reading.sentence.text[start:end]
    quoted = re.match(r"[\"“]?([^\"”]+)[\"”]", surface)
    text = quoted[1] if quoted else surface.strip(QUOTES + " ,")
    start += surface.find(text)
    after = surface[quoted.end() :].strip() if quoted else ""
    wording = ask(clause, piece, "What", reading.setting, instead=[after] if after else [])
    if text and words[-1] - words[0] == len(words) - 1:
        yield Candidate(
            "meaning", reading.sentence, start, start + len(text), wording.text, (text,),
            Kind.THING, weight=78, clause=clause, bare=wording.bare,
        )  # fmt: skip


def glossed(reading: Reading) -> Iterator[Candidate]:
    """'Pragyan ("wisdom")' -> 'What does the name Pragyan mean?'."""
    for gloss in reading.sentence.clean.glosses:
        meant = MEANING.match(gloss.text)
        before = re.search(
            r"((?:[A-Z][\w’']+ )*[A-Z]\w+)$", reading.sentence.text[: gloss.at].rstrip()
        )
        if meant and before and meant[1][:1].islower():
            yield Candidate(
                "meaning", reading.sentence, before.start(1), before.end(1),
                f"What does the name {before[1]} mean?", (meant[1],), Kind.THING, weight=78,
                part="meaning", glossed=meant[1],
            )  # fmt: skip


def in_languages(reading: Reading) -> Iterator[Candidate]:
    for match in IS_LATIN_FOR.finditer(reading.sentence.text):
        prompt = f"What does the {match['land']} word {match['word'].lower()} mean?"
        yield Candidate(
            "meaning", reading.sentence, match.start("meaning"), match.end("meaning"),
            prompt, (match["meaning"],), Kind.THING, weight=78,
        )  # fmt: skip
    for match in WORD_FOR.finditer(reading.sentence.text):
        prompt = f"What does the {match['land']} word {match['word']} mean?"
        yield Candidate(
            "meaning", reading.sentence, match.start("meaning"), match.end("meaning"),
            prompt, (match["meaning"],), Kind.THING, weight=78,
        )  # fmt: skip
