"""Learn which words are wrong: the network of newsfix.models.network, with JAX on one core.

    python -m tools.phrasing.detector ROWS VECTORS OUT [--skip SET ...]

Words of the vocabulary, which begin as the vectors of tools.phrasing.embeddings, and what is known of each go in;
what comes out is taught to be the share of judges that find the word wrong.
Documents kept for tuning are not learned from. Weights are rounded to the steps in which
they are kept before anything is measured.
"""

import argparse
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsfix.models.evidence import NAMES
from newsfix.models.network import FARTHEST, KINDS, UNIT, WORD_UNIT, pack_network
from tools.phrasing.learn import tuning
from tools.phrasing.scores import figures, scored

LAYERS = 3
_EPOCHS, _RATE, _SEED = 6, 4e-3, 1
_DROPPED = 0.2  # of what is passed on, and of words, so that evidence is used too
#: Sentences are padded to one of these lengths; what is longer is cut for learning.
_LENGTHS = (16, 32, 64, 128)
_TOGETHER = 4096  # words and padding in a batch


def main() -> int:
    """Learn, write the network, and print figures on tuning and dev documents."""
    # One thread: sums in another order would give other weights.
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=_EPOCHS)
    parser.add_argument("--skip", nargs="*", default=[], help="sets that are left out")
    options = parser.parse_args()
    data = dict(np.load(options.rows / "train.npz"))
    tune = tuning(data["documents"])[0]
    kept = ~tune & ~np.isin(data["sets"], options.skip)
    options.out.mkdir(parents=True, exist_ok=True)
    file = options.out / "network.bin"
    weights = learned(data, kept, np.load(options.vectors), options.epochs)
    file.write_bytes(packed(weights, data["rows"][kept]))
    dev = dict(np.load(options.rows / "dev.npz"))
    for title, part, some in (("tune", data, tune), ("dev", dev, slice(None))):
        found = scored(file.read_bytes(), part)
        for line in figures(found[some], part["labels"][some], part["sets"][some]):
            print(title, line, flush=True)
    return 0


def learned(data: dict[str, Any], kept: Any, vectors: Any, epochs: int) -> dict[str, Any]:
    """Return the weights that were learned from the rows that are ``kept``."""
    import jax
    import numpy as np
    import optax
    from jax import numpy as jnp

    jax.config.update("jax_default_prng_impl", "unsafe_rbg")
    scaled = _scaled(data["rows"], *_scales(data["rows"][kept]))
    weights = _beginning(scaled.shape[1], vectors)
    steps = int(epochs * kept.sum() / _TOGETHER * 1.42)  # with padding
    rate = optax.cosine_decay_schedule(_RATE, steps, 0.02)
    inner = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.02))
    method = optax.multi_transform(
        {"words": optax.adam(lambda step: rate(step) * 0.5), "inner": inner},
        {name: "words" if name == "words" else "inner" for name in weights},
    )
    state = method.init(weights)

    def loss(weights: Any, batch: Any, key: Any) -> Any:
        numbers, kinds, rows, labels, mask = batch
        logits = _forward(weights, numbers, kinds, rows, mask, key)
        return (optax.sigmoid_binary_cross_entropy(logits, labels) * mask).sum() / mask.sum()

    def improved(weights: Any, state: Any, batch: Any, key: Any) -> Any:
        value, slope = jax.value_and_grad(loss)(weights, batch, key)
        updates, state = method.update(slope, state, weights)
        return optax.apply_updates(weights, updates), state, value

    step = jax.jit(improved)
    chance = random.Random(_SEED)  # noqa: S311 - the same every time
    key = jax.random.PRNGKey(_SEED)
    count, mean = 0, 0.5
    for epoch in range(epochs):
        for batch in _batches(data, scaled, kept, chance):
            made = tuple(map(jnp.asarray, batch))
            weights, state, value = step(weights, state, made, jax.random.fold_in(key, count))
            count, mean = count + 1, 0.98 * mean + 0.02 * float(value)
        print(f"epoch {epoch}: {count} of {steps} steps, loss {mean:.4f}", flush=True)
    return {name: np.asarray(part) for name, part in weights.items()}


def _beginning(columns: int, vectors: Any) -> dict[str, Any]:
    """Return weights to begin with."""
    import jax
    from jax import numpy as jnp

    keys = iter(jax.random.split(jax.random.PRNGKey(_SEED), 20))

    width = vectors.shape[1]

    def some(inputs: int, outputs: int, size: float) -> Any:
        return jax.random.normal(next(keys), (inputs, outputs)) * size / inputs**0.5

    first = jnp.concatenate((some(columns, width, 0.7), some(sum(KINDS), width, 1.6)))
    parts = {"words": jnp.asarray(vectors / vectors.std() * 0.25), "first": first}
    for at in range(LAYERS):
        parts[f"layer{at}"] = some(3 * width, width, 0.85)
    parts["sentence"] = some(2 * width, width, 1.0)
    parts["head"] = some(2 * width, width, 1.4)
    bases = {f"{name}_base": jnp.zeros(width) for name in parts if name != "words"}
    return {**parts, **bases, "last": jnp.zeros(width), "last_base": jnp.full(1, -1.0)}


