"""organisation names are unique

Revision: 5d1f0c7a9e42, after 693394728980.
Of two organisations with one name the later gets its number behind the name.
"""

import sqlalchemy as sa
from alembic import op

revision = "5d1f0c7a9e42"
down_revision = "693394728980"
branch_labels = None
depends_on = None
TOP = sa.text("organisation_id IS NULL")


def upgrade() -> None:
    op.execute(
        "UPDATE department SET name = name || '（' || id || '）' WHERE organisation_id IS NULL "
        "AND id NOT IN (SELECT min(id) FROM department WHERE organisation_id IS NULL GROUP BY name)"
    )
    op.create_index("uq_department_name", "department", ["name"], unique=True, sqlite_where=TOP, postgresql_where=TOP)


def downgrade() -> None:
    op.drop_index("uq_department_name", "department")
