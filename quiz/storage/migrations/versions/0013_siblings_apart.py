"""Questions of one sentence on different days, and indexes for what every page asks."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "person",
        sa.Column(
            "buries_siblings", sa.Boolean(), server_default=sa.true(), nullable=False
        ),
    )
    op.create_index("question_by_sentence", "question", ["bank_id", "sibling"])
    op.create_index("review_by_sitting", "review", ["sitting_id", "voided", "question_id"])
    op.create_index("review_by_time", "review", ["learner_id", "voided", "at"])
    op.drop_index("ix_review_sitting_id", "review")


def downgrade() -> None:
    op.create_index("ix_review_sitting_id", "review", ["sitting_id"])
    op.drop_index("review_by_time", "review")
    op.drop_index("review_by_sitting", "review")
    op.drop_index("question_by_sentence", "question")
    op.drop_column("person", "buries_siblings")
