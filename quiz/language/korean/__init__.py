"""Korean. The stages, in the order in which an article passes them.

glosses      brackets leave the sentence, and are remembered
lexicon      terms that the text itself marks (quoted, glossed) become words
analyser     Kiwi: sentences -> words with their particles and endings
names        person, company, place ...: one vote a name over the whole article
moments      올해, 지난해, 같은 해 -> the year that is meant
context      그는, 이 회사는 -> who is meant, or nothing (article_subject: of the whole)
clauses      one sentence -> clauses that can be asked alone (boundaries: where they end)
owners       whose, of which firm and quarter, who is left out (ellipsis, scope, valency)
facts        one module a kind of fact: clause -> answer and prompt
items        notices and fact boxes: label and value -> questions (item_lines, item_scope)
prompts      clause and answer -> cleft, question in place (josa, conjugation)
gate         what a teacher would not use is dropped, with its reason (misput: bad wordings)
blanks       the clause as a statement with a gap
announcements what is told, without 'X said on the 12th that'
distractors  wrong options of the answer's own kind: name_, number_, date_options; peers.txt
ranking      one question a fact; how hard it is
acceptance   the chance that a strict teacher takes a wording, learned in training/
selection    which wordings come out
notices      what the teacher should look at
pipeline     all of it
"""
