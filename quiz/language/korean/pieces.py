"""The words of a clause as a prompt uses them: pronouns replaced, 한편 dropped."""

import re

from quiz.language.korean.backward_adjuncts import without_adjuncts
from quiz.language.korean.clauses import Clause
from quiz.language.korean.context import PERSON_PRONOUNS, Context, referent
from quiz.language.korean.josa import fitting
from quiz.language.korean.moments import Calendar
from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.names import Names
from quiz.language.korean.phrases import is_time_word
from quiz.language.korean.short_names import full_of
from quiz.language.korean.values import value
from quiz.language.korean.wordlists import Kind, words

DISCOURSE = words(
    """
특히 한편 또한 또 그러나 하지만 그리고 따라서 그래서 반면 반면에 즉 이어 이후 게다가
더구나 다만 심지어 실제로 물론 우선 먼저 아울러 이외 결국 마침내 이처럼 그런데 그러므로
그럼에도 앞서 이로써 당시 그중 그중에서도 이중 나아가 더불어 이후에도
그러면서 덕분에 그뿐만 반대로 오히려 그가운데 예컨대 예를 이밖에 그밖에 요컨대 그동안
이에따라 그러자 다시 역시 실은 사실 즉, 정작 막상 마지막으로 마침
이에 그리하여 심지어 아쉽게도 흥미롭게도 이윽고 곧이어 뒤이어
"""
)


SUCH_AS = frozenset({"들어", "들면"})  # after 예를
ORDERING = re.compile(r"^(?:첫|둘|셋|넷|다섯|여섯|일곱)째,$")
LEANING = re.compile(
    r"^(?:(?:여기|거기)서?(?:는|의|에|에는|에서|에서는)?|[이그]보다|(?:이것|그것)들?(?:으로|은|이|을|의)|"
    r"당시(?:의|에|는|에는|로서는|로는)|다음(?:과|와)?|같은|[A-Z] ?(?:씨|군|양)?"
    r"(?:은|는|이|가|을|를|의|에게|와|과|도)?|[가-힣]모|"
    r"(?:옆|곁|근처|부근|인근|주변|맞은편|앞|뒤)(?:에|에는|에서|에서는|의)|"
    r"(?:일부|나머지|대부분|절반|상당수)(?:은|는|이|가|을|를|만|의|에|도))[,.]?$"
)
BY_EACH = re.compile(r"[가-힣]{2}별로(?:는)?,?$")
BESIDE = words("옆 곁 근처 부근 인근 주변 맞은편 앞 뒤")
PORTIONS = words("일부 나머지 대부분 절반 상당수")
COUNTING = re.compile(r"^(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|여러|\d)")
LETTER = re.compile(r"^[A-Z]$")
# After the subject they tie the sentence to the one before as well: '국장은 이어 ...'.
MIDDLE = frozenset(
    [
        "이어",
        "또",
        "또한",
        "아울러",
        "특히",
        "결국",
        "마침내",
        "한편",
        "나아가",
        "앞서",
        "이후",
    ]
)


@value(frozen=True, slots=True)
class Piece:
    """A word of a prompt: what it says, its particle, and which word it was."""

    core: str
    josa: str
    number: int
    word: Word | None = None
    tail: str = ""

    @property
    def text(self) -> str:
        return self.core + self.josa + self.tail


# Compared by identity: it is the key of caches.
@value(frozen=True, slots=True, eq=False)
class Setting:
    """What a clause is read against."""

    names: Names
    context: Context
    calendar: Calendar


class Unresolved(Exception):
    """A pronoun or pointing word of the clause stands for nothing known."""

    reason = "unresolved"


class NoObject(Unresolved):
    """The verb needs an object that the clause doesn't show."""

    reason = "no-object"


