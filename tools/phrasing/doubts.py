"""Turn the detector's claims into probabilities, and its mean into a share: fitted on tuning documents.

    python -m tools.phrasing.doubts ROWS NETWORK OUT

The probability is that a judge, taken by chance, finds a word wrong: the one editor of a post-edited segment, or any
one rater of a rated one. So sets that were judged in two ways can be fitted together. It is a logistic
regression (J. Platt, 1999) on what newsfix.models.doubting knows of a word.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from newsfix.models.doubting import PRIOR_CLAIM, PRIOR_RARE, PRIOR_SEEN, PRIOR_WORDS, Shift
from newsfix.models.evidence import NAMES
from newsfix.models.ngrams import UNIT
from newsfix.models.wording import CLASSES
from tools.phrasing.kept import tuning
from tools.phrasing.scores import claims as claims_of
from tools.phrasing.scores import ece

NEWS = "newstest2020_zhen"
_NEAREST = 1e-4
_SEGMENTS = (
    20  #: stand in for a text, when its quality is to be told: of documents there are too few
)


def known(data: dict[str, Any], claims: Any) -> Any:
    """Return a row for each word as newsfix.models.doubting would know it: the columns of a shift."""
    import numpy as np

    document = np.unique(data["documents"], return_inverse=True)[1]
    # A sentence is seen, and is odd, where newsfix.text.phrasing would see it, and would read it whole.
    size = data["rows"][:, NAMES.index("length")]
    seen = (size >= 5) & (size <= 90)
    odd = seen & (data["rows"][:, NAMES.index("mean_excess")] >= -UNIT)

    def share(values: Any, some: Any, prior: float, words: int) -> Any:
        total, count = np.bincount(document, values * some), np.bincount(document, some)
        return ((total + prior * words) / (count + words))[document]

    near = np.clip(claims, _NEAREST, 1 - _NEAREST)
    return np.column_stack(
        (
            np.log(near / (1 - near)),
            share(claims, odd, PRIOR_CLAIM, PRIOR_WORDS),
            share(data["numbers"] < len(CLASSES), seen, PRIOR_RARE, PRIOR_SEEN),
            np.ones(len(claims)),
        )
    )


def fitted(rows: Any, truth: Any) -> Shift:
    """Return the shift under which the truth is likeliest."""
    import numpy as np
    from scipy.optimize import minimize

    def loss(weights: Any) -> tuple[float, Any]:
        logits = rows @ weights
        slope = rows.T @ (1 / (1 + np.exp(-logits)) - truth)
        return float((np.logaddexp(0, logits) - truth * logits).mean()), slope / len(truth)

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, tol=1e-9).x
    return Shift(*(round(float(one), 4) for one in found))


def claimed(rows: Any, shift: Shift) -> Any:
    """Return the probabilities of rows."""
    import numpy as np

    return 1 / (1 + np.exp(-(rows @ np.array(shift))))


def shifted(fit: Any, truth: Any, fit_sets: Any, rows: Any, sets: Any) -> Any:
    """Return the probabilities of rows, each under the shift that was fitted on all sets but its own."""
    import numpy as np

    found = np.zeros(len(rows))
    for name in np.unique(sets):
        other = fit_sets != name
        found[sets == name] = claimed(rows[sets == name], fitted(fit[other], truth[other]))
    return found


def quality_line(data: dict[str, Any], claims: Any, some: Any) -> list[tuple[float, float]]:
    """Return the straight line from the mean claim of a text to the share of words that raters mark."""
    import numpy as np

    sizes = data["sizes"]
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    kept = [
        slice(start, start + size) for start, size in zip(starts, sizes, strict=True) if some[start]
    ]
    means, shares = [], []
    for first in range(0, len(kept) - _SEGMENTS, _SEGMENTS):
        text = kept[first : first + _SEGMENTS]
        means.append(np.concatenate([claims[one] for one in text]).mean())
        shares.append(np.concatenate([data["labels"][one] for one in text]).mean())
    slope, base = np.polyfit(means, shares, 1)
    print(f"texts: {len(means)}, correlation {np.corrcoef(means, shares)[0, 1]:.3f}")
    return [(end, round(float(np.clip(base + slope * end, 0, 1)), 4)) for end in (0.02, 0.9)]


def main() -> int:
    """Write the shift and the line."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("network", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    data = dict(np.load(options.rows / "train.npz"))
    tune = tuning(data["documents"])
    found = claims_of(options.network.read_bytes(), data)
    rows, truth, sets = known(data, found)[tune], data["labels"][tune], data["sets"][tune]
    shift = fitted(rows, truth)
    # What the columns of a shift are chosen by.
    moved = shifted(rows, truth, sets, rows, sets)
    errors = {name: ece(moved[sets == name], truth[sets == name]) for name in np.unique(sets)}
    print("shifted:", ", ".join(f"{name} {error:.3f}" for name, error in errors.items()))
    print(f"mean {np.mean(list(errors.values())):.4f}, all together {ece(moved, truth):.4f}")
    lines = [
        "# How the detector's claims become probabilities: name, claim, value.\n",
        "# Built by tools/phrasing/doubts.py; docs/models/phrasing.md says from what.\n",
    ]
    lines += [
        f"shift-{name}\t0.0\t{value}\n" for name, value in zip(Shift._fields, shift, strict=True)
    ]
    some = tune & (data["sets"] == NEWS)
    lines += [f"text\t{at}\t{share}\n" for at, share in quality_line(data, found, some)]
    options.out.write_text("".join(lines), "utf-8")
    print("".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
