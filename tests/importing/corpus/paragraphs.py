"""The documents whose tasks are numbered paragraphs."""

from tests.importing.corpus import clauses_in_brackets
from tests.importing.corpus.sample import Sample

SAMPLES: tuple[Sample, ...] = (*clauses_in_brackets.SAMPLES,)
