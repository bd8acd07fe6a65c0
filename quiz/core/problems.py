"""What a person can put right, said in words for them."""


class Problem(ValueError):
    """A reason in English with its values; the interface translates the sentence.

    `Problem("Give at most %(most)d options.", most=8)`. The sentence is the
    translation's key, so it is written out where it is raised.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        self.sentence = sentence
        self.values = values
        super().__init__(sentence % values if values else sentence)
