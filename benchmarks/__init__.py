"""Ratios that tell whether the program became slower; one module a question.

Each module has a `main()` that prints its figures and returns whether the goal is met.
"""
