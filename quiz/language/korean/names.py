"""What every name stands for: one vote a name over the whole article."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quiz.language.korean.gazetteer import known_names
from quiz.language.korean.glosses import is_hanja, is_latin
from quiz.language.korean.phrases import (
    DROPPED_FRONT,
    SEVERAL_PASSES,
    Phrase,
    is_copular,
    is_time_word,
    phrases,
)
from quiz.language.korean.wordlists import (
    BIG_CITIES,
    COMMON_SURNAMES,
    HANJA_SURNAMES,
    KINGS,
    NOUN_KINDS,
    REGIONS,
    SPORTS_ROLES,
    SURNAMES,
    VAGUE_NOUNS,
    Kind,
    countries,
    head_noun,
    noun_kind,
    suffix_kind,
    title_of,
)
from quiz.language.korean.words import Part, Sentence, Word

PERSON_VERBS = re.compile(
    r"^(?:말했|태어났|졸업|결혼|사망|숨졌|은퇴|입학|회고|덧붙였|별세|인사말|취임|"
    r"데뷔|입단|유학)"
)
PLACE_VERBS = re.compile(r"^(?:열렸|열린|열리|개최|태어났|태어난|출생|개막|폐막|살았|거주)")
PERSON_WORD = re.compile(r"^[가-힣]{1,8}(?: [가-힣]+)*$")
NAME_SHAPE = re.compile(r"^[가-힣]{2,4}$")
COMMON_TAGS = frozenset({"NNG", "NNP", "XSN", "NNB"})
DROPPED_END = frozenset({"등", "측", "씨", "들"})
NO_NAME_ENDS = frozenset(
    [
        "남쪽",
        "북쪽",
        "동쪽",
        "서쪽",
        "위",
        "아래",
        "앞",
        "뒤",
        "옆",
        "안",
        "밖",
        "내",
        "외",
        "근처",
        "일대",
        "부근",
        "사이",
        "전기",
        "중기",
        "후기",
        "초기",
        "말기",
        "출신",
        "때",
        "등",
        "시절",
        "시대",
        "당시",
        "방면",
        "곳곳",
        "전역",
        "속",
        "측",
        "주변",
        "인근",
        "이상",
        "이하",
        "정도",
        "가운데",
        "중심",
        "수준",
        "기준",
        "대상",
        "이유",
        "역",
    ]
)
MEASURE = re.compile(r"^[\d,.]+ ?[가-힣A-Za-z%]{0,4}$")
SURNAME_TITLE = re.compile(r"^[가-힣] [가-힣]{2,6}$")
NOT_PERSONS = DROPPED_FRONT | frozenset(
    [
        "전현직",
        "전직",
        "현직",
        "차기",
        "신임",
        "전임",
        "후임",
        "공동",
        "최고",
        "수석",
        "선임",
        "책임",
        "대표",
        "명예",
        "부",
        "총",
        "임시",
    ]
)
PUBLIC_TITLES = (
    "시장",
    "군수",
    "구청장",
    "도지사",
    "의원",
    "장관",
    "교수",
    "연구원",
    "학예사",
    "위원장",
)
ROYAL = re.compile(r"^[가-힣]{2,5}(?:대왕|여왕|왕|황제|왕후)$")
KNOWN_BODIES = frozenset(
    {"유네스코", "유엔", "국제연합", "유럽연합", "세계보건기구", "국제통화기금", "세계은행"}
)
OWNED = re.compile(r"(?:^| )(?:산하|소속|내|단일|주요|일부|여러|각) ")
PLACE_ENDS = frozenset("시군구읍면")
OF_A_PERSON = frozenset(
    [
        "소설",
        "시집",
        "저서",
        "희곡",
        "제자",
        "아들",
        "딸",
        "별명",
        "후계자",
        "스승",
        "생애",
        "삶",
        "아내",
        "남편",
        "아버지",
        "어머니",
        "유언",
        "죽음",
        "생가",
        "초상화",
        "편지",
        "일기",
    ]
)
WORK_MARKS = "『《〈「<"
QUOTED_NAME = re.compile(r"[‘'「『《〈]([^‘’'「」『』《》〈〉“”]{1,30})[’'」』》〉]")


@dataclass(slots=True)
class Names:
    """Kinds of names by votes, and the other ways in which a name is written."""

    votes: dict[str, Counter[Kind]] = field(default_factory=lambda: defaultdict(Counter))
    variants: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    counts: Counter[str] = field(default_factory=Counter)
    nouns: dict[str, str] = field(default_factory=dict)  # name -> what the text calls it
    proper: set[str] = field(default_factory=set)
    settled: dict[str, Kind] = field(default_factory=dict)
    grouped: dict[Kind, list[str]] = field(default_factory=lambda: defaultdict(list))
    tails: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
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

    def of_kind(self, kind: Kind) -> list[str]:
        return self.grouped[kind]


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase read as [owner] name [title]. Offsets are of the name alone."""

    phrase: Phrase
    name: str
    start: int
    end: int
    owner: str = ""
    title: str = ""
    noun: str = ""  # what the text calls it: 반도체 ‘한광800’ -> 반도체