def own_pieces(clause: Clause, setting: Setting) -> list[Piece]:
    """Return the clause's words with pronouns replaced and discourse words dropped.

    Raises:
        Unresolved: what 그 or 이 회사 means is not known.
    """
    words = clause.sentence.words
    pieces: list[Piece] = []
    opened = without_pointers(words, without_opening(clause))
    numbers = without_adjuncts(words, opened)
    skip, left_out = -1, len(numbers) < len(opened)
    for place, number in enumerate(numbers):
        word = words[number]
        if place == skip:
            continue
        if is_discourse(word, pieces):
            continue
        following = words[numbers[place + 1]] if place + 1 < len(numbers) else None
        if leans_back(words, number, following):
            raise Unresolved(word.text)
        meant = referent(
            word, following.core if following else "", setting.context, setting.names
        )
        if meant is None and word.josa == "도" and number in clause.topic:
            again = any(p.josa in {"에는", "에서는", "은", "는"} for p in pieces)
            josa = fitting(word.core, "이" if again else "은")
            pieces.append(Piece(word.core, josa, number))
        elif meant is None and adds_to_another(word, number, words):
            pieces.append(Piece(word.core, fitting(word.core, "은"), number, word))
        elif meant is None:
            pieces.append(named_piece(word, number, clause, setting))
        elif meant == "" and (
            place_name := place_before(word, clause) or place_told(word, clause, setting)
        ):
            pieces.append(Piece(place_name, word.josa, number, word))
        elif not meant and can_be_left_out(word, following, pieces):
            skip, left_out = place + 1, True
        elif not meant or has_rival(word, number, meant, clause, setting):
            raise Unresolved(word.text)
        elif word.josa or following is None:
            pieces.append(Piece(meant, fitting(meant, word.josa), number, word))
        else:
            pieces.append(
                Piece(meant, fitting(meant, following.josa), number + 1, following)
            )
            skip = place + 1
    told = left_out and setting.context.subject and words[opened[0]].text in POINTERS
    if left_out and not (told or any(tells_which(p, setting.names) for p in pieces)):
        raise Unresolved("nothing left that tells which")
    return pieces


NOBODY = frozenset({"아무", "누구", "하나", "조금", "무엇"})  # before 도


def adds_to_another(word: Word, number: int, words: tuple[Word, ...]) -> bool:
    """Tell '이슬점도 공기가 식으면 낮아진다': what 도 adds to stood in another sentence."""
    if number or word.josa != "도" or word.core in NOBODY or is_time_word(word.core):
        return False
    return sum(w.josa == "도" for w in words) == 1


def goes_on(words: tuple[Word, ...], number: int) -> bool:
    """Tell the 또 of '일본은 또 차관을 들였다', but not that of '또 다른'."""
    before = words[number - 1] if number else None
    if before is None or words[number].text not in {"또", "또한", "아울러"}:
        return False
    following = words[number + 1].text if number + 1 < len(words) else ""
    return before.is_topic and not following.startswith(("다른", "한", "하나"))


def named_piece(word: Word, number: int, clause: Clause, setting: Setting) -> Piece:
    """'공단은' is the body that the text named in full."""
    before = clause.word(number - 1) if number else None
    told = clause.sentence.text
    full = full_of(word, before, told, setting.context.bodies)
    if full:
        return Piece(full, fitting(full, word.josa), number, word)
    return plain_piece(word, number)


def leans_back(words: tuple[Word, ...], number: int, following: Word | None) -> bool:
    """Tell 여기서, 이보다, 당시의, '다음 네', 'A씨', which lean on what came before."""
    word = words[number]
    if not LEANING.match(word.text):
        return False
    before = words[number - 1] if number else None
    attached = before is not None and (
        before.is_bare or before.part is Part.ADNOMINAL or before.josa == "의"
    )
    after = following.text if following is not None else ""
    if word.core in BESIDE:
        near = before is not None and before.core in {"바로", "그", "이"}
        return not attached or near
    if word.core == "당시" or word.core in PORTIONS:
        return bool(word.josa) and not attached and not partitive(before)
    if word.core == "다음":
        return word.josa in {"과", "와"} or COUNTING.match(after) is not None
    if word.text == "같은":
        if any(w.text == "같은" for w in words[number + 1 :]):
            return False  # '같은 높이의 음을 같은 크기로'
        adnominal = before is not None and before.part is Part.ADNOMINAL
        return adnominal or (before is None and not after.startswith(("해", "달", "날")))
    if LETTER.match(word.core):
        return not attached  # '비타민 C는'
    return True


def partitive(before: Word | None) -> bool:
    """Tell '회원 가운데 일부가'."""
    return before is not None and before.core in {"가운데", "중"}


