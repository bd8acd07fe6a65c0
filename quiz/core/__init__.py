"""The rules of the quiz. Values in, values out: no database, no web, no files, no clock."""
