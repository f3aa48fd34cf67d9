"""量化指标 in words."""

from app.core.filters import figure
from app.tasks.kinds import Comparator
from app.tasks.models import Indicator

COMPARATOR_WORDS = {Comparator.AT_LEAST: "不少于", Comparator.AT_MOST: "不超过", Comparator.EQUAL: ""}


def goal(indicator: Indicator) -> str:
    """What is asked: 不少于3次, 3～5家; empty where the figure is only followed (只关注)."""
    if indicator.value is None:
        return ""
    if indicator.comparator is Comparator.RANGE:
        return f"{figure(indicator.value)}～{figure(indicator.value_max)}{indicator.unit}"
    return f"{COMPARATOR_WORDS[indicator.comparator]}{figure(indicator.value)}{indicator.unit}"
