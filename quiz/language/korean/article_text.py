"""What an article tells of a name: where it stands, and whether it fits a question."""

import datetime
import re
from dataclasses import dataclass, field

from quiz.core.questions import plain

SENTENCE_END = re.compile(r"(?<=[다요까음함임됨])[.?!][”’\"']?\s+|\n+")
WORD = re.compile(r"[가-힣A-Za-z]+|\d[\d,.]*\d|\d")
TAIL = re.compile(r"[가-힣]+[은는]? (?:무엇|누구|어디|언제|몇|얼마)[^ ]*\?$")
ASKING = re.compile(r"^(?:무엇|누구|어디|언제|얼마|어느|어떤|며칠)|^몇$|^누가$")
COMMON_ENOUGH = 0.34  # of the sentences: a word that says nothing of one of them
SHORTEST = 9  # sentences: in a shorter text every word is common
SHARED = 0.6


@dataclass(slots=True)
class ArticleText:
    """A text with what was once looked up in it; `day` is when it was written."""

    text: str
    day: datetime.date | None = None
    places: dict[str, bool] = field(default_factory=dict)
    starts: dict[str, bool] = field(default_factory=dict)
    sentences: tuple[str, ...] = ()
    shares: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sentences = tuple(
            sentence for sentence in SENTENCE_END.split(self.text) if sentence
        )

    def holds(self, name: str) -> bool:
        if name not in self.places:
            self.places[name] = name in self.text
        return self.places[name]

    def tells(self, name: str, prompt: str) -> int:
        """Return 2 if the prompt has `name` at the start of a word, 1 if the text has."""
        if name in prompt and begins_word(name, prompt):
            return 2
        if name not in self.starts:
            self.starts[name] = self.holds(name) and begins_word(name, self.text)
        return int(self.starts[name])

    def share(self, stem: str) -> float:
        """Return in how many of the sentences `stem` stands, 0 to 1."""
        if stem not in self.shares:
            told = sum(stem in sentence for sentence in self.sentences)
            self.shares[stem] = told / max(SHORTEST, len(self.sentences))
        return self.shares[stem]

    def supports(self, name: str, prompt: str) -> bool:
        """Tell whether a sentence with `name` says much of what `prompt` asks."""
        if not self.holds(name):
            return False
        asked = [s for s in stems(prompt) if self.share(s) < COMMON_ENOUGH]
        if not asked:
            return False
        for sentence in self.sentences:
            if name in sentence:
                shared = [stem for stem in asked if stem in sentence]
                if len(shared) >= SHARED * len(asked):
                    return True
                if asked[-1] in shared and len(shared) >= SHARED / 2 * len(asked):
                    return True
        return False


def begins_word(name: str, text: str) -> bool:
    return re.search(rf"(?<![가-힣]){re.escape(name)}", text) is not None


def stems(prompt: str) -> list[str]:
    """Return the beginnings of the telling words of a prompt, its predicate last."""
    words = WORD.findall(TAIL.sub("", prompt))
    found = [w[:2] if not w[0].isdigit() else w for w in words if not ASKING.match(w)]
    return list(dict.fromkeys(s for s in found if len(plain(s)) >= 2))