def _forward(weights: Any, numbers: Any, kinds: Any, rows: Any, mask: Any, key: Any) -> Any:
    """Return the logits, with parts left out by chance."""
    import jax
    from jax import numpy as jnp

    keys = iter(jax.random.split(key, LAYERS + 4))
    inside = mask[..., None]

    def thinned(part: Any, shape: tuple[int, ...] | None = None) -> Any:
        stay = jax.random.bernoulli(next(keys), 1 - _DROPPED, shape or part.shape)
        return part * stay / (1 if shape else 1 - _DROPPED)

    def layer(name: str, part: Any) -> Any:
        return jax.nn.relu(part @ weights[name] + weights[f"{name}_base"])

    columns = rows.shape[-1]
    state = thinned(weights["words"][numbers], (*numbers.shape, 1))
    state += rows @ weights["first"][:columns] + weights["first_base"]
    start = columns
    for at, size in enumerate(KINDS):
        state += weights["first"][start + kinds[..., at]]
        start += size
    state = thinned(jax.nn.relu(state)) * inside
    for at in range(LAYERS):
        far = 1 << at
        edge = jnp.zeros_like(state[:, :far])
        before = jnp.concatenate((edge, state[:, :-far]), 1)
        after = jnp.concatenate((state[:, far:], edge), 1)
        part = jnp.concatenate((before, state, after), -1)
        state += layer(f"layer{at}", thinned(part) if at else part) * inside
    mean = state.sum(1) / inside.sum(1)
    highest = jnp.where(inside > 0, state, -1).max(1)
    whole = thinned(layer("sentence", jnp.concatenate((mean, highest), -1)))[:, None]
    whole = jnp.broadcast_to(whole, state.shape)
    head = layer("head", jnp.concatenate((thinned(state), whole), -1))
    return head @ weights["last"] + weights["last_base"][0]


def _scales(rows: Any) -> tuple[Any, Any]:
    import numpy as np

    return rows.mean(0, dtype=np.float64), rows.std(0, dtype=np.float64) + 1e-6


def _scaled(rows: Any, mean: Any, deviation: Any) -> Any:
    import numpy as np

    return np.clip((rows - mean) / deviation, -FARTHEST, FARTHEST).astype(np.float32)


def _batches(
    data: dict[str, Any], scaled: Any, kept: Any, chance: random.Random
) -> Iterator[tuple[Any, ...]]:
    """Yield batches of sentences of like length, in an order of chance."""
    import numpy as np

    starts = np.concatenate(([0], np.cumsum(data["sizes"])[:-1]))
    order = [at for at in range(len(starts)) if kept[starts[at]]]
    chance.shuffle(order)
    waiting: dict[int, list[slice]] = {length: [] for length in _LENGTHS}
    for at in order:
        size = min(int(data["sizes"][at]), _LENGTHS[-1])
        length = next(one for one in _LENGTHS if size <= one)
        waiting[length].append(slice(starts[at], starts[at] + size))
        if len(waiting[length]) == _TOGETHER // length:
            yield _batch(data, scaled, waiting[length], length)
            waiting[length] = []
    for length, some in waiting.items():
        if some:
            yield _batch(data, scaled, some, length)


def _batch(
    data: dict[str, Any], scaled: Any, some: list[slice], length: int
) -> tuple[Any, Any, Any, Any, Any]:
    import numpy as np

    shape = _TOGETHER // length, length
    numbers, labels, mask = np.zeros(shape, np.int32), np.zeros(shape), np.zeros(shape)
    kinds, rows = np.zeros((*shape, len(KINDS)), np.int32), np.zeros((*shape, len(NAMES)))
    mask[len(some) :, 0] = 1e-6  # what is not there has a mean too
    for at, one in enumerate(some):
        size = one.stop - one.start
        numbers[at, :size], kinds[at, :size] = data["numbers"][one], data["kinds"][one]
        rows[at, :size], labels[at, :size] = scaled[one], data["labels"][one]
        mask[at, :size] = 1
    return (
        numbers,
        kinds,
        rows.astype(np.float32),
        labels.astype(np.float32),
        mask.astype(np.float32),
    )


def packed(weights: dict[str, Any], rows: Any) -> bytes:
    """Return the network as bytes, its weights rounded to steps."""
    import numpy as np

    mean, deviation = _scales(rows)
    parts = {"mean": mean.tolist(), "deviation": deviation.tolist()}
    for name, part in weights.items():
        if name == "words":
            whole = np.clip(np.rint(part * WORD_UNIT), -127, 127)
        else:
            whole = np.rint(part * (UNIT * UNIT if name.endswith("_base") else UNIT))
        parts[name] = whole.astype(int).ravel().tolist()
    return pack_network(parts, len(weights["last"]))


if __name__ == "__main__":
    sys.exit(main())
