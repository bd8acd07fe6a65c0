"""The retention that suits a learner, beside the parameters that were fitted to them."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None
COLUMNS = ("retention", "adopted_retention", "retention_before", "recalled", "forgotten")


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("fit", sa.Column(name, sa.Double(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("fit") as batch_op:
        for name in reversed(COLUMNS):
            batch_op.drop_column(name)
