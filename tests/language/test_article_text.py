"""The text says whether another name would be right too."""

from quiz.language.korean.article_text import ArticleText, stems

TEXT = (
    "한누리는 1931년 서울에서 시집을 냈다. 서가람은 1933년 부산에서 시집을 냈다. "
    "윤하늘은 바다를 좋아했다. 봄에는 꽃이 피었다. 조한결은 학교에 다녔다."
)


def test_a_name_of_which_much_the_same_is_told_is_supported():
    text = ArticleText(TEXT)
    assert text.supports("서가람", "시집을 낸 인물은 누구인가?")
    assert not text.supports("윤하늘", "시집을 낸 인물은 누구인가?")
    assert not text.supports("김가온", "시집을 낸 인물은 누구인가?")


def test_a_name_is_nearer_in_the_prompt_than_in_the_text():
    text = ArticleText(TEXT)
    assert text.tells("부산", "서울과 부산을 잇는 것은?") == 2
    assert text.tells("부산", "무엇인가?") == 1
    assert text.tells("집을", "무엇인가?") == 0


def test_the_asking_words_are_no_stems():
    assert stems("1931년 서울에서 시집을 낸 인물은 누구인가?") == ["1931", "서울", "시집"]
