"""`readings FILE`: what a bulletin tells, from the command line. Nothing is stored."""

from pathlib import Path

from app.importing.apart import apart
from app.importing.exchange import content_of, readings_as_json, write_json
from app.importing.readings.suggest import readings_of


def tell_readings(path: Path, *, out: Path | None) -> str:
    """One sentence on what was found. Raises AppError."""
    found = apart(readings_of, content_of(path), path.name)
    if out is not None:
        write_json(out, readings_as_json(found))
    return f"“{path.name}”读出{len(found)}条数据，请逐条核对后采用。"
