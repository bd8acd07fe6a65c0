"""Who said it: 장융은 “...”라고 강조했다. Where it is told: 『실록』에 따르면."""

import re
from collections.abc import Iterator

from quiz.language.korean.arguments import pieces_or_none, says_who, subject_text
from quiz.language.korean.candidates import Candidate, Reading
from quiz.language.korean.clauses import Clause
from quiz.language.korean.conjugation import declarative_ending
from quiz.language.korean.context import whole_name
from quiz.language.korean.facts.answers import accepted_names
from quiz.language.korean.gate import POINTED, START_UNRESOLVED, UNRESOLVED
from quiz.language.korean.josa import attach, fitting
from quiz.language.korean.mentions import Mention, read_phrase
from quiz.language.korean.morphology import Sentence
from quiz.language.korean.phrases import Phrase, phrases
from quiz.language.korean.pieces import Piece
from quiz.language.korean.prompts import as_subject, finish, type_noun
from quiz.language.korean.subordination import clause_with
from quiz.language.korean.wordlists import SURNAMES, Kind, title_of

QUOTE = re.compile(r"“([^“”]{4,200})”|\"([^\"]{4,200})\"")
AFTER = re.compile(
    r"^ ?(?:이라고|라고|라며|고|이라며|라|이라|라면서|이라면서|며|면서|고도|는)"
)
VERB = re.compile(
    r"(?P<verb>말했|말한|말하|밝혔|밝힌|강조했|설명했|전했|덧붙였|주장했|답했|대답했|평가했|"
    r"외쳤|당부했|남겼|회고했|회상했|지적했|인사했|소감을|반박했|비판했|호소했|제안했|경고했|"
    r"다짐했|약속했|선언했|촉구했|털어놓|고백했|꾸짖|적었|썼|기록했|물었|우려했|반겼|내다봤|"
    r"분석했|귀띔했|토로했|했다|했습니다|한다)"
)
ENDINGS = {
    "말했": "말한", "말한": "말한", "말하": "말한", "밝혔": "밝힌", "밝힌": "밝힌",
    "강조했": "강조한", "설명했": "설명한", "전했": "전한", "덧붙였": "덧붙인",
    "주장했": "주장한", "답했": "답한", "대답했": "대답한", "평가했": "평가한",
    "외쳤": "외친", "당부했": "당부한", "남겼": "남긴", "회고했": "회고한",
    "회상했": "회상한", "지적했": "지적한", "인사했": "인사한", "소감을": "말한",
    "반박했": "반박한", "비판했": "비판한", "호소했": "호소한", "제안했": "제안한",
    "경고했": "경고한", "다짐했": "다짐한", "약속했": "약속한", "선언했": "선언한",
    "촉구했": "촉구한", "털어놓": "털어놓은", "고백했": "고백한", "꾸짖": "꾸짖은",
    "적었": "적은", "썼": "쓴", "기록했": "기록한", "물었": "물은", "우려했": "우려한",
    "반겼": "반긴", "내다봤": "내다본", "분석했": "분석한", "귀띔했": "귀띔한",
    "토로했": "토로한", "했다": "말한", "했습니다": "말한", "한다": "말한",
}  # fmt: skip
LEFT_OPEN = re.compile(r"^(?:이|그|이것|그것|저|우리는 이|그러면|그래서)(?:\s|는|가|를|번)")
TURNS = re.compile(r"(?<=[가-힣])(?:지만|는데),? ")
SENTENCES = re.compile(r"(?<=[.!?]) +")
LONGEST, SHORTEST = 45, 9  # characters of a quotation in a prompt
ACCORDING = frozenset({"따르", "의하"})
BOOK = re.compile(r"[『《「〈]([^』》」〉]+)[』》」〉]")
ORGANISATIONS = frozenset({Kind.BODY, Kind.COMPANY})


def find(reading: Reading) -> Iterator[Candidate]:
    text = reading.sentence.text
    if "“" in text or '"' in text:
        yield from said(reading)
    if "에 따르면" in text or "에 의하면" in text:
        yield from reported(reading)


def said(reading: Reading) -> Iterator[Candidate]:
    sentence = reading.sentence
    quotes = [
        q for q in QUOTE.finditer(sentence.text) if AFTER.match(sentence.text[q.end() :])
    ]
    if not quotes:
        return
    verb = VERB.search(sentence.text, quotes[-1].end())
    who = speaker(reading, quotes[0].start())
    if verb is None or who is None or is_anybody(who):
        return
    weight = 86
    for quote in quotes:
        for words in shortened(quote[1] or quote[2]):
            yield asked(reading, who, words, ENDINGS[verb["verb"]], weight)
            weight -= 1


def is_anybody(who: Mention) -> bool:
    """Tell '주민 박순덕 씨', whose name nobody need remember."""
    return who.title == "씨" or who.phrase.text.rstrip("은는이가").endswith(" 씨")


def speaker(reading: Reading, before: int) -> Mention | None:
    """Return who speaks: the person or body that is the topic, before the words said.

    A topic that stands after them will do where none stands before.
    """
    sentence = reading.sentence
    heard = [read_phrase(sentence, phrase) for phrase in subjects(sentence)]
    found = [mention for mention in heard if speaks(mention, reading)]
    early = [mention for mention in found if mention.start < before]
    if early:
        return early[-1]
    return found[0] if found else None


