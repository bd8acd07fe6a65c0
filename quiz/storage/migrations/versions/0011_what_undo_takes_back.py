"""All that a teacher does can be taken back; doubtful questions are found by a column."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("bank_id", sa.Integer(), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("undone", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("deed_by_teacher", "deed", ["by_id", "at"])
    op.create_index("deed_of_bank", "deed", ["bank_id", "at"])
    op.add_column("source", sa.Column("dropped", sa.DateTime(), nullable=True))
    op.create_index("revision_by_time", "revision", ["at"])
    # None: the program looks for the doubts of these when it starts.
    op.add_column("question", sa.Column("doubts", sa.String(), nullable=True))
    answers = sa.Column("answers", sa.String(), server_default="", nullable=False)
    op.add_column("question", answers)


def downgrade() -> None:
    with op.batch_alter_table("question") as batch_op:
        batch_op.drop_column("answers")
        batch_op.drop_column("doubts")
    op.drop_index("revision_by_time", "revision")
    with op.batch_alter_table("source") as batch_op:
        batch_op.drop_column("dropped")
    op.drop_table("deed")
