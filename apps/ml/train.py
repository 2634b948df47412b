"""Trains the model of a release on the digits that scikit-learn brings: `python train.py stable model.npz`.

Data: 1797 handwritten digits of 43 people, 8 x 8 cells of 0 to 16, https://doi.org/10.24432/C50P49 (CC BY 4.0).
"""

import argparse
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

from model import Model

SEED = 0
HELD_OUT = 0.3
RELEASES = ("stable", "canary")


def split() -> list[np.ndarray]:
    """Cells to learn from and held out, digits to learn from and held out; each digit has its share in both."""
    digits = load_digits()
    return train_test_split(
        digits.data / 16, digits.target, test_size=HELD_OUT, random_state=SEED, stratify=digits.target
    )


def train(release: str) -> Model:
    """The same numbers on every run: one thread adds in one order."""
    cells, held_out, digits, expected = split()
    with threadpool_limits(limits=1):
        name, layers = plain(cells, digits) if release == "stable" else better(cells, digits)
    right = Model(name, 0, layers).probabilities(held_out).argmax(axis=1) == expected
    return Model(name, float(right.mean()), layers)


def plain(cells: np.ndarray, digits: np.ndarray):
    """Each cell votes for each digit, and votes are kept small."""
    found = LogisticRegression(C=0.1, max_iter=500).fit(cells, digits)
    return "logistic-regression", ((found.coef_.T, found.intercept_),)


def better(cells: np.ndarray, digits: np.ndarray):
    """One hidden layer, which has also seen every digit moved by a cell: nobody draws in the same place."""
    seen = np.concatenate([moved(cells, *by) for by in ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))])
    network = MLPClassifier((128,), alpha=0.01, tol=0.001, random_state=SEED)
    found = network.fit(seen, np.tile(digits, 5))
    return "neural-network", tuple(zip(found.coefs_, found.intercepts_, strict=True))


def moved(cells: np.ndarray, down: int, right: int) -> np.ndarray:
    """The pictures moved by so many cells; what leaves on one side is empty on the other."""
    frame = np.pad(cells.reshape(-1, 8, 8), ((0, 0), (1, 1), (1, 1)))
    return frame[:, 1 - down : 9 - down, 1 - right : 9 - right].reshape(-1, 64)


def main() -> None:
    arguments = argparse.ArgumentParser(description="Trains the model of a release.")
    arguments.add_argument("release", choices=RELEASES)
    arguments.add_argument("file", type=Path, help="where the model goes: a .npz file")
    given = arguments.parse_args()
    model = train(given.release)
    model.save(given.file)
    print(f"{given.release}: {model.name} reads {model.accuracy:.4f} of the held-out digits")


if __name__ == "__main__":
    main()
