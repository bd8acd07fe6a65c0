"""What every name stands for: one vote a name over the whole article."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from quiz.language.korean.gazetteer import known_names
from quiz.language.korean.glosses import is_hanja, is_latin
from quiz.language.korean.mentions import POLITE, Mention, fixed_kind, read_phrase
from quiz.language.korean.morphology import Part, Sentence
from quiz.language.korean.name_signs import (
    NO_NAME_ENDS,
    WORK_MARKS,
    kinds_told,
    looks_proper,
)
from quiz.language.korean.phrases import Phrase, is_copular, phrases
from quiz.language.korean.wordlists import (
    HANJA_SURNAMES,
    SPORTS_ROLES,
    VAGUE_NOUNS,
    Kind,
    noun_kind,
)

AGE_GLOSS = re.compile(r"^\d{1,3}(?:세|살)?(?:[·,].*)?$")
TEAM_ENDS = ("유나이티드", "FC", "시티즌", "드래곤즈")
# Hanja that end offices, buildings, places, laws and things, not people's names.
NO_PERSON_HANJA = frozenset(
    "廳院司寺府局館署殿宮城山江法制錢布稅役鐘鍾塔門樓亭島史記錄國道縣洞"
)


@dataclass(slots=True)
class Names:
    """Kinds of names by votes, and the other ways in which a name is written."""

    votes: dict[str, Counter[Kind]] = field(default_factory=lambda: defaultdict(Counter))
    variants: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    counts: Counter[str] = field(default_factory=Counter)
    nouns: dict[str, str] = field(default_factory=dict)  # name -> what the text calls it
    roles: dict[str, str] = field(default_factory=dict)  # person -> 감독, 조종사
    proper: set[str] = field(default_factory=set)
    settled: dict[str, Kind] = field(default_factory=dict)
    grouped: dict[Kind, list[str]] = field(default_factory=lambda: defaultdict(list))
    tails: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    marks: dict[str, str] = field(default_factory=dict)  # 탁류 -> 『탁류』
    called: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def kind(self, name: str) -> Kind | None:
        """Return what `name` stands for, or None for a common noun."""
        if self.settled:
            return self.settled.get(name)
        if ballot := self.votes.get(name):
            return ballot.most_common(1)[0][0]
        return None

    def is_proper(self, name: str) -> bool:
        return name in self.proper

    def others(self, name: str) -> tuple[str, ...]:
        """Return other spellings: hanja, Latin, abbreviation."""
        return tuple(self.variants.get(name, ()))

    def settle(self) -> None:
        """Count the votes for good."""
        self.settled = {
            name: ballot.most_common(1)[0][0]
            for name, ballot in self.votes.items()
            if ballot
        }
        for name, kind in sorted(self.settled.items()):
            self.grouped[kind].append(name)
        for name, noun in sorted(self.nouns.items()):
            self.called[noun].append(name)
        for name in sorted(n for n in self.proper if self.counts[n] >= 2 and " " not in n):
            for length in range(1, min(5, len(name) - 1)):
                self.tails[name[-length:]].append(name)

    def drop_marks_of_others(self, sentences: Sequence[Sentence]) -> None:
        """〈따오기〉 is a song, but a bird wherever the text writes it plain."""
        text = "\n".join(s.text for s in sentences)
        for name, marked in list(self.marks.items()):
            if text.count(name) > 2 * text.count(marked):
                del self.marks[name]

    def drop_marks_of_persons(self) -> None:
        """《윌마》 is a book; in 윌마 루돌프 it is her name."""
        persons = [name for name in self.proper if " " in name]
        for name in list(self.marks):
            if any(name in person.split() for person in persons):
                del self.marks[name]

    def of_kind(self, kind: Kind) -> list[str]:
        return self.grouped[kind]


def vote(sentences: Sequence[Sentence]) -> Names:
    """Read all sentences once and let every use of a name vote on its kind."""
    names = Names()
    for sentence in sentences:
        for phrase in phrases(sentence):
            vote_phrase(names, sentence, phrase)
        add_glosses(names, sentence)
    share_kinds(names)
    names.settle()
    names.drop_marks_of_others(sentences)
    names.drop_marks_of_persons()
    return names


def share_kinds(names: Names) -> None:
    """알리바바 is what 알리바바그룹 is; 안데르센 is whom the whole name names."""
    for name in sorted(names.proper):
        last = name.split()[-1]
        if " " not in name or last not in names.proper:
            continue
        if known_names().get(name) is Kind.PERSON or names.kind(name) is Kind.PERSON:
            names.votes[last][Kind.PERSON] += 4
            names.variants[last].append(name)
            names.variants[name].append(last)
    for name in sorted(names.proper):
        first = name.split()[0]
        if name.endswith(TEAM_ENDS) and name.count(" ") == 1 and names.counts[first]:
            names.proper.add(first)
        kind = names.kind(name)
        if (
            first != name
            and first in names.proper
            and fixed_kind(name) in {Kind.BODY, Kind.COMPANY}
        ):
            names.votes[first][kind or Kind.BODY] += 3
            if name.endswith(TEAM_ENDS) and name.count(" ") == 1:
                names.nouns[first] = "팀"
                names.variants[first].append(name)
                names.variants[name].append(first)
        for tail in ("그룹", " 그룹", "전자", " 전자", "은행", "사"):
            short = name.removesuffix(tail)
            if kind is Kind.COMPANY and short != name and short in names.proper:
                names.votes[short][Kind.COMPANY] += 3


def vote_phrase(names: Names, sentence: Sentence, phrase: Phrase) -> None:
    if phrase.is_time or not phrase.text:
        return
    mention = read_phrase(sentence, phrase)
    name = mention.name
    if not name.strip() or len(name) > 40:
        return
    names.counts[name] += 1
    if not looks_proper(sentence, phrase, mention):
        return
    names.proper.add(name)
    mark_of_work(names, sentence, mention)
    ballot = names.votes[name]
    for kind, weight in kinds_told(sentence, phrase, mention):
        ballot[kind] += weight
    if not ballot:
        ballot[Kind.THING] += 0
    defining_noun(names, sentence, phrase, name)
    called_so(names, sentence, phrase, name)
    ends_in_common_noun(names, sentence, phrase, mention)
    if mention.noun:
        names.nouns.setdefault(name, mention.noun)
    if (role := mention.title or mention.noun) and role not in POLITE:
        names.roles.setdefault(name, role)
    if mention.owner:
        vote_owner(names, sentence, mention)


def vote_owner(names: Names, sentence: Sentence, mention: Mention) -> None:
    """What stands before a title is an organisation: '앤트파이낸셜 후샤오밍 총재'."""
    owner = mention.owner.split()[0]
    kind = fixed_kind(owner)
    tags = [
        m.tag
        for m in sentence.words[mention.phrase.first].morphs
        if m.start < mention.start
    ]
    if not kind and "NNP" not in tags:
        return
    names.proper.add(owner)
    names.votes[owner][kind or Kind.BODY] += 2 if kind else 1
    if (mention.title or mention.noun) in SPORTS_ROLES and "출신" not in mention.owner:
        names.votes[owner][Kind.BODY] += 2
        names.nouns[owner] = "팀"


AS = frozenset({"로", "으로"})


def defining_noun(names: Names, sentence: Sentence, phrase: Phrase, name: str) -> None:
    """'압사라는 ... 슈퍼컴퓨터이다' -> 압사라 is called 슈퍼컴퓨터."""
    if phrase.josa not in {"은", "는"} or not sentence.words:
        return
    following = sentence.words[phrase.last + 1 :]
    last = sentence.words[-1]
    for word in following:
        if word.comma_noun_ends(AS) and (kind := noun_kind(word.core)):
            names.votes[name][kind] += 2  # '다모위안은 ... 연구소로, ...'
            names.nouns.setdefault(name, word.core)
    if last.part is not Part.FINAL or not is_copular(last) or last.quoted:
        return
    noun = last.core.strip("‘’'\"")
    if (
        noun in VAGUE_NOUNS
        or not noun
        or re.search(r"\d", noun)
        or phrase.last == len(sentence.words) - 1
    ):
        return
    if [w for w in following if w.is_topic or w.is_subject][1:]:
        return
    if any(w.is_topic for w in following):
        return
    if kind := noun_kind(noun):
        names.votes[name][kind] += 3
    names.nouns.setdefault(name, noun)


def mark_of_work(names: Names, sentence: Sentence, mention: Mention) -> None:
    """Remember that the text writes 『탁류』."""
    around = sentence.text[max(0, mention.start - 1) : mention.end + 1]
    if around[:1] in WORK_MARKS and around[-1:] in "』》〉」" and len(mention.name) >= 2:
        names.marks.setdefault(mention.name, around)


def ends_in_common_noun(
    names: Names, sentence: Sentence, phrase: Phrase, mention: Mention
) -> None:
    """'대부경 벼슬', '도쿄 총회': the common noun at the end says what it is."""
    word = sentence.words[phrase.last]
    if " " not in mention.name or mention.end != min(word.core_end, phrase.end):
        return
    heard = [m for m in word.morphs if m.start < mention.end]
    plain = len(heard) == 1 and heard[0].tag == "NNG" and len(word.core) >= 2
    if plain and word.core not in VAGUE_NOUNS and word.core not in NO_NAME_ENDS:
        names.nouns.setdefault(mention.name, word.core)


def called_so(names: Names, sentence: Sentence, phrase: Phrase, name: str) -> None:
    """'알리바바라는 단일 회사', '앙부일구라는 해시계': the noun after says what it is."""
    word = sentence.words[phrase.last]
    if not is_copular(word) or word.part is not Part.ADNOMINAL:
        return
    if not word.text.endswith("라는"):
        return
    for later in sentence.words[phrase.last + 1 : phrase.last + 4]:
        if later.josa or not later.is_bare:
            if kind := noun_kind(later.core):
                names.votes[name][kind] += 2
                names.nouns.setdefault(name, later.core)
            return


def add_glosses(names: Names, sentence: Sentence) -> None:
    """Remember 장융(张勇) both ways, for the name before each bracket."""
    if not sentence.glosses:
        return
    ends = {}
    for phrase in phrases(sentence):
        mention = read_phrase(sentence, phrase)
        ends[mention.end] = mention.name
        if not mention.title:
            ends.setdefault(phrase.end, mention.name)
    for gloss in sentence.glosses:
        if AGE_GLOSS.match(gloss.text):
            vote_aged(names, sentence.text[: gloss.at])
        name = next((ends[at] for at in (gloss.at, gloss.at - 1) if at in ends), "")
        if not name:
            continue
        for text in (piece.strip() for piece in gloss.text.split(",")):
            if (is_hanja(text) or is_latin(text)) and fits_gloss(name, text):
                if text not in names.variants[name]:
                    names.variants[name].append(text)
                if is_hanja(text) and is_person_gloss(name, text):
                    names.votes[name][Kind.PERSON] += 1
                names.proper.add(name)
                names.votes[name][Kind.THING] += 0


def vote_aged(names: Names, before: str) -> None:
    """'표정수(52)': a name with an age is a person's."""
    word = before.split()[-1] if before.split() else ""
    if re.fullmatch(r"[가-힣]{2,4}", word):
        names.proper.add(word)
        names.votes[word][Kind.PERSON] += 4
        names.counts[word] += 1


def fits_gloss(name: str, text: str) -> bool:
    if is_hanja(text):
        return abs(len(text.replace(" ", "")) - len(name.replace(" ", ""))) <= 2
    return True


def is_person_gloss(name: str, hanja: str) -> bool:
    """Tell 王坚 from 传承 by the first character."""
    if hanja[-1] in NO_PERSON_HANJA:
        return False
    return len(hanja) in {2, 3} and len(name) in {2, 3, 4} and hanja[0] in HANJA_SURNAMES


def names_something(text: str, names: Names) -> bool:
    """Tell whether some words of `text` together are a name: '2020 가온축제의 주제'."""
    pieces = text.replace("의 ", " ").split()
    return not names.proper.isdisjoint(
        " ".join(pieces[first:last])
        for first in range(len(pieces))
        for last in range(first + 1, len(pieces) + 1)
    )
