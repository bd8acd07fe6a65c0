"""He or she: what a given name, a word of kinship or the whole article tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quiz.language.english.analyser import Sentence
from quiz.language.english.names import Names, name_spans, text_of
from quiz.language.english.wordlists import Kind, words

HE, SHE = "he", "she"
PRONOUNS = {"he": HE, "him": HE, "his": HE, "she": SHE, "her": SHE, "hers": SHE}
MOSTLY = 3  # times as many pronouns of one kind as of the other
MEN = words(
    """
Adam Adrian Alan Albert Alexander Alfred Allan Allen Andrew Anthony Antonio Arthur Ben
Benjamin Bernard Bill Bob Brian Bruce Carl Carlos Charles Chris Christopher Colin Daniel
David Dennis Donald Douglas Dominic Edgar Edmund Edward Edwin Eric Erik Ernest Felix
Francis Frank Franz Frederic Frederick Fred Gareth Gary Geoffrey George Georges Gerald
Giovanni Gordon Graham Gregory Gustav Hans Harold Harry Henri Henry Herbert Howard Hugh
Hugo Ian Isaac Ivan Jack Jacob Jacques James Jan Jason Jean Jeffrey Jeremy Jim Joe Johann
Johannes John Jonathan José Joseph Joshua Juan Julian Karl Keith Kenneth Kevin Lars
Lawrence Leon Leonard Leslie Lewis Louis Luca Luis Luke Malcolm Marcus Mark Martin Matthew
Max Michael Miguel Mike Mohammed Muhammad Neil Nicholas Nikolai Noah Norman Oliver Oscar
Oskar Otto Patrick Paul Pedro Peter Philip Pierre Rafael Ralph Raymond Richard Robert
Roger Ronald Roy Rupert Samuel Scott Sebastian Simon Stanley Stephen Steven Stuart Thomas
Timothy Tom Tony Victor Vincent Vladimir Walter Wilhelm Will William Winston
"""
)
WOMEN = words(
    """
Ada Adele Agatha Agnes Alexandra Alice Amanda Amelia Amy Andrea Angela Anita Anna Anne
Annie Audrey Barbara Beatrice Beatrix Betty Brenda Camilla Carmen Carol Caroline Catherine
Cecilia Charlotte Chloe Christina Christine Clara Claire Clare Claudia Daisy Deborah Diana
Doris Dorothy Edith Eleanor Elena Elisabeth Elizabeth Ella Ellen Elsa Emily Emma Esther
Eva Eve Evelyn Fanny Fiona Florence Frances Frida Gabriela Georgia Gertrude Gloria Grace
Greta Hannah Harriet Helen Helena Hilda Ida Ingrid Irene Iris Isabel Isabella Jane Janet
Jennifer Jenny Jessica Joan Joanna Josephine Judith Julia Julie Karen Kate Katharine
Katherine Kathleen Laura Lena Linda Lily Lisa Louise Lucia Lucy Lydia Mabel Margaret
Margarete Maria Marian Marie Marina Marion Martha Mary Matilda Maud Maya Michelle Mildred
Miriam Molly Monica Nancy Natalie Nina Nora Olga Olivia Pamela Patricia Paula Pauline
Priya Rachel Rebecca Rita Rosa Rosalind Rose Ruth Sally Sandra Sara Sarah Sheila Sofia
Sophia Sophie Stella Susan Sylvia Teresa Theresa Ursula Vera Victoria Virginia Wendy
Winifred Yvonne
"""
)
HIS_WORDS = words(
    """
brother father son husband uncle grandfather nephew king prince duke lord Mr Mr. Sir King
Prince Emperor Lord Pope brothers businessman grandson stepfather
"""
)
HER_WORDS = words(
    """
sister mother daughter wife aunt grandmother niece queen princess duchess lady Mrs Mrs. Ms
Ms. Miss Dame Queen Princess Empress Lady businesswoman granddaughter stepmother actress
"""
)


def read_genders(sentences: Sequence[Sentence], names: Names, topic: str) -> dict[str, str]:
    """Return he or she for each person of whom the article tells which."""
    found: dict[str, str] = {}
    for sentence in sentences:
        for first, last in name_spans(sentence):
            name = names.whole(text_of(sentence, first, last))
            if names.kind(name) is Kind.PERSON and (told := told_beside(sentence, first)):
                found.setdefault(name, told)
    if names.kind(topic) is Kind.PERSON and (told := told_by_pronouns(sentences)):
        found[topic] = told
    return found


def told_beside(sentence: Sentence, first: int) -> str:
    """Return what the word before a name tells: 'her brother Joseph', 'Mrs Hill'."""
    before = [t.text for t in sentence.doc[max(0, first - 2) : first] if t.text != ","]
    if not before:
        return ""
    return HE if before[-1] in HIS_WORDS else SHE if before[-1] in HER_WORDS else ""


def told_by_pronouns(sentences: Sequence[Sentence]) -> str:
    """Return the gender of whom a whole article is about."""
    counts = Counter(
        PRONOUNS[t.lower_]
        for s in sentences
        for t in s.doc
        if t.lower_ in PRONOUNS and t.i not in s.speech
    )
    for one, other in ((HE, SHE), (SHE, HE)):
        if counts[one] >= MOSTLY * max(1, counts[other]):
            return one
    return ""


def gender_of(name: str, told: dict[str, str]) -> str:
    """Return he or she, "" where nothing tells."""
    if name in told:
        return told[name]
    given = name.split()[0] if name else ""
    return HE if given in MEN else SHE if given in WOMEN else ""
