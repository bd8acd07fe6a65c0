"""Questions found by label, form, difficulty; where one moved from; a bank's own past."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

CHUNK = 1000


def upgrade() -> None:
    op.add_column(
        "question", sa.Column("labels", sa.String(), server_default="", nullable=False)
    )
    op.add_column(
        "question", sa.Column("forms", sa.String(), server_default="", nullable=False)
    )
    op.add_column(
        "question",
        sa.Column("difficulty", sa.Double(), server_default="0.5", nullable=False),
    )
    op.add_column("revision", sa.Column("from_bank", sa.Integer(), nullable=True))
    op.add_column("revision", sa.Column("from_position", sa.Integer(), nullable=True))
    op.create_table(
        "bank_revision",
        sa.Column("bank_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["bank_id"], ["bank.id"]),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"]),
        sa.PrimaryKeyConstraint("bank_id", "number"),
    )
    fill_columns(op.get_bind())


def fill_columns(connection: sa.Connection) -> None:
    """Copy out of each question's content what queries look for."""
    last = 0
    query = sa.text(
        "SELECT id, content FROM question WHERE id > :last ORDER BY id LIMIT :count"
    )
    change = sa.text(
        "UPDATE question SET labels = :labels, forms = :forms, difficulty = :difficulty "
        "WHERE id = :id"
    )
    while rows := connection.execute(query, {"last": last, "count": CHUNK}).all():
        connection.execute(change, [columns_of(row.id, row.content) for row in rows])
        last = rows[-1].id


def columns_of(question_id: int, content: Any) -> dict[str, Any]:
    data = json.loads(content) if isinstance(content, str) else content
    return {
        "id": question_id,
        "labels": joined(data.get("tags", ())),
        "forms": joined(data.get("forms", ())),
        "difficulty": data.get("difficulty", 0.5),
    }


def joined(words: list[str]) -> str:
    lines = [" ".join(word.split()) for word in words]
    return "\n" + "\n".join(lines) + "\n" if lines else ""


def downgrade() -> None:
    op.drop_table("bank_revision")
    with op.batch_alter_table("revision") as batch_op:
        batch_op.drop_column("from_position")
        batch_op.drop_column("from_bank")
    with op.batch_alter_table("question") as batch_op:
        batch_op.drop_column("difficulty")
        batch_op.drop_column("forms")
        batch_op.drop_column("labels")
