"""PyTorch's part of the benchmark: one JSON request per line on stdin, one JSON answer per line on stdout.

    {"train": {"rate": 0.5, "epochs": 100, "batchSize": 100}}             one network, eager, one thread
    {"batched": {"seeds": 200, "rates": [0, 0.5], "epochs": 100, ...}}   all seeds of an arm in one bmm, all threads
"""

import json
import sys
import time

import torch
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

SIZES = [2, 64, 64, 64, 64, 1]
THREADS = torch.get_num_threads()


def train(data, rate, epochs, batchSize):
    torch.set_num_threads(1)
    X, y, XTest, yTest = (torch.tensor(data[name], dtype=torch.float32) for name in ("X", "y", "XTest", "yTest"))
    layers = []
    for n_in, n_out in zip(SIZES[:-2], SIZES[1:-1]):
        layers += [torch.nn.Linear(n_in, n_out), torch.nn.ReLU()] + ([torch.nn.Dropout(rate)] if rate else [])
    model = torch.nn.Sequential(*layers, torch.nn.Linear(SIZES[-2], 1))
    adam = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(epochs):
        model.train()
        for rows in torch.randperm(len(X)).split(batchSize):
            adam.zero_grad()
            loss = cross_entropy(model(X[rows]), y[rows])
            loss.backward()
            adam.step()
        model.eval()
        with torch.no_grad():
            validation = cross_entropy(model(XTest), yTest)
    return validation.item()


def batched(seeds, rates, epochs, batchSize, points, freshPoints):
    torch.set_num_threads(THREADS)
    centers = torch.tensor([[0.0, 0.0], [0.5, 0.1]])
    y = torch.arange(points + freshPoints) % 2
    cloud = centers[y] + 0.25 * torch.randn(seeds, points + freshPoints, 2)
    y = y.float().expand(seeds, -1).unsqueeze(2)
    X, fresh = cloud[:, :points], cloud[:, points:]
    accuracies = []
    for rate in rates:
        params = []
        for n_in, n_out in zip(SIZES, SIZES[1:]):
            params += [(2 * torch.rand(seeds, n_in, n_out) - 1) * (6 / (n_in + n_out)) ** 0.5, torch.zeros(seeds, 1, n_out)]
        for p in params:
            p.requires_grad_()
        adam = torch.optim.Adam(params, lr=0.01, fused=True)

        def logits(h, training):
            for i in range(0, len(params) - 2, 2):
                h = torch.relu(torch.baddbmm(params[i + 1], h, params[i]))
                h = torch.nn.functional.dropout(h, rate, training and rate > 0)
            return torch.baddbmm(params[-1], h, params[-2])

        for _ in range(epochs):
            for rows in torch.rand(seeds, points).argsort(1).split(batchSize, 1):
                rows = rows.unsqueeze(2)
                adam.zero_grad()
                loss = cross_entropy(logits(X.gather(1, rows.expand(-1, -1, 2)), True), y[:, :points].gather(1, rows))
                (loss * seeds).backward()
                adam.step()
        with torch.no_grad():
            accuracies.append(((logits(fresh, False) > 0) == (y[:, points:] > 0.5)).float().mean().item())
    return accuracies


def main():
    data = None
    print(json.dumps({"version": torch.__version__, "threads": THREADS}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        if "data" in request:
            data, answer = request["data"], {}
        else:
            start = time.perf_counter()
            result = train(data, **request["train"]) if "train" in request else batched(**request["batched"])
            answer = {"ms": (time.perf_counter() - start) * 1000, "result": result}
        print(json.dumps(answer), flush=True)


main()
