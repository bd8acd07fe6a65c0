"""Every table of the database. Plain SQLAlchemy: usable without Flask."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry, relationship

from quiz.core.article import Article
from quiz.core.doubts import Grounds, own_doubts
from quiz.core.near_duplicates import answers_of
from quiz.core.plain_data import question_data, question_from, time_from, warning_from
from quiz.core.questions import Question
from quiz.storage.utc_datetime import UtcDateTime


class Base(DeclarativeBase):
    registry = registry(
        type_annotation_map={
            datetime: UtcDateTime,
            date: Date,
            dict[str, Any]: JSON(none_as_null=True),
            list[Any]: JSON,
        }
    )


def joined(words: Iterable[str]) -> str:
    """Return words one a line, a line's end on both sides of each: so a query finds one."""
    lines = [" ".join(word.split()) for word in words]
    return "\n" + "\n".join(lines) + "\n" if lines else ""


class PersonRow(Base):
    """Someone who learns here; the owner of the installation teaches too."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    is_owner: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(default="", server_default="")  # a teacher's
    zone: Mapped[str] = mapped_column(default="UTC")  # IANA name
    new_a_day: Mapped[int] = mapped_column(default=20)
    retention: Mapped[float] = mapped_column(default=0.9)
    # FSRS's weights as fitted to this person; None: the standard ones.
    parameters: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    reviews_a_day: Mapped[int | None]  # None: as many as are due
    # No new questions on a day with more reviews than this; None: new ones always.
    pause_new_at: Mapped[int | None] = mapped_column(default=100, server_default="100")
    four_buttons: Mapped[bool] = mapped_column(default=False, server_default=false())
    mixes_topics: Mapped[bool] = mapped_column(default=False, server_default=false())
    # Of the questions of one sentence, one a day.
    buries_siblings: Mapped[bool] = mapped_column(default=True, server_default=true())
    # Teachers may count what this person answered in Anki.
    shares_anki: Mapped[bool] = mapped_column(default=False, server_default=false())
    created: Mapped[datetime]
    # Whose record this one went into. The empty row stays: cookies still name it, and
    # its number must not become somebody else's.
    moved_to_id: Mapped[int | None]


class FitRow(Base):
    """The last time that somebody's FSRS parameters were fitted, and what came of it.

    The losses are log losses on answers that the fitting did not see; lower is better.
    """

    __tablename__ = "fit"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    at: Mapped[datetime]
    reviews: Mapped[int]  # in the log then
    held_back: Mapped[int]  # answers to predict
    loss_before: Mapped[float | None]
    loss_after: Mapped[float | None]
    adopted: Mapped[bool] = mapped_column(default=False)
    # What suits, by the seconds it takes; what was set, and what it replaced.
    retention: Mapped[float | None]
    recalled: Mapped[float | None]
    forgotten: Mapped[float | None]
    adopted_retention: Mapped[float | None]
    retention_before: Mapped[float | None]


class SignInLinkRow(Base):
    """A one-time way in. Only the digest of its token is kept."""

    __tablename__ = "sign_in_link"

    digest: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    expires: Mapped[datetime]
    used: Mapped[datetime | None]
    # "desk": the owner signs in; "record": a learner goes on at another device.
    purpose: Mapped[str] = mapped_column(default="desk", server_default="desk")


class NicknameRow(Base):
    """The name and password under which a learner comes back without the cookie."""

    __tablename__ = "nickname"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    name: Mapped[str]
    key: Mapped[str] = mapped_column(unique=True)  # the name as it is compared
    password: Mapped[str]  # a scrypt hash


class BankRow(Base):
    __tablename__ = "bank"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(unique=True)  # the bank file's id
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    title: Mapped[str]
    language: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)  # grows with every change
    is_public: Mapped[bool] = mapped_column(default=False)  # on every visitor's page
    warnings: Mapped[list[Any]] = mapped_column(default=list)
    created: Mapped[datetime]
    changed: Mapped[datetime]
    # The name of its Anki decks since the first one: Anki finds a deck by its name.
    deck: Mapped[str] = mapped_column(default="", server_default="")

    articles: Mapped[list["ArticleRow"]] = relationship(
        back_populates="bank", order_by="ArticleRow.id", cascade="all, delete-orphan"
    )
    questions: Mapped[list["QuestionRow"]] = relationship(
        back_populates="bank", order_by="QuestionRow.position", cascade="all, delete-orphan"
    )

    @property
    def grounds(self) -> Grounds:
        """Return what the bank's questions rest on."""
        texts = {article.uid: article.text for article in self.articles}
        return Grounds(texts, tuple(warning_from(data) for data in self.warnings))


