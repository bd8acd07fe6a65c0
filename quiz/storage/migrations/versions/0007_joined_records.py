"""A learner whose record went into another's leads there."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("moved_to_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("person", "moved_to_id")
