"""Every bulletin of the corpus, with the readings that it must give."""

from tests.importing.corpus import (
    bulletins,
    bulletins_eighth,
    bulletins_fifth_1,
    bulletins_fifth_2,
    bulletins_fifth_3,
    bulletins_fifth_4,
    bulletins_fifth_5,
    bulletins_fifth_6,
    bulletins_fifth_7,
    bulletins_fifth_last,
    bulletins_fourth_again,
    bulletins_fourth_county,
    bulletins_fourth_people,
    bulletins_news,
    bulletins_seventh,
    bulletins_sixth,
    bulletins_third,
    bulletins_third_last,
    bulletins_third_more,
    bulletins_third_odd,
)
from tests.importing.corpus.readings import Bulletin

MODULES = (
    bulletins, bulletins_news, bulletins_third, bulletins_third_more, bulletins_third_last, bulletins_third_odd,
    bulletins_fourth_county, bulletins_fourth_people, bulletins_fourth_again,
    bulletins_fifth_1, bulletins_fifth_2, bulletins_fifth_3, bulletins_fifth_4,
    bulletins_fifth_5, bulletins_fifth_6, bulletins_fifth_7, bulletins_fifth_last, bulletins_sixth, bulletins_seventh,
    bulletins_eighth,
)  # fmt: skip
BULLETINS: tuple[Bulletin, ...] = tuple(one for module in MODULES for one in module.BULLETINS)
