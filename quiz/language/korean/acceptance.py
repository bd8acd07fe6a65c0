"""How likely a strict teacher takes a draft unchanged: a logistic model of its signs.

The weights are learned by `python -m training ko` from judged drafts of the project's own
texts (training/judged.json). A sign is a property of the wording, never of one article.
"""

import re
from pathlib import Path

from quiz.core.questions import AnswerKind, plain
from quiz.language.chances import Signs, chance, learned
from quiz.language.korean.answer_signs import (
    GAP,
    signs_of_arguments,
    signs_of_finding,
    signs_of_rivals,
)
from quiz.language.korean.candidates import Candidate
from quiz.language.korean.context_signs import signs_of_context
from quiz.language.korean.match_reports import without_match
from quiz.language.korean.names import Names
from quiz.language.korean.pieces import Setting

WEIGHTS = Path(__file__).with_name("acceptance.json")

ASKED = re.compile(r"(?P<head>[가-힣]+)[은는] (?P<wh>무엇|누구|어디|언제|몇|얼마)[^ ]*\?$")
WH = re.compile(r"무엇|누구|누가|어디|언제|얼마|어느|어떤|몇|왜|어떻게|며칠")
JOINED = re.compile(r"[가-힣](?:고|며|지만|는데|면서|어서|아서|여|해|자|나),? ")
ADNOMINAL = re.compile(r"[가-힣](?:는|한|된|던|할|인|린|운|온|난|른) ")
POSTPOSITION = re.compile(r"(?:을|를) 통해|(?:에|에게) 대해|(?:을|를) 위해|에 따라|때문")
OPENS_DATED = re.compile(r"^(?:기원전 |약 )?\d")
OPENS_BARE = re.compile(r"^[가-힣]{1,3}(?:은|는|이|가|을|를|의|에) ")
FUZZY = re.compile(
    r"많은|여러|다양한|대부분|일부|주로|가장|특히|점차|크게|매우|더욱|각종|등"
)
FINITE = re.compile(
    r"(?P<stem>있|없|되|하|받|보|가|오|나|주|지|두|이)[^ ]{0,2} [가-힣]+[은는] "
)
SUBJECT = re.compile(r"[가-힣A-Za-z0-9’”』》)](?:은|는|이|가)$")
PAST = re.compile(
    r"[가-힣](?:았|었|였|했|됐|갔|왔|났|졌|섰|렸|쳤|꼈|썼|뒀|줬|봤|샀)(?:다\.|는가\?)|"
    r"[한된친간온난진선린] (?:해|날|때|곳|인물|까닭|[가-힣]{2,4})[은는] "
)
POINTER = re.compile(
    r"(?<![가-힣])(?:[이그]곳|이[는를에] )|"
    r"(?<![가-힣A-Za-z0-9』」》〉’”□])(?:이|그|해당) [가-힣]"
)
PRONOUN = re.compile(r"(?<![가-힣])그(?:는|가|의|를|에게|와|도) ")
YEAR = re.compile(r"\d{3,4}년")
FOUR_DIGITS = re.compile(r"\d{4}")
FIGURE = re.compile(r"\d[\d,.]*")
ASKS_FIGURE = re.compile(r"몇|얼마|\d")
ANOTHER = re.compile(r"[가-힣A-Za-z0-9’』》](?:이|가) ")
LENGTHS = (18, 26, 34, 42, 50, 60)
TOLD_OFTEN = 4
# Signs that mean another thing in each kind of wording.
TOGETHER = (
    "who:known",
    "who:common",
    "report",
    "unnamed",
    "past",
    "whole",
    "longer:34",
    "longer:50",
    "answer:proper",
    "put-in:first",
    "joined",
    "cut:after",
)


def acceptance(candidate: Candidate, shown: str, setting: Setting) -> float:
    """Return the chance, 0 to 1, that a strict reader accepts a prompt or a cloze."""
    return chance(learned(WEIGHTS), signs_of(candidate, shown, setting))


