"""Every table of the house: Alembic and the tests need them all."""

from sqlmodel import SQLModel

import app.audit.models
import app.core.models
import app.delivery.models
import app.importing.models
import app.importing.readings.models
import app.ledgers.models
import app.people.models
import app.progress.models
import app.reminders.models
import app.tasks.models  # noqa: F401  (importing is what fills the metadata)

metadata = SQLModel.metadata
