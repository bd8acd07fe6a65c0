"""Question banks as Anki decks."""
