"""Documents of our own, each after lines of the catalogue of patterns, each with its expected record.

They are written from the catalogue and the conventions alone, before the rules that read them.
"""

from tests.importing.corpus import paragraphs, tables
from tests.importing.corpus.sample import Sample

__all__ = ["SAMPLES", "Sample"]
SAMPLES: tuple[Sample, ...] = (*tables.SAMPLES, *paragraphs.SAMPLES)
