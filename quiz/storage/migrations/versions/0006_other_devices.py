"""Links that carry a record to another device, answers sent later, nicknames."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WAS_SENT = sa.text("sent_id IS NOT NULL")


def upgrade() -> None:
    op.add_column(
        "sign_in_link",
        sa.Column("purpose", sa.String(), server_default="desk", nullable=False),
    )
    op.add_column("review", sa.Column("sent_id", sa.String(), nullable=True))
    op.create_index(
        "review_by_sent_id",
        "review",
        ["learner_id", "sent_id"],
        unique=True,
        sqlite_where=WAS_SENT,
        postgresql_where=WAS_SENT,
    )
    op.create_table(
        "nickname",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("person_id"),
        sa.UniqueConstraint("key"),
    )


def downgrade() -> None:
    op.drop_table("nickname")
    op.drop_index("review_by_sent_id", "review")
    op.drop_column("review", "sent_id")
    op.drop_column("sign_in_link", "purpose")
