"""Alembic's door. The caller hands over a connection; on the command line TAIZHANG_* says which database."""

from alembic import context

from app.core.config import read_settings
from app.core.db import make_engine
from app.core.migrate import changing_tables
from app.tables import metadata


def run(connection: object) -> None:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with changing_tables(make_engine(read_settings().engine_url)) as connection:
        run(connection)