def vote(sentences: Sequence[Sentence]) -> Names:
    """Read all sentences once and let every use of a name vote on its kind."""
    names = Names()
    for sentence in sentences:
        for phrase in phrases(sentence):
            vote_phrase(names, sentence, phrase)
        add_glosses(names, sentence)
    share_kinds(names)
    names.settle()
    return names


def share_kinds(names: Names) -> None:
    """알리바바 is what 알리바바그룹 is; 안데르센 is whom the whole name names."""
    for name in sorted(names.proper):
        last = name.split()[-1]
        if last != name and last in names.proper and known_names().get(name) is Kind.PERSON:
            names.votes[last][Kind.PERSON] += 4
            names.variants[last].append(name)
            names.variants[name].append(last)
    for name in sorted(names.proper):
        first = name.split()[0]
        kind = names.kind(name)
        if (
            first != name
            and first in names.proper
            and fixed_kind(name) in {Kind.BODY, Kind.COMPANY}
        ):
            names.votes[first][kind or Kind.BODY] += 3
        for tail in ("그룹", " 그룹", "전자", " 전자", "은행", "사"):
            short = name.removesuffix(tail)
            company = names.kind(name) is Kind.COMPANY
            if company and short != name and short in names.proper:
                names.votes[short][Kind.COMPANY] += 3


def vote_phrase(names: Names, sentence: Sentence, phrase: Phrase) -> None:
    if phrase.is_time or not phrase.text:
        return
    mention = read_phrase(sentence, phrase)
    name = mention.name
    if not name or len(name) > 40:
        return
    names.counts[name] += 1
    if not looks_proper(sentence, phrase, mention):
        return
    names.proper.add(name)
    ballot = names.votes[name]
    for kind, weight in kinds_told(sentence, phrase, mention):
        ballot[kind] += weight
    if not ballot:
        ballot[Kind.THING] += 0
    defining_noun(names, sentence, phrase, name)
    called_so(names, sentence, phrase, name)
    if mention.noun:
        names.nouns.setdefault(name, mention.noun)
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


@lru_cache(maxsize=4 * SEVERAL_PASSES)
def read_phrase(sentence: Sentence, phrase: Phrase) -> Mention:
    """Take the title and the organisation off: 알리바바 [장융] 회장."""
    if quoted := quoted_in(sentence, phrase):
        return quoted
    words = list(sentence.words[phrase.first : phrase.last + 1])
    spans = [(w.start, w.core_end) for w in words]
    spans[0] = (max(spans[0][0], phrase.start), spans[0][1])
    spans[-1] = (spans[-1][0], min(spans[-1][1], phrase.end))
    cores = [sentence.text[a:b] for a, b in spans]
    while len(cores) > 1 and cores[-1] in DROPPED_END:
        cores, spans = cores[:-1], spans[:-1]
    while len(cores) > 1 and cores[0] in DROPPED_FRONT:
        cores, spans = cores[1:], spans[1:]
    if len(cores) >= 2 and is_korean_name(cores[-2]) and ends_in_title(cores[-1]):
        return Mention(phrase, cores[-2], *spans[-2], " ".join(cores[:-2]), cores[-1])
    if len(cores) > 1 and ROYAL.match(cores[-1]):
        return Mention(phrase, cores[-1], *spans[-1], " ".join(cores[:-1]))
    outsider = len(cores) == 3 and not is_korean_name(cores[1])
    if outsider and title_of(cores[-1]) and is_korean_name(cores[0]):
        # '차연우 갈마루 감독'
        return Mention(phrase, cores[0], *spans[0], "", " ".join(cores[1:]))
    if len(cores) >= 2 and (title := title_of(cores[-1])):
        before = cores[-2]
        if person_before_title(before, cores[:-2], words):
            owner = " ".join(cores[:-2])
            return Mention(phrase, before, *spans[-2], owner, title)
    named = any(m.tag == "NNP" for m in words[-1].morphs)
    if named and (place := after_person_noun(cores)) is not None:
        name = sentence.text[spans[place][0] : spans[-1][1]]
        owner = " ".join(cores[: place - 1])
        return Mention(
            phrase, name, spans[place][0], spans[-1][1], owner, noun=cores[place - 1]
        )
    if len(cores) >= 2 and noun_kind(cores[-2]) and is_single_name(words[-1]):
        return Mention(phrase, cores[-1], *spans[-1], " ".join(cores[:-2]), noun=cores[-2])
    name = sentence.text[spans[0][0] : spans[-1][1]]
    return Mention(phrase, name, spans[0][0], spans[-1][1])


