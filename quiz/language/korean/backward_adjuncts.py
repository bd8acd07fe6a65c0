"""What only points back and can go: '이런 공로로', '그의 뒤를 이은', '이를 두고'."""

import re

from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import is_time_word

OPENS = re.compile(
    r"^(?:이에|이를|이로|이와|이런|이러한|그런|그러한|이|그|그의|그녀의|이들의|그들의|해당)$"
)
ADVERBIAL = frozenset({"으로", "로", "에서", "에서는", "에", "에는", "으로는", "로는"})
RELATING = re.compile(
    r"^(?:대한|대해|대하여|위한|위해|위하여|따라|따른|통해|두고|관해|맞서|이어)[,]?$"
)
GOVERNS = frozenset({"에", "를", "을", "와", "과"})
LONGEST = 5  # words that may go
FEWEST = 3  # words that must stay
BEHIND = re.compile(
    r"^(?:이은|이어받은|물려받은|따른|지지한|돕던|도운|계승한)$"
)  # '그의 뒤를 이은'


def without_adjuncts(words: tuple[Word, ...], numbers: list[int]) -> list[int]:
    """Return the words without what stands in front and points back, else all of them."""
    place = 0
    while place < len(numbers) and is_time_word(words[numbers[place]].core):
        place += 1
    if place >= len(numbers) or not OPENS.match(words[numbers[place]].text.rstrip(",")):
        return numbers
    end = end_of_adjunct([words[n] for n in numbers[place : place + LONGEST]])
    rest = numbers[:place] + numbers[place + end :]
    return rest if end and len(rest) >= FEWEST else numbers


def end_of_adjunct(told: list[Word]) -> int:
    """Return how many words belong to the adjunct, 0 where the first isn't one's."""
    if told[0].text == "그" and len(told) > 1 and told[1].text in {"결과", "결과,"}:
        return 2
    for count, word in enumerate(told[1:], start=2):
        if BEHIND.match(word.text):
            return count if names_follow(told[count : count + 2]) else 0
        if RELATING.match(word.text):
            if word.part is Part.ADNOMINAL:
                continue
            return count
        if word.josa in ADVERBIAL and not goes_on(told[count:]):
            return count
        attached = word.josa in {"의", *GOVERNS} or word.is_bare
        if not attached and word.part is not Part.ADNOMINAL:
            return 0
    return 0


def goes_on(later: list[Word]) -> bool:
    """Tell the 에 of '이 사건에 대한 감사의 뜻으로'."""
    return bool(later) and RELATING.match(later[0].text) is not None


def names_follow(later: list[Word]) -> bool:
    return any("NNP" in word.tags() for word in later)