def has_rival(
    word: Word, number: int, meant: str, clause: Clause, setting: Setting
) -> bool:
    """Tell whether 그는 could as well be another person of the same sentence."""
    names = setting.names
    if word.core not in PERSON_PRONOUNS:
        return False
    if word.josa == "의" and meant == setting.context.subject:
        return False  # in a life: '김유신은 그의 외삼촌이다'
    own = {meant, meant.split()[-1], *names.others(meant)}
    return any(
        names.kind(w.core) is Kind.PERSON and w.core not in own
        for w in clause.sentence.words[:number]
    )


def tells_which(piece: Piece, names: Names) -> bool:
    """Tell whether the word is a name or a year: '이 병으로' is missed less beside it."""
    return names.is_proper(piece.core) or piece.core.endswith("년")


def place_before(word: Word, clause: Clause) -> str:
    """'농사시험장에 취직했고, 이곳에서 일했다': the one place named just before."""
    if word.core not in {"이곳", "그곳"}:
        return ""
    words = clause.sentence.words
    found = [
        n
        for n in range(clause.body[0])
        if words[n].josa in {"에", "에서"} and not is_time_word(words[n].core)
    ]
    if len(found) != 1:
        return ""
    first = found[0]
    while first and (words[first - 1].josa == "의" or words[first - 1].is_bare):
        first -= 1
    return " ".join([*(w.text for w in words[first : found[0]]), words[found[0]].core])


def place_told(word: Word, clause: Clause, setting: Setting) -> str:
    """'이곳에서' in an article about one place, unless the sentence names another."""
    subject, names = setting.context.subject, setting.names
    if word.core not in {"이곳", "그곳"} or not word.josa:
        return ""
    before = [w for w in clause.sentence.words if w.end < word.start]
    another = any(w.josa == "의" or names.kind(w.core) in PLACES for w in before)
    return "" if another or names.kind(subject) not in PLACES else subject


POINTERS = frozenset({"이", "그"})  # '그 결과', '이 점에서'
PLACES = frozenset({Kind.CITY, Kind.PLACE, Kind.EVENT})


def can_be_left_out(word: Word, following: Word | None, before: list[Piece]) -> bool:
    """Tell whether '이 사건으로' can go without hurting the rest."""
    if following is not None and not word.josa and following.josa in {"으로", "로"}:
        return not following.has_verb
    return (
        following is not None
        and not word.josa
        and not before
        and following.josa in {"으로", "로", "에", "에서", "에는", "에서는"}
    )


def without_opening(clause: Clause) -> list[int]:
    """Drop '이를 예고하듯' and '이에 따라' from the front: they only point back."""
    words, numbers = clause.sentence.words, list(clause.words)
    if not numbers or words[numbers[0]].core != "이" or not words[numbers[0]].josa:
        return numbers
    for place in range(1, min(4, len(numbers) - 2)):
        if words[numbers[place]].part is Part.CONNECTIVE:
            return numbers[place + 1 :]
    return numbers


def without_pointers(words: tuple[Word, ...], numbers: list[int]) -> list[int]:
    """Drop '앞으로' before '3년간', '이보다 앞선' and '부문별로는': less is as true."""
    kept = list(numbers)
    if len(kept) > 3 and BY_EACH.search(words[kept[0]].text):
        kept = kept[2 if words[kept[1]].text.rstrip(",") == "보면" else 1 :]
    for number in numbers[:-2]:
        later = words[number + 1].text, words[number + 2].text
        if words[number].text == "앞으로" and later[0][:1].isdigit():
            kept = [n for n in kept if n != number]
        elif words[number].text in {"이보다", "그보다"} and later[1][:1].isdigit():
            kept = [n for n in kept if n not in {number, number + 1}]
    return kept


def plain_piece(word: Word, number: int) -> Piece:
    end = word.core_end - word.start
    josa_end = end + len(word.josa)
    if not word.josa:
        return Piece(word.text, "", number, word)
    return Piece(word.text[:end], word.josa, number, word, word.text[josa_end:])


def is_discourse(word: Word, before: list[Piece]) -> bool:
    """Tell whether `word` only ties the sentence to the one before."""
    text = word.text.rstrip(",")
    if not before:
        return text in DISCOURSE or ORDERING.match(word.text) is not None or text in SUCH_AS
    last = before[-1].word
    if last is not None and last.part is Part.ADNOMINAL:
        return False  # '가르치는 한편'
    return text in MIDDLE and last is not None and (last.is_topic or last.is_subject)
