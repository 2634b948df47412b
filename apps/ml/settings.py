"""What the environment says about this process."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class Unusable(Exception):
    """Everything that is wrong with the environment, a line each."""


@dataclass(frozen=True)
class Settings:
    listen: str
    """LISTEN_ADDR, host:port; 127.0.0.1:5001 without it, so that nobody listens to the world by accident."""
    name: str
    """NAME, the release in answers and logs; ml-stable without it."""
    model: Path
    """MODEL, the file that train.py wrote; model.npz in this folder without it."""
    error_rate: float
    """ERROR_RATE, the share of requests that fail on purpose, 0 to 1; 0 without it."""
    error_code: int
    """ERROR_CODE, the status that they fail with, 400 to 599; 500 without it."""
    delay: float
    """ADDED_DELAY_MS, in seconds: waited before every answer, at most a minute; 0 without it."""


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Raises Unusable with all that is wrong at once."""
    problems: list[str] = []

    def get(name: str, otherwise: str) -> str:
        return environment.get(name) or otherwise

    def number(name: str, otherwise: str, kind: type, low: int, high: int, like: str):
        text = get(name, otherwise)
        try:
            value = kind(text)
            if math.isfinite(value) and low <= value <= high:
                return value
        except ValueError:
            pass
        problems.append(f'{name} is "{text}": write a number from {low} to {high} like {like}')
        return kind(otherwise)

    listen = get("LISTEN_ADDR", "127.0.0.1:5001")
    host, _, port = listen.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        problems.append(f'LISTEN_ADDR is "{listen}": write host and port like 0.0.0.0:5001')
    settings = Settings(
        listen=listen,
        name=get("NAME", "ml-stable"),
        model=Path(get("MODEL", str(Path(__file__).with_name("model.npz")))),
        error_rate=number("ERROR_RATE", "0", float, 0, 1, "0.2"),
        error_code=number("ERROR_CODE", "500", int, 400, 599, "503"),
        delay=number("ADDED_DELAY_MS", "0", int, 0, 60_000, "250") / 1000,
    )
    if not settings.model.is_file():
        problems.append(f"MODEL is {settings.model}, which is no file: write it with `python train.py`")
    if problems:
        raise Unusable("\n".join(problems))
    return settings
