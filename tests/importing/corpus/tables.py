"""The documents whose tasks stand in tables."""

from tests.importing.corpus import (
    tables_large,
    tables_leaders,
    tables_lines,
    tables_loose,
    tables_marks,
    tables_more,
    tables_paper,
    tables_pipes,
    tables_plain,
    tables_rectify,
    tables_sheets,
    tables_word,
)
from tests.importing.corpus.sample import Sample

SAMPLES: tuple[Sample, ...] = (
    *tables_plain.SAMPLES,
    *tables_lines.SAMPLES,
    *tables_pipes.SAMPLES,
    *tables_loose.SAMPLES,
    *tables_rectify.SAMPLES,
    *tables_leaders.SAMPLES,
    *tables_word.SAMPLES,
    *tables_sheets.SAMPLES,
    *tables_paper.SAMPLES,
    *tables_more.SAMPLES,
    *tables_marks.SAMPLES,
    *tables_large.SAMPLES,
)
