"""Question banks as Anki decks.

Read `deck` first: it makes notes of a bank's questions. `note_type` says what every note
holds, `note_fields` fills it (with `note_evidence`, `note_words` and `note_text`),
`note_ids` numbers it, `package` writes it. front.html, back.html, card.css and card.js
are the card.
"""