def subjects(sentence: Sentence) -> Iterator[Phrase]:
    for phrase in phrases(sentence):
        word = sentence.words[phrase.last]
        if not phrase.is_time and not word.quoted and (word.is_topic or word.is_subject):
            yield phrase


def speaks(mention: Mention, reading: Reading) -> bool:
    names = reading.setting.names
    if surname_title(mention, reading):
        return True
    kind = names.kind(mention.name)
    return names.is_proper(mention.name) and (kind is Kind.PERSON or kind in ORGANISATIONS)


def surname_title(mention: Mention, reading: Reading) -> str:
    """Return 표정수 for '표 감독', where the article has one person of that surname."""
    parts = mention.phrase.text.split()
    if len(parts) != 2 or parts[0] not in SURNAMES or not title_of(parts[1]):
        return ""
    whole = whole_name(parts[0], parts[1], reading.setting.names)
    return whole.split()[0] if whole else ""


def shortened(text: str) -> Iterator[str]:
    """Yield what was said, or a sentence of it that is short enough.

    Of a longer one what stands after 지만 or 는데 tells enough; what follows -면 does not.
    """
    text = text.strip()
    whole = [text] if len(text) <= LONGEST else []
    parts = [part.strip() for part in SENTENCES.split(text)]
    tails = [TURNS.split(part)[-1] for part in parts if len(part) > LONGEST]
    for words in dict.fromkeys([*whole, *parts, *tails]):
        words = words.strip().rstrip(".,")
        if SHORTEST <= len(words) <= LONGEST and not points_away(words):
            yield words


def points_away(words: str) -> bool:
    return bool(
        LEFT_OPEN.match(words)
        or UNRESOLVED.search(words)
        or POINTED.search(words)
        or START_UNRESOLVED.match(words)
    )


def asked(reading: Reading, who: Mention, words: str, verb: str, weight: int) -> Candidate:
    names = reading.setting.names
    whole = surname_title(who, reading)
    kind = Kind.PERSON if whole else names.kind(who.name) or Kind.PERSON
    accepted = (whole, *names.others(whole), who.phrase.text) if whole else ()
    noun, wh = ("인물", "누구") if kind is Kind.PERSON else type_noun(who, reading.setting)
    said = "라는 말을" if verb == "남긴" else "라고"
    noun_said = not words.endswith(
        ("다", "요", "까", "라", "자", "오", "네", "지", "!", "?")
    )
    if noun_said:  # '... 애쓰는 중'
        said = "이" * fitting(words, "이라고").startswith("이") + said
    return Candidate(
        "quotation",
        reading.sentence,
        who.phrase.start if whole else who.start,
        who.phrase.end if whole else who.end,
        f"“{words}”{said} {verb} {attach(noun, '은')} {wh}인가?",
        accepted or accepted_names(who, names),
        kind,
        weight=weight,
        part="said",
        also=(who.phrase.text,) if whole else (),
    )


def reported(reading: Reading) -> Iterator[Candidate]:
    """'『실록』에 따르면 A는 B했다' -> 'A가 B했다고 전하는 책은 무엇인가?'."""
    sentence = reading.sentence
    for number, word in enumerate(sentence.words[:-1]):
        verbs = [m.form for m in word.morphs if m.is_verb]
        if not number or verbs[:1] == [] or verbs[0] not in ACCORDING:
            continue
        clause = clause_with(reading, number)
        if clause is None or clause.predicate is None or clause.body[0] != 0:
            return
        source = source_of(reading, number - 1)
        if source is not None:
            yield from told_by(reading, clause, number, source)
        return


def source_of(reading: Reading, last: int) -> Mention | None:
    """Return the book or body that ends in word `last` and opens the sentence."""
    for phrase in phrases(reading.sentence):
        if phrase.last == last and phrase.first == 0 and phrase.josa == "에":
            mention = read_phrase(reading.sentence, phrase)
            names = reading.setting.names
            kind = names.kind(mention.name)
            book = BOOK.fullmatch(reading.sentence.text[phrase.start - 1 : phrase.end + 1])
            if names.is_proper(mention.name) and (kind in ORGANISATIONS or book):
                return mention
    return None


def told_by(
    reading: Reading, clause: Clause, number: int, source: Mention
) -> Iterator[Candidate]:
    pieces = pieces_or_none(clause, reading)
    predicate = clause.predicate
    if pieces is None or predicate is None:
        return
    if not says_who(subject_text(pieces, clause), reading):
        return
    rest = [as_subject(p) for p in pieces if p.number > number]
    text = finish(stated(rest, clause), reading.setting)
    names = reading.setting.names
    kind = names.kind(source.name) or Kind.WORK
    organisation = kind in ORGANISATIONS
    noun, wh = type_noun(source, reading.setting) if organisation else ("책", "무엇")
    verb = "밝힌" if organisation else "전하는"
    yield Candidate(
        "report", reading.sentence, source.start, source.end,
        f"{text}고 {verb} {attach(noun, '은')} {wh}인가?", accepted_names(source, names),
        kind, weight=78, part="source",
    )  # fmt: skip


def stated(pieces: list[Piece], clause: Clause) -> list[str]:
    """Return the words with their predicate as a plain statement: 놓였다."""
    predicate = clause.predicate
    assert predicate is not None
    kept, noun = pieces[: -predicate.words], ""
    if predicate.is_copula and not predicate.before and pieces[:-1]:
        noun = pieces[-2].core
    last = declarative_ending(predicate, noun)
    return [*(p.text for p in kept), last.removeprefix(noun) if noun else last]