class ArticleRow(Base):
    __tablename__ = "article"
    __table_args__ = (UniqueConstraint("bank_id", "uid"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str]
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), index=True)
    title: Mapped[str]
    language: Mapped[str]
    date: Mapped[date | None]
    source: Mapped[str]
    text: Mapped[str]

    bank: Mapped[BankRow] = relationship(back_populates="articles")

    @property
    def article(self) -> Article:
        return Article(
            self.uid, self.title, self.text, self.language, self.date, self.source
        )


class MediumRow(Base):
    """A picture or a sound of a bank, named by its content.

    One that was brought and is in no question yet is `waiting` since then.
    """

    __tablename__ = "medium"

    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    waiting: Mapped[datetime | None]


class QuestionRow(Base):
    """One question. `content` holds it whole, the columns beside it serve to find it."""

    __tablename__ = "question"
    __table_args__ = (
        UniqueConstraint("bank_id", "uid"),
        Index("question_by_place", "bank_id", "status", "position"),
        Index("question_by_sentence", "bank_id", "sibling"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str]
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    position: Mapped[int]  # order in the bank, from 0
    status: Mapped[str]
    kind: Mapped[str]  # of its fact, such as role-holder; "" when a person wrote it
    sibling: Mapped[
        str
    ]  # questions with the same text here prove themselves by one sentence
    prompt: Mapped[str]
    answer: Mapped[str]
    labels: Mapped[str] = mapped_column(default="", server_default="")  # see `joined`
    forms: Mapped[str] = mapped_column(default="", server_default="")  # the same
    difficulty: Mapped[float] = mapped_column(default=0.5, server_default="0.5")
    # What counts as right, folded, and the doubts about it alone: both as `joined`.
    answers: Mapped[str] = mapped_column(default="", server_default="")
    doubts: Mapped[str | None]  # None: not yet looked for
    content: Mapped[dict[str, Any]]
    changed: Mapped[datetime]

    bank: Mapped[BankRow] = relationship(back_populates="questions")

    @property
    def question(self) -> Question:
        return question_from(self.content)

    @property
    def created(self) -> datetime:
        """Return when the question was made, without reading all of it."""
        return time_from(self.content["created"])

    def keep(self, question: Question, grounds: Grounds | None = None) -> None:
        """Set everything that this row says of `question`; `grounds` are its bank's."""
        evidence, origin = question.evidence, question.origin
        self.uid, self.status, self.prompt = question.id, question.status, question.prompt
        self.kind = origin.name if origin.by == "rule" else ""
        self.sibling = f"{evidence.article}:{evidence.start}" if evidence else question.id
        self.answer, self.changed = question.answer.shown, question.changed
        self.labels, self.forms = joined(question.tags), joined(question.forms)
        self.difficulty = question.difficulty
        self.answers = joined(sorted(answers_of(question)))
        self.doubts = joined(own_doubts(question, grounds or self.bank.grounds))
        self.content = question_data(question)


class RevisionRow(Base):
    """A question as it was after one change. Rows are only ever added."""

    __tablename__ = "revision"
    __table_args__ = (Index("revision_by_time", "at"),)

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)  # from 1, its creation
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    what: Mapped[str]  # created, edited, approved, retired, reopened, restored, undone
    from_bank: Mapped[int | None]  # where a moved question was before, by its number
    from_position: Mapped[int | None]  # and its place there
    content: Mapped[dict[str, Any]]


class BankRevisionRow(Base):
    """What a bank itself was called and who finds it, after one change."""

    __tablename__ = "bank_revision"

    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)  # from 1
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    what: Mapped[str]  # named, restored, undone
    title: Mapped[str]
    is_public: Mapped[bool]


