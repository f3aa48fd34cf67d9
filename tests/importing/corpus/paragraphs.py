"""The documents whose tasks are numbered paragraphs."""

from tests.importing.corpus import (
    clauses_elsewhere,
    clauses_in_brackets,
    clauses_mixed,
    deadlines,
    heads,
    noise_of_the_web,
    numbering,
    quantities,
    units,
)
from tests.importing.corpus.sample import Sample

SAMPLES: tuple[Sample, ...] = (
    *clauses_in_brackets.SAMPLES,
    *clauses_elsewhere.SAMPLES,
    *clauses_mixed.SAMPLES,
    *numbering.SAMPLES,
    *heads.SAMPLES,
    *units.SAMPLES,
    *deadlines.SAMPLES,
    *quantities.SAMPLES,
    *noise_of_the_web.SAMPLES,
)
