"""Bounds on CPU time are told in seconds of the machine they were set on; a slower one gets as much more."""

import time

HERE = 0.033  # seconds that the work below took there


def kept(seconds: float, bound: float) -> bool:
    """Whether so much CPU time is within the bound; the machine is only measured where it would not be here."""
    return seconds < bound or seconds < bound * slower()


def slower() -> float:
    """How many times slower this machine is just now; never less than one: a fast one loosens no bound."""
    return max(1.0, sorted(worked() for _ in range(3))[1] / HERE)


def worked() -> float:
    """A little of everything that reading and comparing texts is made of."""
    begun = time.process_time()
    seen: dict[str, int] = {}
    for number in range(30_000):
        words = f"第{number}项完成{number * 7919}件"
        for at in range(0, len(words) - 2, 3):
            piece = words[at : at + 3]
            seen[piece] = seen.get(piece, 0) + 1
    assert seen
    return time.process_time() - begun