def signs_of(candidate: Candidate, shown: str, setting: Setting) -> Signs:
    """Return the signs of a prompt, or of a cloze where `shown` holds a gap."""
    cloze = "{{" in shown
    form = "cloze" if cloze else "prompt"
    signs = {
        "always": 1.0,
        form: 1.0,
        f"{form}:kind:{candidate.kind}": 1.0,
        f"names:{candidate.names}": 1.0,
        f"part:{candidate.part}": float(bool(candidate.part)),
        f"{form}:answer:{candidate.answer}": 1.0,
    }
    signs |= signs_of_answer(candidate, setting.names)
    told = GAP.sub("□", shown) if cloze else shown
    text = without_match(told, setting.context.match)
    signs |= signs_of_wording(candidate, text, setting)
    if text != told:
        signs |= {"event": 1.0, "year": 1.0, "report:undated": 0.0}
    signs |= signs_of_rivals(candidate, shown, text, setting.names)
    signs |= signs_of_arguments(text)
    signs |= signs_of_context(candidate, text)
    signs |= signs_of_finding(candidate, cloze)
    if not cloze:
        signs |= signs_of_asking(text)
    return signs | signs_together(f"{form}:{candidate.kind}", signs)


def signs_together(kind: str, signs: Signs) -> Signs:
    """Return what a sign means for one kind: a bare figure is another thing than a name."""
    return {f"{kind}:{name}": signs[name] for name in TOGETHER if signs.get(name)}


def signs_of_answer(candidate: Candidate, names: Names) -> Signs:
    answer = candidate.accepted[0] if candidate.accepted else ""
    proper = names.is_proper(answer)
    return {
        "answer:proper": float(proper),
        "answer:common": float(not proper and candidate.answer is AnswerKind.WORDS),
        "answer:often": float(names.counts[answer] >= TOLD_OFTEN),
        "answer:once": float(names.counts[answer] <= 1),
        "answer:one-letter": float(len(plain(answer)) == 1),
        "answer:long": float(len(plain(answer)) > 12),  # letters
        "answer:words": min(4.0, answer.count(" ")) / 2,
        "answer:latin": float(answer.isascii() and any(c.isalpha() for c in answer)),
        "answer:modified": float(bool(ADNOMINAL.search(answer))),
    }


def signs_of_wording(candidate: Candidate, text: str, setting: Setting) -> Signs:
    sentence = candidate.sentence.text
    first = text.split(" ", 1)[0]
    context, named = setting.context, names_in(text, setting.names)
    pointed, meant = POINTER.search(sentence), POINTER.search(text)
    found = {
        "length": (len(text) - 38) / 20,
        "copied": min(1.5, len(text) / max(1, len(sentence))),
        "sentence": (len(sentence) - 60) / 40,
        "commas": min(3.0, text.count(",")),
        "quotes": float("‘" in text or "“" in text),
        "brackets": float("(" in text),
        "joined": min(3.0, len(JOINED.findall(text))),
        "adnominals": min(4.0, len(ADNOMINAL.findall(text))) / 2,
        "postposition": float(bool(POSTPOSITION.search(text))),
        "opens-dated": float(bool(OPENS_DATED.match(text))),
        "opens-bare": float(bool(OPENS_BARE.match(text))),
        "opens-new": float(first[:2] not in sentence),
        "fuzzy": min(2.0, len(FUZZY.findall(text))),
        "year": float(bool(YEAR.search(text))),
        "figures": min(3.0, len(FIGURE.findall(text))),
        "topic": float(bool(context.topic) and context.topic in text),
        "subject": float(bool(context.subject) and context.subject in text),
        "named": min(3.0, sum(named)) / 2,
        "lead": float(context.lead),
        "product": float(bool(context.product) and text.startswith(context.product)),
        "scope": float(bool(context.scope) and context.scope in text),
        "event": float(bool(context.event) and text.startswith(context.event)),
        "pointer": float(bool(meant)),
        "pointer:replaced": float(bool(pointed) and not meant),
        "pronoun:replaced": float(
            bool(PRONOUN.search(sentence)) and not PRONOUN.search(text)
        ),
    }
    found |= signs_of_origin(text, sentence)
    found |= signs_of_carrying(text, sentence, setting)
    found |= signs_of_subject(text, named, setting)
    return found | {f"longer:{n}": 1.0 for n in LENGTHS if len(text) > n}


