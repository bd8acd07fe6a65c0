"""Learners' settings, hints, questions set aside, reports, exams, tests."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_settings()
    op.add_column(
        "review",
        sa.Column("hinted", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column("review", sa.Column("seconds", sa.Double(), nullable=True))
    add_wishes()
    add_tests()


def add_settings() -> None:
    op.add_column("person", sa.Column("reviews_a_day", sa.Integer(), nullable=True))
    op.add_column(
        "person",
        sa.Column("pause_new_at", sa.Integer(), server_default="100", nullable=True),
    )
    for name in ("four_buttons", "mixes_topics"):
        op.add_column(
            "person",
            sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False),
        )


def add_wishes() -> None:
    op.create_table(
        "aside",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["learner_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"]),
        sa.PrimaryKeyConstraint("learner_id", "question_id"),
    )
    op.create_table(
        "exam",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"]),
        sa.PrimaryKeyConstraint("learner_id", "bank_id"),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("settled", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["learner_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_report_question_id", "report", ["question_id"])


def add_tests() -> None:
    op.create_table(
        "test",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=False),
        sa.Column("ends", sa.DateTime(), nullable=True),
        sa.Column("handed_in", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["learner_id"], ["person.id"]),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("test_by_learner", "test", ["learner_id", "bank_id"])
    op.create_table(
        "test_item",
        sa.Column("test_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("grade", sa.String(), nullable=True),
        sa.Column("credit", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(["test_id"], ["test.id"]),
        sa.ForeignKeyConstraint(["question_id"], ["question.id"]),
        sa.PrimaryKeyConstraint("test_id", "number"),
    )


def downgrade() -> None:
    for table in ("test_item", "test", "report", "exam", "aside"):
        op.drop_table(table)
    for table, columns in (
        ("review", ("seconds", "hinted")),
        ("person", ("mixes_topics", "four_buttons", "pause_new_at", "reviews_a_day")),
    ):
        with op.batch_alter_table(table) as batch_op:
            for column in columns:
                batch_op.drop_column(column)
