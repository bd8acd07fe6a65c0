"""Reviews from Anki, media, personal FSRS parameters."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("parameters", sa.JSON(), nullable=True))
    op.add_column(
        "person",
        sa.Column("shares_anki", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column(
        "review", sa.Column("source", sa.String(), server_default="here", nullable=False)
    )
    op.create_table(
        "fit",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("held_back", sa.Integer(), nullable=False),
        sa.Column("loss_before", sa.Double(), nullable=True),
        sa.Column("loss_after", sa.Double(), nullable=True),
        sa.Column("adopted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_table(
        "medium",
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"]),
        sa.PrimaryKeyConstraint("bank_id", "name"),
    )


def downgrade() -> None:
    op.drop_table("medium")
    op.drop_table("fit")
    op.drop_column("review", "source")
    with op.batch_alter_table("person") as batch_op:
        batch_op.drop_column("shares_anki")
        batch_op.drop_column("parameters")