def signs_of_origin(text: str, sentence: str) -> Signs:
    """Return what the wording took from the sentence, left out and put in."""
    asks = WH.search(text) is not None  # a cloze doesn't
    words = [w for w in text.split() if w[0] != "□" and not (asks and WH.search(w))]
    taken = [w[:2] in sentence for w in words]
    used = [w for w, was_there in zip(words, taken, strict=True) if was_there]
    told = sentence.split()
    first = next((n for n, w in enumerate(told) if used and w[:2] == used[0][:2]), 0)
    ends = bool(used) and any(told[-1][:1] == w[:1] for w in words[-3:])
    put_in = [w for w, there in zip(words, taken, strict=True) if not there]
    return {
        "put-in": min(3.0, len(put_in)) / 2,
        "put-in:first": float(bool(words) and not taken[0]),
        "put-in:owner": float(bool(words) and not taken[0] and words[0].endswith("의")),
        "put-in:subject": float(
            bool(words) and not taken[0] and words[0][-1] in "은는이가"
        ),
        "put-in:year": float(any(YEAR.match(w) for w in put_in)),
        "put-in:object": float(any(w[-1] in "을를" for w in put_in)),
        "cut:before": min(4.0, first) / 2,
        "cut:after": float(not ends),
        "cut:share": 1 - min(1.0, len(used) / max(1, len(told))),
        "own-subject": float(any(w[-1] in "은는이가" for w in used)),
        "own-object": float(any(w[-1] in "을를" for w in used)),
        "whole": float(not put_in and first == 0 and ends),
    }


def signs_of_carrying(text: str, sentence: str, setting: Setting) -> Signs:
    """Return whose story goes on, where a name was put in front that the sentence lacks."""
    context, names = setting.context, setting.names
    told = (context.subject, context.carried, context.company)
    name = next((n for n in told if n and text.startswith(n) and n not in sentence), "")
    if not name:
        return {}
    kind = names.kind(name)
    return {
        "carried": 1.0,
        f"carried:{kind}": 1.0,
        "carried:subject": float(name == context.subject),
        "carried:company": float(name not in {context.subject, context.carried}),
        "carried:lost": float(context.topic != name),
        "carried:goes-on": float(context.goes_on and context.topic == name),
        "carried:far": min(4.0, context.since) / 2 if name == context.carried else 2.0,
        "carried:rival": float(any(rivals(n, name, names) for n in context.named[-2:])),
        "carried:another": float(bool(ANOTHER.search(text[len(name) + 1 :]))),
        "carried:person-before": float(bool(context.person) and context.person != name),
    }


def rivals(other: str, name: str, names: Names) -> bool:
    return other != name and names.kind(other) is names.kind(name)


def signs_of_subject(text: str, named: list[bool], setting: Setting) -> Signs:
    """Return what the first noun with 은/는/이/가 is: in a story '배가' is some ship."""
    subject, words = setting.context.subject, text.split()
    at = next(
        (n for n, w in enumerate(words) if w[-1] in "은는이가" and SUBJECT.search(w)), None
    )
    who = "" if at is None else words[at]
    told = any(named) or bool(subject and subject in text)
    past = PAST.search(text) is not None
    known = at is not None and (named[at] or bool(subject and subject in who))
    opened = OPENS_DATED.match(text) is not None or (
        bool(words) and (named[0] or words[0].startswith(subject or "\0"))
    )
    report = setting.calendar.news
    return {
        "past": float(past),
        "past:unnamed": float(past and not told),
        "unnamed": float(not told),
        "who:known": float(known),
        "who:common": float(bool(who) and not known),
        "who:common:past": float(bool(who) and not known and past),
        "who:nobody": float(not who),
        "opens:known": float(opened),
        "report": float(report),
        "report:unnamed": float(report and not told),
        "report:undated": float(report and not FOUR_DIGITS.search(text)),
        "report:figure": float(report and ASKS_FIGURE.search(text) is not None),
    }


def names_in(text: str, names: Names) -> list[bool]:
    """Tell for each word of `text` whether it begins with a proper name."""
    return [begins_with_name(word.lstrip("‘“『《〈「"), names) for word in text.split()]


def begins_with_name(word: str, names: Names) -> bool:
    return not names.proper.isdisjoint([word[:n] for n in range(2, len(word) + 1)])


def signs_of_asking(text: str) -> Signs:
    found = ASKED.search(text)
    asked = WH.findall(text)
    signs = {f"asks:{asked[-1]}" if asked else "asks:nothing": 1.0}
    if found:
        signs[f"cleft:{found['wh']}"] = 1.0
        signs[f"head:{found['head'][-4:]}"] = 1.0
        if finite := FINITE.search(text):
            signs[f"verb:{finite['stem']}"] = 1.0
    else:
        signs["in-place"] = 1.0
    return {**signs, "asks-twice": float(len(asked) > 1)}
