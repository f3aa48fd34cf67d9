"""read figures out of articles

Revision: 7b1f4c0d92ae, after 8b1f64d2c7aa
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "7b1f4c0d92ae"
down_revision = "8b1f64d2c7aa"
branch_labels = None
depends_on = None

ORIGIN = sa.Enum("department", "media", name="origin", native_enum=False, create_constraint=True, length=24)
KIND = sa.Enum("reading", "plan", name="readingkind", native_enum=False, create_constraint=True, length=24)


def upgrade() -> None:
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.add_column(sa.Column("origin", ORIGIN, nullable=False, server_default="department"))
        batch_op.add_column(sa.Column("kind", KIND, nullable=False, server_default="reading"))
        batch_op.add_column(sa.Column("source_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("quotation", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="")
        )
        batch_op.create_index(batch_op.f("ix_reading_source_id"), ["source_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_reading_source_id_source_document"),
            "source_document",
            ["source_id"],
            ["id"],
            ondelete="RESTRICT",
        )
        batch_op.drop_column("source")

    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("origin", ORIGIN, nullable=False),
        sa.Column("created_by", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source_document.id"],
            name=op.f("fk_article_source_id_source_document"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
    )
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_article_source_id"), ["source_id"], unique=False)

    op.create_table(
        "suggested_reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("quotation", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
        sa.Column("value", sa.Numeric(precision=18, scale=4), nullable=False),
        sa.Column("unit", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("rule", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("kind", KIND, nullable=False),
        sa.Column("matches", sa.JSON(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=True),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_suggested_reading_article_id_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["reading.id"], name=op.f("fk_suggested_reading_reading_id_reading"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggested_reading")),
    )
    with op.batch_alter_table("suggested_reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_suggested_reading_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_suggested_reading_reading_id"), ["reading_id"], unique=False)

    with op.batch_alter_table("reading_job", schema=None) as batch_op:
        batch_op.add_column(sa.Column("origin", ORIGIN, nullable=True))
        batch_op.add_column(sa.Column("posted_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("article_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_reading_job_article_id_article"), "article", ["article_id"], ["id"], ondelete="CASCADE"
        )


def downgrade() -> None:
    with op.batch_alter_table("reading_job", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_reading_job_article_id_article"), type_="foreignkey")
        batch_op.drop_column("article_id")
        batch_op.drop_column("posted_on")
        batch_op.drop_constraint(batch_op.f("ck_reading_job_origin"), type_="check")
        batch_op.drop_column("origin")

    op.drop_table("suggested_reading")
    op.drop_table("article")
    op.execute("DELETE FROM reading WHERE source_id IS NOT NULL")
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=60), nullable=False, server_default="部门上报")
        )
        batch_op.drop_constraint(batch_op.f("fk_reading_source_id_source_document"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_reading_source_id"))
        batch_op.drop_column("quotation")
        batch_op.drop_column("source_id")
        batch_op.drop_constraint(batch_op.f("ck_reading_readingkind"), type_="check")
        batch_op.drop_column("kind")
        batch_op.drop_constraint(batch_op.f("ck_reading_origin"), type_="check")
        batch_op.drop_column("origin")
