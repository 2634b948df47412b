"""The ml tier of 3RVision: POST /predict reads the digit on a picture."""

import json
import sys
import time
from threading import Lock

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from model import Model
from picture import Refused, cells_of
from settings import Settings

MAX_UPLOAD = 1 << 20
"""The most bytes of an image."""
PROBES = ("/health", "/ready")


class Fault:
    """Makes a share of the requests fail, spread evenly: it is reached with few requests and on every run."""

    def __init__(self, rate: float):
        self._rate, self._due, self._lock = rate, 0.0, Lock()

    def strikes(self) -> bool:
        with self._lock:
            self._due += self._rate
            # Shares such as 0.1 have no exact binary form: ten of them are a little less than one.
            if self._due < 1 - 1e-9:
                return False
            self._due -= 1
            return True


def create_app(settings: Settings, model: Model) -> Flask:
    """The tier; it calls nobody, so a request's headers end here, in its log."""
    app = Flask("ml", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_UPLOAD
    fault = Fault(settings.error_rate)

    def say(code: int, **more) -> Response:
        answer = {"name": settings.name, "code": code, **more}
        headers = {"cache-control": "no-store", "x-content-type-options": "nosniff", "x-served-by": settings.name}
        return Response(json.dumps(answer) + "\n", code, headers, mimetype="application/json")

    @app.before_request
    def begin():
        g.start = time.monotonic()
        if request.path not in PROBES:
            time.sleep(settings.delay)
            if fault.strikes():
                return say(settings.error_code, error="failed on purpose: ERROR_RATE asks for it")
        return None

    @app.get("/health")
    @app.get("/ready")
    @app.get("/")
    def here():
        return say(200)

    @app.post("/predict")
    def predict():
        likely = model.probabilities(cells_of(request.get_data()))[0]
        digit = int(likely.argmax())
        return say(200, result={"digit": digit, "confidence": round(float(likely[digit]), 4), "model": model.name})

    @app.errorhandler(Refused)
    def refused(error: Refused):
        return say(error.code, error=str(error))

    @app.errorhandler(HTTPException)
    def wrong(error: HTTPException):
        text = "the image has more than 1 MiB: send a smaller one" if error.code == 413 else error.description
        answer = say(error.code or 500, error=text)
        for header, value in error.get_headers():
            if header.lower() == "allow":
                answer.headers[header] = value
        return answer

    @app.after_request
    def log(answer: Response) -> Response:
        if request.path not in PROBES:
            line = {
                "msg": "request",
                "method": request.method,
                "path": request.path,
                "status": answer.status_code,
                "duration_ms": round((time.monotonic() - g.start) * 1000),
                "served_by": settings.name,
                "trace_id": trace_id(request.headers),
                "request_id": request.headers.get("x-request-id", ""),
            }
            print(json.dumps(line), file=sys.stdout, flush=True)
        return answer

    return app


def trace_id(headers) -> str:
    """The id that all spans of a request share, in whichever form the caller sent it; empty without one."""
    parts = headers.get("traceparent", "").split("-")
    if len(parts) >= 4:
        return parts[1]
    return headers.get("x-b3-traceid") or headers.get("b3", "").partition("-")[0]
