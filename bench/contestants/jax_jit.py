"""JAX's part of the benchmark: one JSON request per line on stdin, one JSON answer per line on stdout.

    {"train": {"rate": 0.5, "epochs": 100, "batchSize": 100}}          one network: the whole training is one compiled program
    {"first": {"rate": 0.5, "epochs": 100, "batchSize": 100}}          the same, compiled anew
    {"sweep": {"first": 0, "seeds": 100, "rates": [0, 0.5], ...}}      a process's share of the seeds, each on data of its own

On one thread; whoever starts it says on which core.
"""

import functools
import json
import os
import sys
import time

os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false"

import jax
import jax.numpy as jnp
import numpy as np

SIZES = [2, 64, 64, 64, 64, 1]
RATE, BETA1, BETA2, EPSILON = 0.01, 0.9, 0.999, 1e-7


def logits(params, h, rate, key=None):
    for i, (w, b) in enumerate(params):
        h = h @ w + b
        if i < len(params) - 1:
            h = jax.nn.relu(h)
            if key is not None and rate > 0:
                kept = jax.random.bernoulli(jax.random.fold_in(key, i), 1 - rate, h.shape)
                h = jnp.where(kept, h / (1 - rate), 0)
    return h


def cross_entropy(z, y):
    return jnp.mean(jnp.maximum(z, 0) - z * y + jnp.log1p(jnp.exp(-jnp.abs(z))))


def adam(params, gradients, state):
    m, v, t = state
    t = t + 1
    m = jax.tree.map(lambda m, g: m + (1 - BETA1) * (g - m), m, gradients)
    v = jax.tree.map(lambda v, g: v + (1 - BETA2) * (g * g - v), v, gradients)
    rate = RATE * jnp.sqrt(1 - BETA2**t) / (1 - BETA1**t)
    return jax.tree.map(lambda p, m, v: p - rate * m / (jnp.sqrt(v) + EPSILON), params, m, v), (m, v, t)


def initial(key):
    pairs = list(zip(SIZES, SIZES[1:]))
    limits = [(6 / (n_in + n_out)) ** 0.5 for n_in, n_out in pairs]
    keys = jax.random.split(key, len(pairs))
    return [(jax.random.uniform(k, s, minval=-l, maxval=l), jnp.zeros(s[1])) for k, s, l in zip(keys, pairs, limits)]


@functools.partial(jax.jit, static_argnames=("rate", "epochs", "batchSize"))
def program(seed, X, y, XTest, yTest, rate, epochs, batchSize):
    """Trains one network; returns its weights and, where there are test points, the validation loss of each epoch."""

    def step(carry, rows, key):
        params, state = carry
        gradients = jax.grad(lambda p: cross_entropy(logits(p, X[rows], rate, key), y[rows]))(params)
        return adam(params, gradients, state)

    def epoch(carry, key):
        shuffling, *keys = jax.random.split(key, 1 + -(-len(X) // batchSize))
        order = jax.random.permutation(shuffling, len(X))
        for i, k in enumerate(keys):
            carry = step(carry, order[i * batchSize : (i + 1) * batchSize], k)
        return carry, cross_entropy(logits(carry[0], XTest, rate), yTest) if XTest is not None else None

    start, training = jax.random.split(jax.random.key(seed))
    params = initial(start)
    zeros = jax.tree.map(jnp.zeros_like, params)
    (params, _), losses = jax.lax.scan(epoch, (params, (zeros, zeros, 0.0)), jax.random.split(training, epochs))
    return params, losses


@functools.partial(jax.jit, static_argnames="rate")
def accuracy(params, X, y, rate):
    return jnp.mean((logits(params, X, rate) > 0) == (y > 0.5))


def train(data, rate, epochs, batchSize):
    X, y, XTest, yTest = (np.array(data[name], dtype=np.float32) for name in ("X", "y", "XTest", "yTest"))
    return program(1, X, y, XTest, yTest, rate, epochs, batchSize)[1][-1].item()


def first(data, **training):
    jax.clear_caches()
    return train(data, **training)


def sweep(data, first, seeds, rates, epochs, batchSize, points, freshPoints):
    """The mean accuracy of each arm on fresh points."""
    sums = [0.0] * len(rates)
    for seed in range(first, first + seeds):
        random = np.random.default_rng(seed)
        y = np.arange(points + freshPoints) % 2
        X = np.array([[0, 0], [0.5, 0.1]])[y] + 0.25 * random.standard_normal((len(y), 2))
        X, y = X.astype(np.float32), y.astype(np.float32)[:, None]
        for arm, rate in enumerate(rates):
            params, _ = program(seed, X[:points], y[:points], None, None, rate, epochs, batchSize)
            sums[arm] += accuracy(params, X[points:], y[points:], rate).item()
    return [total / seeds for total in sums]


def main():
    data = None
    print(json.dumps({"version": jax.__version__}), flush=True)
    for line in sys.stdin:
        [(name, request)] = json.loads(line).items()
        if name == "data":
            data, answer = request, {}
        else:
            start = time.perf_counter()
            result = {"train": train, "first": first, "sweep": sweep}[name](data, **request)
            answer = {"ms": (time.perf_counter() - start) * 1000, "result": result}
        print(json.dumps(answer), flush=True)


main()
