"""Documents of our own, each after lines of the catalogue of patterns, each with its expected record.

They are written from the catalogue and the conventions alone, before the rules that read them.
"""

from tests.importing.corpus import tables_lines, tables_loose, tables_pipes, tables_plain
from tests.importing.corpus.sample import Sample

__all__ = ["SAMPLES", "Sample"]
SAMPLES: tuple[Sample, ...] = (
    *tables_plain.SAMPLES,
    *tables_lines.SAMPLES,
    *tables_pipes.SAMPLES,
    *tables_loose.SAMPLES,
)
