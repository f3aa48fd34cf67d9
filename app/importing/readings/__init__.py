"""From a bulletin's prose to suggested readings: what was reached or is planned, with its day and its words."""

from app.importing.readers import read
from app.importing.readings.reading import Kind, Reading
from app.importing.readings.suggest import suggestions

__all__ = ["Kind", "Reading", "readings_of", "suggestions"]


def readings_of(data: bytes, name: str) -> list[Reading]:
    """What a file tells. Raises Unreadable."""
    return suggestions(read(data, name))
