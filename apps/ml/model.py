"""A model that reads digits: dense layers of numbers, so that who serves it needs no more than NumPy."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Model:
    """Layers of weights (inputs x outputs) and biases (outputs); a rectifier between them, softmax after the last."""

    name: str
    """What answers call it."""
    accuracy: float
    """Share of the held-out digits that it reads right, 0 to 1."""
    layers: tuple[tuple[np.ndarray, np.ndarray], ...]

    def probabilities(self, cells: np.ndarray) -> np.ndarray:
        """For each row of 64 cells (0 to 1, row by row of an 8 x 8 picture): how likely each of the ten digits is."""
        *hidden, (weights, biases) = self.layers
        for each, offset in hidden:
            cells = np.maximum(cells @ each + offset, 0)
        scores = cells @ weights + biases
        # Softmax does not change with a constant, and e to a large number is none.
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)

    def save(self, file: Path) -> None:
        """Writes numbers and names alone: no code comes out of the file again."""
        arrays = {f"{kind}{at}": each[k] for at, each in enumerate(self.layers) for k, kind in enumerate("wb")}
        np.savez(file, name=np.array(self.name), accuracy=np.array(self.accuracy), **arrays)


def load(file: Path) -> Model:
    """Reads what `save` wrote; raises OSError without the file, ValueError if there is code in it."""
    with np.load(file, allow_pickle=False) as found:
        count = sum(key.startswith("w") for key in found.files)
        layers = tuple((found[f"w{at}"], found[f"b{at}"]) for at in range(count))
        return Model(str(found["name"]), float(found["accuracy"]), layers)
