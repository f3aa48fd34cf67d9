"""Under 任务完成情况 an item tells its goal first, and then how far it is: 改造小区20个。截至9月底，改造14个。"""

import re
from typing import Final

from app.importing.readings.context import State, times_in
from app.importing.readings.kinds import REACHED
from app.importing.recognise.figures import masked

OF_GOALS: Final = re.compile(r"(?:任务|目标|指标|重点工作|实事)[^，。]{0,8}(?:完成|落实|进展|推进)情况")
SENTENCE: Final = re.compile(r"[^。]+。")
LATEST: Final = 12  # characters before the time that the second sentence begins with


def open_goals(heading: str, level: int, state: State) -> None:
    """What 一、…任务完成情况 says holds for the headings below it."""
    if OF_GOALS.search(heading):
        state.goals_level = level
    elif level <= state.goals_level:
        state.goals_level = 0


def goal_of(item: str, state: State) -> int:
    """How many characters of an item restate its goal: its first sentence, when the second begins with a time."""
    first = SENTENCE.match(item) if state.goals_level else None
    if first is None or REACHED.search(first[0]) or times_in(first[0], masked(first[0]), state):
        return 0
    following = item[first.end() :].partition("，")[0]
    times = times_in(following, masked(following), state)
    return first.end() if times and times[0].start < LATEST else 0
