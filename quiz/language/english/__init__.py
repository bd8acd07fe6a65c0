"""English. The stages, in the order in which an article passes them.

glosses      sentences; brackets leave them, and are remembered
analyser     spaCy: sentences -> words with their parts of speech and their heads
names        person, company, place ...: one vote a name over the whole article
moments      yesterday, next month, that year -> the date that is meant
topics       what the title names
genders      he or she
descriptions the hall, the mayor: as they were first told of
context      he, it, the company -> who is meant, or nothing
clauses      one sentence -> clauses that can be asked alone
inflection   asks, asked, is asking: the forms of a verb that a question needs
voices       words of a clause said outside their sentence
prompts      clause and answer -> a question (word order, do-support, agreement)
facts        one module a kind of fact: clause -> answer and prompt
periods      the quarter or half-year that a report's figures are of
tellings     a clause told whole, in the author's order (cuts: what may go)
gate         what a teacher would not use is dropped, with its reason
ranking      one question a fact; how hard it is
blanks       the clause as a sentence with a gap
loose_ends   what a wording leaves to its text: put in, or the wording refused
acceptance   the chance that a strict teacher takes a wording, learned in training/
selection    which wordings come out
distractors  wrong options of the answer's own kind
pipeline     all of it
"""
