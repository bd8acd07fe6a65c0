"""Learns the weights of quiz/language/korean/acceptance.json from judged drafts."""
