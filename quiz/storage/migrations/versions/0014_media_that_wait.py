"""Pictures and sounds that were brought and are in no question yet."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("medium", sa.Column("waiting", sa.DateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("medium") as batch_op:
        batch_op.drop_column("waiting")
