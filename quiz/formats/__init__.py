"""Question banks as files, and back."""
