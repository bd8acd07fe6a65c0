"""Question banks as Anki decks.

Read `deck` first: it makes notes of a bank's questions, as `deck_options` want it.
`note_type` says what every note holds, `note_fields` fills it (with `card_form`,
`note_evidence`, `note_words` and `note_text`), `note_ids` numbers it, `card_schedule` and
`deck_preset` add what a learner knows and wants, `package` writes it. front.html,
back.html, card.css and card.js are the card. `update_file` is the same as text, `connect`
reaches Anki on the same machine.
"""
