"""The signs by which a strict teacher's verdict on a wording can be guessed.

The weights are learned by `python -m training en` from judged drafts of the project's own
texts (training/judged-en.json). A sign is a property of the wording, never of one article.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.core.questions import AnswerKind, plain
from quiz.language.chances import Signs, chance, learned
from quiz.language.english.candidates import Candidate
from quiz.language.english.clauses import Clause
from quiz.language.english.context import Setting
from quiz.language.english.gate import is_anchored, is_event
from quiz.language.english.names import name_spans, noun_kind, text_of
from quiz.language.english.standing import signs_of_standing
from quiz.language.english.wordlists import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

WEIGHTS = Path(__file__).with_name("acceptance.json")

GAP = re.compile(r"\{\{.*?\}\}")
ASKED = re.compile(
    r"(?:^|, )(?P<wh>(?:(?:in|at|on|by|to|for|from|since|until|after|within|under|of) )?"
    r"(?:who|whom|whose|what|which|where|when|why|how(?: \w+)?))\b(?: (?P<noun>\w+))?",
    re.IGNORECASE,
)
STRANDED = re.compile(r"\b(?:to|of|on|with|from|for|into|as|against|by|at|in|after)\?$")
YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")
ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
BARE_THE = re.compile(
    r"\bthe [a-z]+(?=[?,]| (?:in|on|at|by|to|from|for|with|and|is|was)\b)"
)
FUZZY = re.compile(
    r"\b(?:some|many|several|various|most|certain|such|other|another|often|usually|"
    r"mainly|largely|especially|particularly|much|very|so|too|only|even|just)\b"
)
OWNING = re.compile(r"\b(?:its|their|his|her|them|it|him)\b")
VAGUE_NOUN = re.compile(
    r"\bthe (?:\w+ )?(?:system|service|scheme|project|report|work|terms|plan|building|idea|"
    r"name|people|men|women|families|deal|price|place|site|line|others?|figure|matter)\b"
)
COMPARED = re.compile(r"\bthe (?:new|old|other|next|last|first|wider|whole|same|latter)\b")
KIN = re.compile(
    r"['’]s? (?:\w+ )?(?:father|mother|husband|wife|brother|sister|son|daughter)"
)
ABOUT = re.compile(r"(?:about|some|nearly|almost|around|over|more than|up to|at least) ")
JOINED = re.compile(r"\b(?:and|or|but)\b")
NESTED = re.compile(r"\b(?:that|which|who|whose|where|when|while|because|if|as)\b")
THE_NOUN = re.compile(r"\b[Tt]he [a-z]+")
PRONOUN = re.compile(r"\b(?:he|she|him|his|her|it|its|they|them|their)\b")
LEARNED = re.compile(
    r"(?:logy|graphy|metry|itis|osis|ism|ics|ium|ide|ine|ase|gen|meter|scope|tion|ment|"
    r"ity|ship|ance|ence|ture|cide)s?$"
)
# What one guesses without the text: it goes with what else is said.
WELL_KNOWN = re.compile(
    r"^(?:the )?(?:Earth|Moon|Sun|World|Europe|Asia|Africa|America|Britain|UK|US|USA|"
    r"United (?:States|Kingdom|Nations)|EU|European Union|England|Scotland|Wales|Ireland|"
    r"France|Germany|Italy|Spain|Russia|China|Japan|India|Canada|Mexico|Australia|Brazil|"
    r"Greece|Egypt|New Zealand|London|Paris|New York(?: City)?|Washington|UNESCO|NASA|"
    r"World Heritage List|Congress|Parliament|Middle Ages|Atlantic|Pacific|Mediterranean)$"
)
LIGHT = {"have", "make", "take", "give", "get", "include", "become", "go", "see", "use"}
LENGTHS = (30, 40, 50, 60, 70, 80, 95)
OFTEN = 4  # times that a name may stand in an article
LONG = 110  # characters of a sentence


def acceptance(candidate: Candidate, shown: str, setting: Setting) -> float:
    """Return the chance, 0 to 1, that a strict reader accepts a prompt or a cloze."""
    return chance(learned(WEIGHTS), signs_of(candidate, shown, setting))


def signs_of(candidate: Candidate, shown: str, setting: Setting) -> Signs:
    """Return the signs of a prompt, or of a cloze where `shown` holds a gap."""
    cloze = "{{" in shown
    form = "cloze" if cloze else "prompt"
    text = GAP.sub("□", shown)
    signs = {
        "always": 1.0,
        form: 1.0,
        f"{form}:kind:{candidate.kind}": 1.0,
        f"{form}:names:{candidate.names}": 1.0,
        f"{form}:answer:{candidate.answer}": 1.0,
    }
    signs |= signs_of_answer(candidate, form, setting)
    signs |= signs_of_wording(candidate, text, setting)
    signs |= signs_of_kind(candidate, form, text, setting)
    signs |= signs_of_clause(candidate.clause, form)
    signs |= signs_of_standing(candidate, form, text, setting)
    if cloze:
        return signs | signs_of_gap(text) | signs_of_telling(candidate, text, setting)
    return signs | signs_of_asking(candidate, text)


def signs_of_answer(candidate: Candidate, form: str, setting: Setting) -> Signs:
    answer = candidate.accepted[0] if candidate.accepted else ""
    words = answer.split()
    named = candidate.names not in {Kind.THING, Kind.NUMBER, Kind.DATE}
    thing = candidate.names is Kind.THING and candidate.answer is AnswerKind.WORDS
    proper = thing and any(w[:1].isupper() for w in words)
    counts = setting.names.counts
    return {
        "answer:named": float(named),
        f"{form}:answer:common": float(thing and not proper),
        f"{form}:answer:proper-thing": float(proper),
        "answer:once": float(named and counts[answer] <= 1),
        "answer:often": float(counts[answer] >= OFTEN),
        "answer:words": min(8.0, len(words)) / 4,
        "answer:one-word": float(thing and len(words) == 1),
        "answer:article": float(bool(ARTICLE.match(answer))),
        "answer:small": float(len(plain(answer)) <= 2),
        "answer:of": float(" of " in answer),
        "answer:bare": float(thing and bool(BARE_THE.search(f"{answer}?"))),
        "answer:own": float(thing and bool(OWNING.search(answer))),
        "answer:vague": float(thing and bool(VAGUE_NOUN.search(f"the {answer}"))),
        "answer:about": float(bool(ABOUT.match(answer))),
        "answer:nested": float(thing and bool(NESTED.search(answer))),
        "answer:items": min(6.0, len(candidate.items)) / 3,
        "answer:unit": float(
            candidate.names is Kind.NUMBER and bool(re.search(r"[^\d.,\s]", answer))
        ),
        "answer:title": float(named and is_of_topic(answer, setting.topic)),
    }


def signs_of_kind(candidate: Candidate, form: str, text: str, setting: Setting) -> Signs:
    """Return what matters more in one kind of question than in another."""
    hero = (setting.topic or setting.hero).removeprefix("the ").lower()
    undated = is_event(candidate) and not YEAR.search(text)
    kind = f"{form}:{candidate.kind}"
    answer = candidate.accepted[0] if candidate.accepted else ""
    return {
        f"{kind}:about": float(bool(hero) and hero in text.lower()),
        f"{kind}:undated": float(undated),
        "answer:well-known": float(bool(WELL_KNOWN.match(answer))),
    }


def is_of_topic(answer: str, topic: str) -> bool:
    """Tell whether the name shares its last word with what the article is about."""
    return bool(topic) and plain(answer.split()[-1]) in plain(topic)


def signs_of_wording(candidate: Candidate, text: str, setting: Setting) -> Signs:
    sentence = candidate.sentence
    words = re.findall(r"[\w’'-]+", text)
    told = {word.lower() for word in re.findall(r"[\w’'-]+", sentence.text)}
    put_in = [w for w in words[1:] if w.lower() not in told]
    anchored = is_anchored(text, setting.topic)
    event = is_event(candidate)
    found = {
        "length": (len(text) - 55) / 25,
        "words": (len(words) - 9) / 5,
        "copied": min(1.5, len(text) / max(1, len(sentence.text))),
        "sentence": (len(sentence.text) - LONG) / 60,
        "sentence:long": float(len(sentence.text) > 1.5 * LONG),
        "commas": min(3.0, text.count(",")),
        "quotes": float("“" in text or '"' in text),
        "joined": min(2.0, len(JOINED.findall(text))),
        "nested": min(2.0, len(NESTED.findall(text.partition(" ")[2]))),
        "fuzzy": min(2.0, len(FUZZY.findall(text))),
        "year": float(bool(YEAR.search(text))),
        "figures": min(2.0, len(re.findall(r"\d[\d,.]*", text))),
        "bare": min(3.0, candidate.bare),
        "bare:the": min(2.0, len(BARE_THE.findall(text))),
        "put-in": min(4.0, len(put_in)) / 2,
        "topic": float(bool(setting.topic) and setting.topic.lower() in text.lower()),
        "names": min(3.0, float(names_in(text, candidate, setting))) / 2,
        "anchored": float(anchored),
        "event": float(event),
        "event:unanchored": float(event and not anchored),
        "event:undated": float(event and not YEAR.search(text)),
        "report": float(setting.calendar.fresh),
        "report:unanchored": float(setting.calendar.fresh and not anchored),
        "scope": float(bool(re.match(r"(?:In|Under|According|At) [^?]*, [a-z]", text))),
    }
    return found | {f"longer:{n}": 1.0 for n in LENGTHS if len(text) > n}


def names_in(text: str, candidate: Candidate, setting: Setting) -> int:
    """Return how many names of the sentence the wording says."""
    sentence = candidate.sentence
    spans = name_spans(sentence)
    told = {setting.names.whole(text_of(sentence, *span)) for span in spans}
    return sum(name in text for name in told)


def signs_of_clause(clause: Clause | None, form: str) -> Signs:
    """Return what the parse is like: a relative clause is misread more often."""
    if clause is None:
        return {f"{form}:clause:none": 1.0}
    subject, verb = clause.subject, clause.verb
    roles = {piece.role for piece in clause.pieces}
    distance = abs(verb.i - subject.head.i) if subject else 0
    signs = {
        f"{form}:clause:{clause.kind}": 1.0,
        "clause:passive": float(clause.passive),
        "clause:source": float(bool(clause.source)),
        "clause:pieces": min(5.0, len(clause.pieces)) / 3,
        "clause:loose": float(any(piece.loose for piece in clause.pieces)),
        "clause:far": float(distance > 8),  # words
        "clause:late": float(verb.i > 20),
        "clause:be": float(clause.group.lemma == "be"),
        "clause:modal": float(clause.group.aux[:1] not in {(), ("was",), ("were",)}),
        "clause:negative": float(bool({"not", "never", "no"} & set(clause.group.middle))),
    }
    if subject is not None:
        first = subject.head.doc[subject.words[0]] if subject.words else subject.head
        signs |= {
            "subject:name": float(subject.head.tag_ in {"NNP", "NNPS"}),
            "subject:pronoun": float(subject.head.tag_ == "PRP"),
            "subject:a": float(first.lower_ in {"a", "an"}),
            "subject:the": float(first.lower_ == "the" and first.tag_ == "DT"),
            "subject:plural": float(subject.head.tag_ == "NNS"),
            "subject:words": min(8.0, len(subject.words)) / 4,
        }
    return signs | {f"clause:has:{role}": 1.0 for role in roles if role in ROLES}


ROLES = {"dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "agent", "advcl", "prt", "prep"}


def signs_of_asking(candidate: Candidate, text: str) -> Signs:
    asked = ASKED.search(text)
    wh = asked["wh"].lower() if asked else "nothing"
    noun = (asked["noun"] or "").lower() if asked else ""
    figures = bool(re.search(r"\d", YEAR.sub("", text)))
    number = candidate.names in {Kind.NUMBER, Kind.DATE}
    signs = {
        "asks:own": float(wh in {"who", "what", "which"} and bool(OWNING.search(text))),
        "asks:things": float(" things " in text),
        "asks:vague": float(bool(VAGUE_NOUN.search(text))),
        "asks:which-one": float(bool(COMPARED.search(text))),
        f"asks:figures:{number}": float(figures),
        "asks:kin": float(bool(KIN.search(text))),
        "asks:place-in": float(bool(re.search(r" in [A-Z][^?]*\?$", text))),
        f"asks:{wh}": 1.0,
        f"asks:{wh}:{candidate.kind}": 1.0,
        "stranded": float(bool(STRANDED.search(text))),
        "asks:short": float(len(text.split()) <= 5),
    }
    if wh.endswith("which") or wh == "what":
        signs[f"asks:{wh}:{noun}"] = 1.0
    return signs


def signs_of_gap(text: str) -> Signs:
    before, _, after = text.partition("□")
    return {
        "gap:first": float(not before.strip()),
        "gap:last": float(len(after) <= 1),
        "gap:after-the": float(bool(re.search(r"\bthe $", before, re.IGNORECASE))),
        "gap:after-a": float(bool(re.search(r"\ban? $", before, re.IGNORECASE))),
        "gap:after-name": float(bool(re.search(r"[A-Z]\w+ $", before))),
        "gap:before-name": float(bool(re.match(r" [A-Z]", after))),
    }


def signs_of_telling(candidate: Candidate, text: str, setting: Setting) -> Signs:
    """Return what a gap of telling words is, and what its sentence leaves out."""
    clause = candidate.clause
    if candidate.kind != "gap" or clause is None:
        return {}
    doc = candidate.sentence.doc
    inside = [t for t in doc if candidate.start <= t.idx < candidate.end]
    head = next((t for t in inside if t.head not in inside), inside[-1])
    verb = clause.group.lemma
    sort = candidate.part
    hero = setting.topic or setting.hero
    about = bool(hero) and hero.lower() in text.lower()
    opening = text.partition(" ")[0]
    signs = {
        f"telling:{sort}": 1.0,
        f"telling:{sort}:{head.dep_}": 1.0,
        f"telling:{sort}:words": min(4.0, len(inside)) / 2,
        f"telling:{sort}:event": float(is_event(candidate)),
        f"telling:{sort}:undated": float(is_event(candidate) and not YEAR.search(text)),
        f"telling:{sort}:be": float(verb == "be"),
        f"telling:{sort}:light": float(verb in LIGHT),
        f"telling:{sort}:about": float(about),
        f"telling:{sort}:bare": min(3.0, candidate.bare),
        f"telling:{sort}:anchored": float(is_anchored(text, setting.topic)),
        f"telling:{sort}:long": float(len(text) > LONG),
        "telling:opens-the": float(opening == "The" and not about),
        "telling:opens-a": float(opening in {"A", "An"}),
        "telling:the": min(3.0, len(THE_NOUN.findall(text))),
        "telling:pronouns": min(2.0, len(PRONOUN.findall(text))),
    }
    signs |= {f"told:{trait}": 1.0 for trait in candidate.traits}
    if sort == "term":
        signs |= signs_of_term(candidate, head)
    return signs


def signs_of_term(candidate: Candidate, head: Token) -> Signs:
    told = candidate.sentence.text
    word = head.lower_
    owned = any(t.dep_ in {"poss", "nummod"} for t in head.children)
    return {
        "term:plural": float(head.tag_ == "NNS"),
        "term:letters": (min(14, len(word)) - 7) / 4,
        "term:compound": float(any(t.dep_ == "compound" for t in head.children)),
        "term:adjective": float(any(t.dep_ == "amod" for t in head.children)),
        "term:owned": float(owned),
        "term:person": float(noun_kind(head.lemma_) is Kind.PERSON),
        "term:of": float(any(t.lower_ == "of" for t in head.children)),
        "term:close": float(
            head.head.i == candidate.clause.verb.i if candidate.clause else 0
        ),
        "term:learned": float(bool(LEARNED.search(word))),
        "term:after-of": float(head.dep_ == "pobj" and head.head.lower_ == "of"),
        "term:member": float(
            head.dep_ == "conj" or any(t.dep_ == "conj" for t in head.children)
        ),
        "term:late": candidate.end / max(1, len(told)),
    }