def ends_in_title(word: str) -> bool:
    """Tell the 한빛시장 of '최은수 한빛시장': after a person's name it is no market."""
    return any(word.endswith(title) for title in PUBLIC_TITLES)


def is_single_name(word: Word) -> bool:
    """Tell 다모위안 of '연구소 다모위안'."""
    heard = [
        m for m in word.morphs if m.end <= word.core_end and m.tag not in {"SSO", "SSC"}
    ]
    return len(heard) == 1 and heard[0].tag == "NNP" and not noun_kind(heard[0].form)


def after_person_noun(cores: list[str]) -> int | None:
    """Return where the name begins in '한빛시티 골키퍼 정우람', '배우 최민식'."""
    for place in range(len(cores) - 1, max(0, len(cores) - 4), -1):
        name = cores[place:]
        if any(
            noun_kind(word) or title_of(word) or not PERSON_WORD.match(word)
            for word in name
        ):
            return None
        if noun_kind(cores[place - 1]) is Kind.PERSON:
            return None if name[0] in VAGUE_NOUNS else place
    return None


def quoted_in(sentence: Sentence, phrase: Phrase) -> Mention | None:
    """Read "반도체 ‘한광800’" and "‘차이나 게이트웨이’ 프로그램" as a name and a noun."""
    found = list(QUOTED_NAME.finditer(phrase.text))
    if len(found) != 1 or found[0].span() == (0, len(phrase.text)):
        return None
    quote = found[0]
    before, after = phrase.text[: quote.start()].strip(), phrase.text[quote.end() :].strip()
    if bool(before) == bool(after) or after in {"등", "측", "외"}:
        return None
    noun = (before or after).split()[-1]
    place = sentence.words[phrase.last if after else phrase.first + len(before.split()) - 1]
    if any(
        m.tag == "NNP" for m in place.morphs if m.form in noun and len(m.form) == len(noun)
    ):
        return None
    if title_of(noun) and after:
        return None
    start = phrase.start + quote.start(1)
    return Mention(phrase, quote[1], start, start + len(quote[1]), noun=noun)


def person_before_title(word: str, earlier: list[str], words: list[Word]) -> bool:
    """Tell whether the word before a title is a person and not an organisation."""
    if fixed_kind(word) in {Kind.COUNTRY, Kind.CITY, Kind.COMPANY, Kind.BODY, Kind.PLACE}:
        return False
    if title_of(word) or noun_kind(word) or word in VAGUE_NOUNS or word in NOT_PERSONS:
        return False
    if " " in word:
        return known_names().get(word) is Kind.PERSON
    if not NAME_SHAPE.match(word):
        return bool(earlier) and len(word) <= 6 and word.isalpha()
    if is_korean_name(word) or (len(word) == 2 and word[0] in SURNAMES):
        return True
    return is_single_name(words[-2]) and (bool(earlier) or len(word) >= 3)


def looks_proper(sentence: Sentence, phrase: Phrase, mention: Mention) -> bool:
    """Tell a name from a common noun: NNP, Latin, quotation marks, title, suffix."""
    if mention.title:
        return True
    last = mention.name.split()[-1]
    if OWNED.search(mention.name) or (
        phrase.copula and head_noun(last) and " " in mention.name
    ):
        return False
    if mention.name.split()[-1] in NO_NAME_ENDS:
        return False
    if mention.name in VAGUE_NOUNS or is_time_word(mention.name):
        return False
    if MEASURE.match(mention.name) or SURNAME_TITLE.match(mention.name):
        return False
    if mention.noun or phrase.start > sentence.words[phrase.first].start:
        return True  # it stood in quotation marks
    tags = [
        m.tag
        for word in sentence.words[phrase.first : phrase.last + 1]
        for m in word.morphs
        if mention.start <= m.start < mention.end
    ]
    if fixed_kind(mention.name) and last not in NOUN_KINDS:
        return True
    return "NNP" in tags or ("SL" in tags and "SN" not in tags[:1])


def kinds_told(
    sentence: Sentence, phrase: Phrase, mention: Mention
) -> Iterable[tuple[Kind, int]]:
    name = mention.name
    if mention.title:
        yield Kind.PERSON, 3
    if kind := fixed_kind(name):
        yield kind, 4
    if kind := known_names().get(name):
        yield kind, 3
    if len(name) >= 3 and name[-1] == "시" and " " not in name:
        yield Kind.CITY, 2
    if opens_work(sentence, phrase):
        yield Kind.WORK, 3
    if kind := kind_before(sentence, phrase):
        yield kind, 2
    yield from kinds_by_verb(sentence, phrase)
    following = sentence.words[phrase.last + 1 : phrase.last + 2]
    comma = sentence.words[phrase.last].comma
    if (
        following
        and not comma
        and phrase.josa in {"의", ""}
        and following[0].core in OF_A_PERSON
    ):
        yield Kind.PERSON, 1
    if is_korean_name(name) and not fixed_kind(name) and acts(sentence, phrase):
        yield Kind.PERSON, 1
    if not mention.title and (kind := noun_kind(common_tail(sentence, phrase, mention))):
        yield kind, 2


