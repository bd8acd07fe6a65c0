"""A sentence as words, each with its particles or endings, and its place in the article."""

from dataclasses import field
from enum import StrEnum

from quiz.core.article import Span
from quiz.language.korean.values import value

NOUN_TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "SN", "SL", "SH", "XSN", "XR",
                       "W_SERIAL", "SW", "XPN", "SB"})  # fmt: skip
VERB_TAGS = ("VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA")
SILENT_TAGS = frozenset({"SP", "SF", "SE", "SSO", "SSC", "SS", "SO"})


@value(frozen=True, slots=True)
class Morph:
    """A morpheme; `start` and `end` are offsets in the clean sentence."""

    form: str
    tag: str
    start: int
    end: int

    @property
    def is_verb(self) -> bool:
        return self.tag.startswith(VERB_TAGS)


def holds_verb(morphs: tuple[Morph, ...]) -> bool:
    for morph in morphs:  # noqa: SIM110  # of every word: any() takes twice as long
        if morph.tag.startswith(VERB_TAGS):
            return True
    return False


class Part(StrEnum):
    """What a word does in its sentence."""

    NOUN = "noun"
    ADNOMINAL = "adnominal"  # 개발한, 열리는
    CONNECTIVE = "connective"  # 열리고, 위해
    FINAL = "final"  # 열렸다
    ADVERB = "adverb"
    DETERMINER = "determiner"
    OTHER = "other"


# Words and sentences are compared by identity: they are keys of caches.
@value(frozen=True, slots=True, eq=False)
class Word:
    """What stands between two spaces. `core_end` is where its particles begin."""

    text: str
    start: int
    end: int
    core_end: int
    part: Part
    josa: str = ""
    josa_tag: str = ""
    comma: bool = False
    quoted: bool = False  # stands inside a quotation that holds a predicate
    morphs: tuple[Morph, ...] = ()
    # Kept, for they are looked at again and again:
    core: str = field(init=False, default="")
    has_verb: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "core", self.text[: self.core_end - self.start])
        object.__setattr__(self, "has_verb", holds_verb(self.morphs))

    @property
    def is_topic(self) -> bool:
        return self.josa in {"은", "는"} and self.josa_tag == "JX"

    @property
    def is_subject(self) -> bool:
        return self.josa in {"이", "가", "께서"} and self.josa_tag in {"JKS", "JKC"}

    @property
    def is_object(self) -> bool:
        return self.josa in {"을", "를"}

    @property
    def is_bare(self) -> bool:
        """Tell whether it is a noun that leans on the next word."""
        return self.part is Part.NOUN and not self.josa and not self.comma

    def comma_noun_ends(self, josa: frozenset[str]) -> bool:
        """Tell whether it is a noun with one of `josa` and a comma: '사람으로,'."""
        return self.comma and self.part is Part.NOUN and self.josa in josa

    def tags(self) -> list[str]:
        return [m.tag for m in self.morphs]


@value(frozen=True, slots=True)
class Gloss:
    """What stood in brackets; `at` is where, in the clean sentence."""

    at: int
    text: str


@value(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence without its brackets. `offsets[i]` is where character i stands."""

    span: Span
    text: str
    offsets: tuple[int, ...]
    glosses: tuple[Gloss, ...]
    paragraph: int
    heading: bool = False
    words: tuple[Word, ...] = field(default=())

    def with_words(self, words: tuple[Word, ...]) -> "Sentence":
        told = (self.span, self.text, self.offsets, self.glosses, self.paragraph)
        return Sentence(*told, self.heading, words)

    def in_article(self, start: int, end: int) -> Span:
        """Return where characters `start` to `end` of the clean text stand."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)
