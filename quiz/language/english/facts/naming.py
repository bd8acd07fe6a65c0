"""What something is called, and what its name means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.language.english.candidates import Candidate, Reading
from quiz.language.english.clauses import Clause, VerbGroup
from quiz.language.english.facts.answers import LEADING, LONGEST, pobj_of, said
from quiz.language.english.facts.datings import is_date, with_pieces
from quiz.language.english.inflection import article_for, past
from quiz.language.english.phrases import Piece, words_of
from quiz.language.english.prompts import Wording, ask
from quiz.language.english.subordination import is_dated
from quiz.language.english.wordlists import CALLING, Kind

AS = {"know", "describe", "refer", "mock", "regard", "dub", "label", "define"}
QUOTES = "\"“”'‘’"
MEANING = re.compile(r"^[\"“‘]([^\"”’A-Z]+)[\"”’]$")
NAMING = {"name", "word", "term", "phrase", "title", "prefix", "suffix"}
FEWEST = 4  # words that define
LONGEST_DEED = 130  # characters of a question that tells what was done
DEED = re.compile(
    r", an? (?P<noun>(?:\w+ )?(?:practice|process|ceremony|phenomenon|method|technique|"
    r"custom|procedure|reaction|effect|policy|ritual|festival|tradition|strategy|"
    r"condition)) "
    r"(?:known|called|termed|remembered|dubbed|referred to)(?: (?:as|by \w+ as))? "
    r"(?P<name>[\"“]?[^,.;]+?[\"”]?)(?=[,.;]|$)"
)
ALIAS = re.compile(
    r"(?P<term>\b(?:[Tt]he )?[a-z]+(?: [a-z]+)?), or (?P<alias>(?:the |a |an )?[a-z]+"
    r"(?: [a-z]+)?),"
)
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
    yield from deeds(reading)
    yield from glossed(reading)
    yield from in_languages(reading)
    yield from aliases(reading)


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
    yield from defined(clause, text, reading)
    wording = asked_under(clause, piece, text, reading)
    if not wording.text:
        wording = ask(clause, piece, "What", reading.setting, strand)
    yield Candidate(
        "naming", reading.sentence, start, start + len(text), wording.text,
        tuple(dict.fromkeys([text, LEADING.sub("", text)])), Kind.THING, weight=75,
        clause=clause, bare=wording.bare,
    )  # fmt: skip


def asked_under(clause: Clause, piece: Piece, name: str, reading: Reading) -> Wording:
    """Ask 'Under what name did Linnaeus describe the gannet?' of 'described as'."""
    agent = clause.piece("agent")
    noun = pobj_of(agent) if agent is not None else None
    past_passive = clause.group.aux in {("was",), ("were",)}
    if noun is None or agent is None or not past_passive or not name[:1].isupper():
        return Wording()
    doer = Piece("subject", noun, tuple(words_of(noun)))
    done = clause.subject
    assert done is not None
    patient = Piece("dobj", done.head, done.words)
    kept = [p for p in clause.pieces if p not in {agent, piece}]
    group = VerbGroup(
        (), clause.group.middle, past(clause.group.lemma), clause.group.lemma, "VBD"
    )
    active = replace(clause, subject=doer, group=group, pieces=(patient, *kept, piece))
    return ask(active, piece, "Under what name", reading.setting)


def defined(clause: Clause, term: str, reading: Reading) -> Iterator[Candidate]:
    """Ask 'What is magma?' of 'Molten rock below the surface is called magma'."""
    subject = clause.subject
    present = clause.group.aux[:1] in {("is",), ("are",)} and not clause.group.middle
    if subject is None or not present or clause.kind not in {"main", "joined"}:
        return
    if any(
        not is_date(p) and p.role == "prep" and p.head.lower_ != "as" for p in clause.pieces
    ):
        return
    words, doc = subject.words, reading.sentence.doc
    told = said(clause, words, reading)
    if doc[words[-1]].lemma_ in {"do", "be", "have"}:
        return  # 'a substance that does'
    if len(words) < FEWEST or words[-1] - words[0] != len(words) - 1 or not told:
        return
    if not re.fullmatch(r"(?:a |an |the )?[a-z][a-z -]+", term) or len(told) > LONGEST:
        return
    if any(doc[n].tag_ in {"PRP", "PRP$", "NNP"} for n in words):
        return
    start, end = doc[words[0]].idx, doc[words[-1]].idx + len(doc[words[-1]].text)
    several = subject.head.tag_ == "NNS"
    bare = LEADING.sub("", term)
    single = subject.head.tag_ == "NN" and doc[words[0]].lower_ in {"a", "an", "the"}
    shown = f"{article_for(bare)} {bare}" if single and not several else bare
    yield Candidate(
        "definition", reading.sentence, start, end,
        f"What {'are' if several else 'is'} {shown}?",
        tuple(dict.fromkeys([told, LEADING.sub("", told)])), Kind.THING, weight=72,
        part="meaning",
    )  # fmt: skip


def deeds(reading: Reading) -> Iterator[Candidate]:
    """Ask 'What is the practice called in which ...?' of '..., a practice known as'."""
    sentence = reading.sentence
    told = DEED.search(sentence.text)
    if told is None:
        return
    before = [
        c
        for c in reading.clauses
        if c.kind in {"main", "joined"} and c.subject and c.verb.idx < told.start()
    ]
    starts = {c.subject.words[0]: c for c in reversed(before) if c.subject}
    first = starts[max(starts)] if starts else None
    if first is None or first.subject is None:
        return
    words = [t.i for t in sentence.doc if t.i >= first.subject.words[0]]
    words = [n for n in words if sentence.doc[n].idx < told.start()]
    shown = said(first, words, reading)
    prompt = f"What is the {told['noun']} called in which {shown}?"
    name = re.split(r"[\"“]", told["name"].strip(QUOTES + " "))[-1]  # the "Wedding"
    if not shown or len(prompt) > LONGEST_DEED or not words:
        return
    start = told.start("name") + told["name"].find(name)
    yield Candidate(
        "naming", sentence, start, start + len(name), prompt,
        tuple(dict.fromkeys([name, LEADING.sub("", name)])), Kind.THING, weight=74,
        clause=first,
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


def aliases(reading: Reading) -> Iterator[Candidate]:
    """'The outer ear, or pinna, collects' -> 'What is another name for the outer ear?'."""
    for match in ALIAS.finditer(reading.sentence.text):
        ends = {match.end("term"), match.end("alias")}
        nouns = [t for t in reading.sentence.doc if t.idx + len(t.text) in ends]
        if len(nouns) != 2 or any(t.tag_ not in {"NN", "NNS"} for t in nouns):
            continue
        if any(t.ent_type_ in {"DATE", "TIME", "QUANTITY"} for t in nouns):
            continue
        term = match["term"]
        term = term[:1].lower() + term[1:] if match.start() == 0 else term
        alias = LEADING.sub("", match["alias"])
        start = match.end("alias") - len(alias)
        yield Candidate(
            "naming", reading.sentence, start, match.end("alias"),
            f"What is another name for {term}?", (alias, match["alias"]), Kind.THING,
            weight=74, part="alias",
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
