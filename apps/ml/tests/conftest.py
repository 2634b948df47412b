from pathlib import Path

import pytest

from model import Model
from settings import Settings
from train import RELEASES, train


@pytest.fixture(scope="session")
def models() -> dict[str, Model]:
    """By the name of the release."""
    return {release: train(release) for release in RELEASES}


@pytest.fixture
def settings() -> Settings:
    return Settings("127.0.0.1:0", "ml-canary", Path("model.npz"), 0, 500, 0)
