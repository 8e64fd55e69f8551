"""The network of newsfix.models.network as JAX learns it: where its weights begin, what it says, how it learns.

Sets differ in how much their editors change and their raters mark: six words in ten, or one. Which set a sentence
is from can be told from what it is about, and a network that spends itself on this ranks the words of a set worse.
So each set has a weight of its own, added to the logits of its words while learning and then thrown away: the words
are only to say what is wrong beside others of their set (as A. Menon et al., 2021, take account of priors). How much
is wrong in texts of one kind is learned beside it, from what is known of the whole sentence: its level.
"""

import random
from typing import Any

from newsfix.models.network import KINDS
from tools.phrasing.batches import PADDING, TOGETHER, batches

LAYERS = 3
_SEED = 1
_DROPPED = 0.2  # of what is passed on, and of words, so that evidence is used too
_LEVEL = 1.0  # what the level counts beside the words
_LEAST = 0.02  # the rate ends at this part of itself
#: What is not a part of the network that is kept.
LEARNING_ONLY = frozenset({"prior"})


def beginning(columns: int, vectors: Any, width: int) -> dict[str, Any]:
    """Return weights to begin with; vectors that are narrower than the network are filled up by chance."""
    import jax
    import numpy as np
    from jax import numpy as jnp

    keys = iter(jax.random.split(jax.random.PRNGKey(_SEED), 20))

    def some(inputs: int, outputs: int, size: float) -> Any:
        return jax.random.normal(next(keys), (inputs, outputs)) * size / inputs**0.5

    words, own = vectors.shape
    vectors = vectors / vectors.std()
    more = np.random.default_rng(_SEED).standard_normal((words, width - own)) * 0.3
    first = jnp.concatenate((some(columns, width, 0.7), some(sum(KINDS), width, 1.6)))
    parts = {
        "words": jnp.asarray(np.concatenate((vectors, more), 1) * 0.25, jnp.float32),
        "first": first,
    }
    for at in range(LAYERS):
        parts[f"layer{at}"] = some(3 * width, width, 0.85)
    parts["sentence"] = some(2 * width, width, 1.0)
    parts["head"] = some(2 * width, width, 1.4)
    bases = {f"{name}_base": jnp.zeros(width) for name in parts if name != "words"}
    last = {"last": jnp.zeros(width), "last_base": jnp.zeros(1)}
    level = {"level": jnp.zeros(width), "level_base": jnp.full(1, -1.0)}
    return {**parts, **bases, **last, **level}


def learned(
    data: dict[str, Any], kept: Any, weights: dict[str, Any], epochs: int, rate: float
) -> dict[str, Any]:
    """Return the weights that were learned from the rows that are ``kept``, as tools.phrasing.batches has them."""
    import jax
    import numpy as np
    import optax
    from jax import numpy as jnp

    jax.config.update("jax_default_prng_impl", "unsafe_rbg")
    shares = _shares(data["labels"][kept], data["sets"][kept])
    # Words that are not there stay as they are: without them a step takes half of the time.
    there = np.unique(data["numbers"][kept])
    data = {**data, "numbers": np.searchsorted(there, data["numbers"])}
    weights = {name: jnp.asarray(part) for name, part in weights.items()}
    every = weights["words"]
    weights |= {"words": every[there], "prior": jnp.log(shares / (1 - shares))}
    steps = int(epochs * kept.sum() / TOGETHER * PADDING)
    schedule = optax.cosine_decay_schedule(rate, steps, _LEAST)
    inner = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=0.02))
    method = optax.multi_transform(
        {"words": optax.adam(lambda step: schedule(step) * 0.5), "inner": inner},
        {name: "words" if name == "words" else "inner" for name in weights},
    )
    state = method.init(weights)

    def loss(weights: Any, batch: Any, key: Any) -> Any:
        numbers, kinds, rows, mask, labels, sets = batch
        words, level = forward(weights, numbers, kinds, rows, mask, key)
        own = words + weights["prior"][sets][:, None]
        # The level is learned for the words as they are, and must not pull at them.
        whole = jax.lax.stop_gradient(words) + level[:, None]
        entropy = optax.sigmoid_binary_cross_entropy
        total = entropy(own, labels) + _LEVEL * entropy(whole, labels)
        return (total * mask).sum() / mask.sum() + 1e-4 * (weights["prior"] ** 2).sum()

    def improved(weights: Any, state: Any, batch: Any, key: Any) -> Any:
        value, slope = jax.value_and_grad(loss)(weights, batch, key)
        updates, state = method.update(slope, state, weights)
        return optax.apply_updates(weights, updates), state, value

    step = jax.jit(improved, donate_argnums=(0, 1))
    chance = random.Random(_SEED)  # noqa: S311 - the same every time
    key = jax.random.PRNGKey(_SEED)
    count, mean = 0, 0.75
    for epoch in range(epochs):
        for batch in batches(data, kept, chance):
            made = tuple(map(jnp.asarray, batch))
            weights, state, value = step(weights, state, made, jax.random.fold_in(key, count))
            count, mean = count + 1, 0.98 * mean + 0.02 * float(value)
        print(f"epoch {epoch}: {count} of {steps} steps, loss {mean:.4f}", flush=True)
    weights = {**weights, "words": every.at[there].set(weights["words"])}
    return {name: np.asarray(part) for name, part in weights.items() if name not in LEARNING_ONLY}


def _shares(labels: Any, sets: Any) -> Any:
    """Return which share of each set is wrong; sets that have no rows count as half."""
    import numpy as np

    return (np.bincount(sets, labels) + 1) / (np.bincount(sets) + 2)


def forward(
    weights: Any, numbers: Any, kinds: Any, rows: Any, mask: Any, key: Any
) -> tuple[Any, Any]:
    """Return the logits of words and the levels of sentences, with parts left out by chance."""
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
    whole = thinned(layer("sentence", jnp.concatenate((mean, highest), -1)))
    beside = jnp.broadcast_to(whole[:, None], state.shape)
    head = layer("head", jnp.concatenate((thinned(state), beside), -1))
    words = head @ weights["last"] + weights["last_base"][0]
    return words, whole @ weights["level"] + weights["level_base"][0]
