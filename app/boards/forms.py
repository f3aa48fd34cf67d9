"""What the office sends from a task."""

from app.core.forms import Form


class LeadForm(Form):
    """Who leads, and the version of the task that was read."""

    department_id: int
    version: int
