"""A prompt that another sentence would answer as well is not asked."""


def test_two_of_whom_the_same_is_told_are_not_asked_for(draft):
    drafts = draft(
        "가온전자는 2010년 부산에 공장을 세웠다. 누리전자도 2010년 부산에 공장을 세웠다."
    )
    assert not any("세운 회사" in q.prompt for q in drafts.questions)
    assert drafts.rejected["rival"] + drafts.rejected["ambiguous"] >= 1


def test_one_of_whom_it_is_told_is_asked_for(draft):
    drafts = draft(
        "가온전자는 2010년 부산에 공장을 세웠다. 누리전자는 2012년 대구에 상점을 열었다."
    )
    assert drafts.rejected["rival"] == 0
    assert any(q.answer.shown == "가온전자" for q in drafts.questions)
