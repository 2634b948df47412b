"""Serves the ml tier with gunicorn: `python main.py`. Ends with status 2 if the environment is wrong."""

import os
import sys

from gunicorn.app.base import BaseApplication

from app import create_app
from model import load
from settings import Settings, Unusable, read_settings


class Server(BaseApplication):
    """One process with threads: NumPy lets others run while it computes, and a second process would hold a second model."""

    def __init__(self, settings: Settings):
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        options = {
            "bind": self._settings.listen,
            "workers": 1,
            "worker_class": "gthread",
            "threads": 8,
            # The heartbeat file needs a place that is writable where the root file system is not.
            "worker_tmp_dir": "/dev/shm" if os.path.isdir("/dev/shm") else None,
            "control_socket_disable": True,
            # What a pod has left after the pause before its end: 45 s of grace less 10 s, and a margin.
            "graceful_timeout": 30,
            # Longer than the hour after which Envoy closes idle connections: who closes last loses no request.
            "keepalive": 65 * 60,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self):
        return create_app(self._settings, load(self._settings.model))


def main() -> None:
    try:
        settings = read_settings(os.environ)
    except Unusable as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    Server(settings).run()


if __name__ == "__main__":
    main()