def common_tail(sentence: Sentence, phrase: Phrase, mention: Mention) -> str:
    """Return the common noun that a name ends in or stands beside, or ""."""
    if mention.noun:
        return mention.noun
    word = sentence.words[phrase.last]
    inside = [m for m in word.morphs if m.start < mention.end and m.tag in COMMON_TAGS]
    if (
        not inside
        or inside[-1].tag == "NNP"
        or mention.end != min(word.core_end, phrase.end)
    ):
        return ""
    if inside[0].start == mention.start and len(inside) == 1:
        return ""
    tail = word.core if len(inside) == 1 else inside[-1].form
    return tail if len(tail) >= 2 and not title_of(tail) else ""


def acts(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the phrase is the subject of something done."""
    word, last = sentence.words[phrase.last], sentence.words[-1]
    stems = [m.form for m in last.morphs if m.is_verb]
    doing = (
        last.part is Part.FINAL
        and not is_copular(last)
        and not {"되", "지", "있", "없"} & set(stems)
    )
    return doing and (word.is_topic or word.is_subject)


def is_korean_name(name: str) -> bool:
    shape = len(name) == 3 and bool(NAME_SHAPE.match(name))
    return shape and name[0] in COMMON_SURNAMES and name[-1] not in PLACE_ENDS


def fixed_kind(name: str) -> Kind | None:
    """Return the kind that a list or a suffix tells."""
    last = name.split()[-1] if name.split() else name
    if name in KNOWN_BODIES:
        return Kind.BODY
    if name in KINGS or ROYAL.match(name):
        return Kind.PERSON
    if name in countries():
        return Kind.COUNTRY
    if name in BIG_CITIES or last in BIG_CITIES:
        return Kind.CITY
    if name in REGIONS or last in REGIONS:
        return Kind.PLACE
    return suffix_kind(last) or (
        suffix_kind(name) if last != name and len(last) >= 2 else None
    )


def opens_work(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.text[max(0, phrase.start - 1)] in WORK_MARKS


def kind_before(sentence: Sentence, phrase: Phrase) -> Kind | None:
    """Read '주석인 왕젠', '수도 서울': the noun before says what follows."""
    if phrase.first == 0:
        return None
    word = sentence.words[phrase.first - 1]
    if word.part is Part.ADNOMINAL and is_copular(word):
        return noun_kind(word.core)
    return None


def kinds_by_verb(sentence: Sentence, phrase: Phrase) -> Iterable[tuple[Kind, int]]:
    if phrase.josa == "께서":
        yield Kind.PERSON, 3
    if phrase.josa == "에게":
        yield Kind.PERSON, 1
    later = sentence.words[phrase.last + 1 : phrase.last + 3]
    if phrase.josa == "에서" and any(PLACE_VERBS.match(w.text) for w in later):
        yield Kind.PLACE, 1
    final = sentence.words[-1].text if sentence.words else ""
    if phrase.josa in {"은", "는"} and PERSON_VERBS.match(final):
        yield Kind.PERSON, 1


def defining_noun(names: Names, sentence: Sentence, phrase: Phrase, name: str) -> None:
    """'압사라는 ... 슈퍼컴퓨터이다' -> 압사라 is called 슈퍼컴퓨터."""
    if phrase.josa not in {"은", "는"} or not sentence.words:
        return
    following = sentence.words[phrase.last + 1 :]
    last = sentence.words[-1]
    for word in following:
        if word.comma_noun_ends(frozenset({"로", "으로"})) and (
            kind := noun_kind(word.core)
        ):
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
    if kind := noun_kind(noun):
        names.votes[name][kind] += 3
    names.nouns.setdefault(name, noun)


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
    ends = {}
    for phrase in phrases(sentence):
        mention = read_phrase(sentence, phrase)
        ends[mention.end] = mention.name
        if not mention.title:
            ends.setdefault(phrase.end, mention.name)
    for gloss in sentence.glosses:
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


def fits_gloss(name: str, text: str) -> bool:
    if is_hanja(text):
        return abs(len(text.replace(" ", "")) - len(name.replace(" ", ""))) <= 2
    return True


def is_person_gloss(name: str, hanja: str) -> bool:
    """Tell 王坚 from 传承 by the first character."""
    return len(hanja) in {2, 3} and len(name) in {2, 3, 4} and hanja[0] in HANJA_SURNAMES
