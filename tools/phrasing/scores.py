"""What the detector says of many rows, with numpy: exactly what newsfix.models.network says, in minutes, not hours."""

from collections.abc import Iterator
from typing import Any

from newsfix.models.network import FARTHEST, KINDS, MOST, UNIT, WORD_UNIT, parts_of

_NEURAL = "mlqe"
_BINS = 15
LEAST = 0.05  #: what is claimed less surely is no claim


def scored(network: bytes, data: dict[str, Any]) -> tuple[Any, Any]:
    """Return the logit of each row and the level of its sentence; ``sizes`` says how many rows are a sentence."""
    import numpy as np

    parts = {name: np.array(part, float) for name, part in parts_of(network).items()}
    width = len(parts["last"])
    weights = {
        name: part.reshape(-1, width)
        for name, part in parts.items()
        if f"{name}_base" in parts or name == "words"
    }
    scaled = np.rint((data["rows"] - parts["mean"]) * (UNIT / parts["deviation"]))
    scaled = np.clip(scaled, -FARTHEST * UNIT, FARTHEST * UNIT)

    def layer(name: str, inputs: Any, more: Any = 0) -> Any:
        # Products of doubles: whole numbers below 2**53 are exact, and faster than integers.
        total = inputs @ weights[name] + parts[f"{name}_base"] + more
        return np.clip(total // UNIT, 0, MOST)

    first = len(parts["mean"])
    found, levels = np.zeros(len(scaled)), np.zeros(len(scaled))
    start = 0
    for size in data["sizes"].tolist():
        at = slice(start, start + size)
        start += size
        inputs = [scaled[at]]
        for kind, values in enumerate(KINDS):
            inputs.append(np.eye(values)[data["kinds"][at, kind]] * UNIT)
        own = weights["words"][data["numbers"][at]] * (UNIT * UNIT // WORD_UNIT)
        state = layer("first", np.concatenate(inputs, 1), own)
        assert weights["first"].shape[0] == first + sum(KINDS)
        for number in range(sum(name.startswith("layer") for name in weights)):
            far = 1 << number
            wide = np.pad(state, ((far, far), (0, 0)))
            near = np.concatenate((wide[:size], state, wide[2 * far :]), 1)
            state = np.minimum(state + layer(f"layer{number}", near), MOST)
        whole = np.concatenate((state.sum(0) // size, state.max(0)))[None]
        whole = layer("sentence", whole)
        head = layer("head", np.concatenate((state, np.repeat(whole, size, 0)), 1))
        found[at] = (head @ parts["last"] + parts["last_base"][0]) / (UNIT * UNIT)
        levels[at] = (whole @ parts["level"] + parts["level_base"][0]) / (UNIT * UNIT)
    return found, levels


def claims(network: bytes, data: dict[str, Any]) -> Any:
    """Return what newsfix.models.phrasing claims of each row."""
    import numpy as np

    words, levels = scored(network, data)
    return 1 / (1 + np.exp(-words - levels))


def figures(scores: Any, labels: Any, sets: Any) -> Iterator[str]:
    """Yield a line of figures for each set, and the best mean MCC of the neural sets with one threshold."""
    import numpy as np

    grid = np.quantile(scores, np.linspace(0.01, 0.99, 197))
    curves = []
    for name in np.unique(sets):
        at = sets == name
        label = labels[at][np.argsort(-scores[at])]
        wrong = label > 0.5
        if name.startswith(_NEURAL):
            said = np.searchsorted(np.sort(-scores[at]), -grid, side="right")
            curves.append(np.append(0, _mcc(wrong))[said])
        precision = np.cumsum(wrong) / np.arange(1, len(wrong) + 1)
        top = " ".join(
            f"{(label[: int(len(label) * share)] > 0).mean():.3f}" for share in (0.005, 0.01, 0.05)
        )
        yield (
            f"{name}: base {wrong.mean():.3f}, best MCC {_mcc(wrong).max():.4f},"
            f" AP {precision[wrong].mean():.4f}, any of 0.5, 1, 5 %: {top}"
        )

    yield f"mean of {len(curves)}: {np.mean(curves, 0).max():.4f} with one threshold"


def bins(claims: Any, true: Any) -> list[tuple[float, float, int]]:
    """Return, for groups of equal size, what was claimed, what was true, and how many there are."""
    import numpy as np

    order = np.argsort(claims, kind="stable")
    return [
        (float(claims[some].mean()), float(true[some].mean()), len(some))
        for some in np.array_split(order, _BINS)
    ]


def ece(claims: Any, true: Any) -> float:
    """Return the mean distance between claim and truth, weighted by size (Naeini et al., 2015)."""
    some = claims >= LEAST
    groups = bins(claims[some], true[some])
    return sum(size * abs(claim - share) for claim, share, size in groups) / int(some.sum())


def _mcc(wrong: Any) -> Any:
    """Return the MCC at each threshold, of labels from the highest score to the lowest."""
    import numpy as np

    tp = np.cumsum(wrong).astype(float)
    said, size, total = np.arange(1.0, len(wrong) + 1), len(wrong), float(wrong.sum())
    below = np.sqrt(said * total * (size - said) * (size - total))
    return (tp * size - said * total) / np.maximum(below, 1e-9)
