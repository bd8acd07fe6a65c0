"""What an article tells of a name: where it stands, and whether it fits a question."""

import datetime
import re
from collections import defaultdict
from dataclasses import dataclass, field

from quiz.core.questions import plain
from quiz.language.korean.wordlists import Kind

SENTENCE_END = re.compile(r"(?<=[다요까음함임됨])[.?!][”’\"']?\s+|\n+")
WORD = re.compile(r"[가-힣A-Za-z]+|\d[\d,.]*\d|\d")
TAIL = re.compile(r"[가-힣]+[은는]? (?:무엇|누구|어디|언제|몇|얼마)[^ ]*\?$")
ASKING = re.compile(r"^(?:무엇|누구|어디|언제|얼마|어느|어떤|며칠)|^몇$|^누가$")
COMMON_ENOUGH = 0.34  # of the sentences: a word that says nothing of one of them
SHORTEST = 9  # sentences: in a shorter text every word is common
SHARED = 0.6


@dataclass(slots=True)
class ArticleText:
    """A text, read once for what is looked up in it; `day` is when it was written."""

    text: str
    day: datetime.date | None = None
    title: str = ""
    sentences: tuple[str, ...] = ()
    places: dict[str, list[int]] = field(default_factory=dict)  # stem -> its sentences
    found: dict[str, list[int]] = field(default_factory=dict)  # name -> its sentences
    names: dict[tuple[Kind, str], list[str]] = field(default_factory=dict)  # as chosen

    def __post_init__(self) -> None:
        self.sentences = tuple(s for s in SENTENCE_END.split(self.text) if s)
        found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            for stem in {stem_of(word) for word in WORD.findall(sentence)}:
                found[stem].append(number)
        self.places = dict(found)

    def sentences_with(self, name: str) -> list[int]:
        """Return the numbers of the sentences where a word begins with `name`."""
        if name not in self.found:
            first = WORD.match(name)
            numbers = self.places.get(stem_of(first[0]), ()) if first else ()
            self.found[name] = [n for n in numbers if begins(name, self.sentences[n])]
        return self.found[name]

    def tells(self, name: str, prompt: str = "") -> int:
        """Return 2 if the prompt has `name` at the start of a word, 1 if the text has."""
        if begins(name, prompt):
            return 2
        return int(bool(self.sentences_with(name)))

    def share(self, stem: str) -> float:
        """Return in how many of the sentences a word begins with `stem`, 0 to 1."""
        return len(self.places.get(stem, ())) / max(SHORTEST, len(self.sentences))

    def supports(self, name: str, prompt: str) -> bool:
        """Tell whether a sentence with `name` says much of what `prompt` asks."""
        numbers = self.sentences_with(name)
        asked = [s for s in stems(prompt) if self.share(s) < COMMON_ENOUGH]
        if not numbers or not asked:
            return False
        for number in numbers:
            shared = [s for s in asked if number in self.places.get(s, ())]
            if len(shared) >= SHARED * len(asked):
                return True
            if asked[-1] in shared and len(shared) >= SHARED / 2 * len(asked):
                return True
        return False


def begins(name: str, text: str) -> bool:
    """Tell whether a word of `text` begins with `name`."""
    place = text.find(name)
    while place > 0 and text[place - 1].isalnum():
        place = text.find(name, place + 1)
    return place >= 0


def stem_of(word: str) -> str:
    """Return what stays of a word whatever its ending: 시집을 -> 시집, 1931 whole."""
    return word if word[0].isdigit() else word[:2]


def stems(prompt: str) -> list[str]:
    """Return the beginnings of the telling words of a prompt, its predicate last."""
    words = WORD.findall(TAIL.sub("", prompt))
    found = [stem_of(word) for word in words if not ASKING.match(word)]
    return list(dict.fromkeys(stem for stem in found if len(plain(stem)) >= 2))
