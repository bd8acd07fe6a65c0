"""Who may be the one that acts: 이/가 words, and words with 도."""

from quiz.language.korean.morphology import Part, Word
from quiz.language.korean.phrases import is_time_word


def is_doer(word: Word) -> bool:
    """Tell '수도가 커졌다' from '수도가 되었다'."""
    return word.is_subject and word.josa_tag == "JKS" and not word.quoted


def also_there(words: tuple[Word, ...], body: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words of 'A도', which may be who does it and may be what is done."""
    for number in body[:-1]:
        word = words[number]
        if number > body[0] and word.text == "역시" and words[number - 1].is_bare:
            return tuple(range(body[0], number))  # '사무국 역시 상을 받았다'
        if word.josa == "도" and word.part is Part.NOUN and not word.quoted:
            if word.has_verb or is_time_word(word.core):
                continue
            first = number
            while first > body[0] and (
                words[first - 1].josa == "의"
                or (words[first - 1].is_bare and not is_time_word(words[first - 1].core))
            ):
                first -= 1
            return tuple(range(first, number + 1))
    return ()


def opening(words: tuple[Word, ...], number: int, floor: int) -> int:
    """Return where the part begins in which the 이/가 at `number` stands."""
    ends = [n for n in range(floor, number) if words[n].part is Part.CONNECTIVE]
    return ends[-1] + 1 if ends else floor