class JobRow(Base):
    """Work in the background. A running job whose heartbeat is old was killed."""

    __tablename__ = "job"

    id: Mapped[int] = mapped_column(primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), index=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    state: Mapped[str]  # waiting, running, done, failed
    done: Mapped[int] = mapped_column(default=0)  # of `total`, in characters
    total: Mapped[int]
    # [[start, end], ...]: only questions of these passages are kept; None: of all.
    spans: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    tries: Mapped[int] = mapped_column(default=0)
    problem: Mapped[dict[str, Any] | None]  # {"sentence": ..., "values": {...}}
    created: Mapped[datetime]
    heartbeat: Mapped[datetime]


class SittingRow(Base):
    """One go at practice, from the first question to the summary."""

    __tablename__ = "sitting"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    started: Mapped[datetime]


class MemoryRow(Base):
    """What FSRS knows of one learner and one question."""

    __tablename__ = "memory"
    __table_args__ = (
        Index("memory_by_due", "learner_id", "bank_id", "due"),
        Index("memory_by_beginning", "learner_id", "bank_id", "first_reviewed"),
        Index(
            "memory_in_steps",
            "learner_id",
            "bank_id",
            "due",
            sqlite_where=text("state != 2"),
            postgresql_where=text("state != 2"),
        ),
    )

    learner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    state: Mapped[int]  # 1 learning, 2 review, 3 relearning
    step: Mapped[int | None]
    stability: Mapped[float]  # days
    difficulty: Mapped[float]  # 1 to 10
    due: Mapped[datetime]
    reviewed: Mapped[datetime]
    first_reviewed: Mapped[datetime]  # for the daily limit of new questions
    reps: Mapped[int]
    lapses: Mapped[int]


class AsideRow(Base):
    """A question that a learner doesn't want to be asked: until a moment, or for good."""

    __tablename__ = "aside"

    learner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    until: Mapped[datetime | None]


class ExamRow(Base):
    """The day for which a learner wants to know a whole bank."""

    __tablename__ = "exam"

    learner_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), primary_key=True)
    day: Mapped[date]


class ReportRow(Base):
    """What a learner finds wrong with a question, for its teacher."""

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    reason: Mapped[str]  # wrong, unclear, typo, other
    word: Mapped[str]
    at: Mapped[datetime]
    settled: Mapped[datetime | None]


class TestRow(Base):
    """Questions answered without feedback until the whole is handed in."""

    __test__ = False  # pytest: this is no test
    __tablename__ = "test"
    __table_args__ = (Index("test_by_learner", "learner_id", "bank_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    started: Mapped[datetime]
    ends: Mapped[datetime | None]  # None: without a time limit
    handed_in: Mapped[datetime | None]


class TestItemRow(Base):
    """One question of a test; `grade` and `credit` (0 to 1) come when it is handed in."""

    __test__ = False
    __tablename__ = "test_item"

    test_id: Mapped[int] = mapped_column(ForeignKey("test.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)  # from 1
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    form: Mapped[str]
    given: Mapped[str | None]
    at: Mapped[datetime | None]
    grade: Mapped[str | None]
    credit: Mapped[float | None]


class ReviewRow(Base):
    """One answered question. Never changed, only voided."""

    __tablename__ = "review"
    __table_args__ = (
        Index("review_by_question", "learner_id", "question_id", "reps"),
        Index("review_by_sitting", "sitting_id", "voided", "question_id"),
        Index("review_by_time", "learner_id", "voided", "at"),
        Index(
            "review_by_sent_id",
            "learner_id",
            "sent_id",
            unique=True,
            sqlite_where=text("sent_id IS NOT NULL"),
            postgresql_where=text("sent_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"))
    reps: Mapped[int]  # answers before this one
    at: Mapped[datetime]
    form: Mapped[str]
    given: Mapped[str]
    grade: Mapped[str]  # right, close, wrong
    rating: Mapped[int]  # 1 again, 2 hard, 3 good, 4 easy
    hinted: Mapped[bool] = mapped_column(default=False, server_default=false())
    seconds: Mapped[float | None]  # from the question to its answer
    disputed: Mapped[bool] = mapped_column(default=False)  # the learner says: I was right
    voided: Mapped[datetime | None]
    before: Mapped[
        dict[str, Any] | None
    ]  # the memory that undo brings back; None: it was new
    after: Mapped[dict[str, Any]]
    source: Mapped[str] = mapped_column(default="here", server_default="here")  # or anki
    # What the device called an answer that it sent later; the same is never added twice.
    sent_id: Mapped[str | None]
