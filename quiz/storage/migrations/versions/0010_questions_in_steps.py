"""Questions in their steps, and those begun today, are found without passing the rest."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

IN_STEPS = sa.text("state != 2")


def upgrade() -> None:
    op.create_index(
        "memory_in_steps",
        "memory",
        ["learner_id", "bank_id", "due"],
        sqlite_where=IN_STEPS,
        postgresql_where=IN_STEPS,
    )
    columns = ["learner_id", "bank_id", "first_reviewed"]
    op.create_index("memory_by_beginning", "memory", columns)


def downgrade() -> None:
    op.drop_index("memory_by_beginning", "memory")
    op.drop_index("memory_in_steps", "memory")
