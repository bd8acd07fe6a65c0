"""Labelled items of notices, timetables and fact boxes: label and value on one line."""
