"""A bank's Anki decks keep the name of the first one."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("bank", sa.Column("deck", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("bank", "deck")
