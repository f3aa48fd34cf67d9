"""Pages as people really scan and photograph them; `python -m tests.importing.scans` reads many more of them."""

from tests.importing import damage
from tests.importing.corpus.make import image_pdf
from tests.importing.corpus.to_scan import OLD_AGE_RECORD, WATER_RECORD
from tests.importing.damage import written
from tests.importing.scans import care, water
from tests.importing.scoring import SCORER, assert_within_bounds, recognised_json

__test__ = SCORER.exists()  # nothing to collect where the scoring rules are not there


def test_a_stamped_table_photographed_from_aside_and_upside_down_is_read() -> None:
    stamped = damage.stamped(water(150), 0.5, 0.36)
    photo = damage.quarter_turns(damage.photographed(stamped), 2)
    assert_within_bounds(WATER_RECORD, recognised_json(written(photo, ".jpg", 90), "照片.jpg"))


def test_a_page_fed_on_its_side_is_read() -> None:
    scanned = written(damage.quarter_turns(care(150), 1))
    assert_within_bounds(OLD_AGE_RECORD, recognised_json(image_pdf(scanned, dpi=150), "扫描.pdf"))
