"""The forms of English verbs and nouns that a question needs."""

BE = {"is", "are", "was", "were", "am", "'s", "’s", "'re", "’re", "'m"}
SPELLED_OUT = {
    "n't": "not", "n’t": "not", "ca": "can", "wo": "will", "sha": "shall",
    "'ve": "have", "’ve": "have", "'re": "are", "’re": "are", "'ll": "will",
    "’ll": "will", "'m": "am", "’m": "am",
}  # fmt: skip
SINGULAR_FORMS = {"are": "is", "were": "was", "have": "has", "do": "does"}
PLURAL_FORMS = {"is": "are", "was": "were", "has": "have", "does": "do"}
IRREGULAR_PAST = {
    "steal": "stole", "freeze": "froze", "weave": "wove", "shake": "shook",
    "drink": "drank", "sink": "sank", "ring": "rang", "sting": "stung", "dig": "dug",
    "hang": "hung", "shoot": "shot", "wind": "wound", "bite": "bit", "hide": "hid",
    "forbid": "forbade", "shrink": "shrank", "tear": "tore", "wake": "woke",
    "lend": "lent", "bend": "bent", "feed": "fed", "breed": "bred", "sweep": "swept",
    "sleep": "slept", "deal": "dealt", "shut": "shut", "beat": "beat", "swear": "swore",
    "forget": "forgot", "overtake": "overtook", "undertake": "undertook",
    "withdraw": "withdrew", "overthrow": "overthrew", "light": "lit", "slide": "slid",
    "sew": "sewed", "saw": "sawed", "show": "showed", "prove": "proved", "shear": "sheared",
    "be": "was", "become": "became", "begin": "began", "bind": "bound", "break": "broke",
    "bring": "brought", "build": "built", "buy": "bought", "carry": "carried",
    "choose": "chose", "come": "came", "draw": "drew", "drive": "drove", "eat": "ate",
    "fall": "fell", "feel": "felt", "fight": "fought", "find": "found", "fly": "flew",
    "get": "got", "give": "gave", "go": "went", "grow": "grew", "have": "had",
    "hear": "heard", "hold": "held", "keep": "kept", "know": "knew", "lead": "led",
    "leave": "left", "lose": "lost", "make": "made", "mean": "meant", "meet": "met",
    "pay": "paid", "put": "put", "read": "read", "ride": "rode", "rise": "rose",
    "run": "ran", "say": "said", "see": "saw", "sell": "sold", "send": "sent",
    "set": "set", "sing": "sang", "sit": "sat", "speak": "spoke", "spend": "spent",
    "stand": "stood", "swim": "swam", "take": "took", "teach": "taught", "tell": "told",
    "think": "thought", "throw": "threw", "understand": "understood", "wear": "wore",
    "win": "won", "write": "wrote", "lie": "lay", "bear": "bore", "catch": "caught",
    "cut": "cut", "hit": "hit", "spread": "spread", "strike": "struck", "seek": "sought",
}  # fmt: skip
VOWELS = "aeiou"


def third_person(lemma: str) -> str:
    """Return 'carries' of 'carry'."""
    if lemma in {"be", "have", "do"}:
        return {"be": "is", "have": "has", "do": "does"}[lemma]
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def past(lemma: str) -> str:
    """Return 'carried' of 'carry'."""
    if lemma in IRREGULAR_PAST:
        return IRREGULAR_PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def singular_verb(word: str, lemma: str, tag: str) -> str:
    """Return the form that agrees with one: 'are' -> 'is', 'make' -> 'makes'."""
    if word.lower() in SINGULAR_FORMS:
        return SINGULAR_FORMS[word.lower()]
    return third_person(lemma) if tag == "VBP" else word


def plural_verb(word: str, lemma: str, tag: str) -> str:
    if word.lower() in PLURAL_FORMS:
        return PLURAL_FORMS[word.lower()]
    return lemma if tag == "VBZ" else word


def article_for(noun: str) -> str:
    """Return 'an' before a vowel's letter, else 'a'."""
    lower = noun.lower()
    if lower.startswith(("uni", "use", "euro", "one", "u.")):
        return "a"
    return "an" if lower[:1] in VOWELS or lower.startswith(("hour", "honest")) else "a"
