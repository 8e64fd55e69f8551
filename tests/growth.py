"""Whether work takes time in proportion to its length, on a machine of any speed, however busy."""

import gc
from collections.abc import Callable
from time import process_time

#: Returns work on a text of so many characters, or on so many of something.
Make = Callable[[int], Callable[[], object]]

#: Work four times as long takes four times as long; with the square of the length, sixteen times.
TIMES = 4
MOST = 7.5
#: Seconds below which nothing can be said, and nothing needs to: what is square is far above it.
MEASURABLE = 0.001
#: Seconds that no other work of the machine explains: they are believed at once.
CERTAIN = 1.0
_AGAIN = 8


def growth(make: Make, length: int) -> float:
    """Return how many times as long work of four times the length takes; 0 where that is too fast to say.

    What looks around each place, but only so far, grows like a square until that is reached: a growth
    of more than MOST must hold at four times the length, too.
    """
    gc.disable()  # else what other tests have left in memory is gone through, whenever that is due
    try:
        found = _growth(make, length)
        return found if found <= MOST else min(found, _growth(make, TIMES * length))
    finally:
        gc.enable()


def _growth(make: Make, length: int) -> float:
    """Measure once.

    A busy machine makes single measurements longer, never shorter: the fastest of several counts,
    and a bad ratio is measured again before it is believed.
    """
    longer = make(TIMES * length)
    long = _seconds(longer)
    if long < MEASURABLE:
        return 0.0
    shorter = make(length)
    short = min(_seconds(shorter), _seconds(shorter))
    for _ in range(_AGAIN):
        if long <= MOST * short or long > CERTAIN:
            break
        short, long = min(short, _seconds(shorter)), min(long, _seconds(longer))
    return long / short


def _seconds(work: Callable[[], object]) -> float:
    """Return the time of this process alone."""
    start = process_time()
    work()
    return process_time() - start
