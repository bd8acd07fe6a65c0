"""Article -> facts -> question bank -> quiz -> Anki deck.

Read it in this order:

    core/      the rules, as plain Python: article, question, grade, schedule
    language/  an article becomes draft questions; one folder a language
    readers/   files become articles
    formats/   a bank as a file
    anki/      a bank as an Anki deck
    storage/   what is kept: tables, queries, migrations
    actions/   what a person can do, one file a job, one transaction a call
    web/       the pages and forms that offer those actions;  api/  the same as JSON
    app.py     puts the web app together;  cli.py  the same actions at a terminal
"""
