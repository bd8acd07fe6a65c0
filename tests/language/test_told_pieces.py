"""What a clause says is read once, and let go with its article."""

import gc

from quiz.language.korean.morphology import Sentence

TEXT = (
    "가온전자는 1969년 수원에서 문을 열었다.\n\n"
    "이 조직은 옛 연구소를 이어받았고, 이 회사는 강누리가 세웠다. "
    "여기서 그는 첫 제품을 만들었고 그것은 1971년에 팔렸다.\n"
)


def test_a_draft_leaves_no_sentence_to_the_cycle_collector(draft):
    draft(TEXT)  # loads what stays
    gc.collect()
    gc.disable()
    try:
        draft(TEXT)
        every = (each for each in gc.get_objects() if isinstance(each, Sentence))
        left = [sentence.text for sentence in every if sentence.text in TEXT]
    finally:
        gc.enable()
    assert left == []
