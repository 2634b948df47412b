import io
import json
import random
from dataclasses import replace

import pytest
from PIL import Image

from app import create_app, trace_id
from settings import Unusable, read_settings
from strokes import drawn


@pytest.fixture
def client(models, settings):
    return create_app(settings, models["canary"]).test_client()


def blank(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("L", (width, height), 255).save(file, "PNG")
    return file.getvalue()


def test_predict_reads_a_digit(client):
    answer = client.post("/predict", data=drawn(1), content_type="image/png")
    assert answer.status_code == 200
    assert answer.headers["x-served-by"] == "ml-canary"
    assert answer.json["name"] == "ml-canary" and answer.json["code"] == 200
    assert answer.json["result"]["digit"] == 1
    assert answer.json["result"]["model"] == "neural-network"
    assert 0.5 < answer.json["result"]["confidence"] <= 1


@pytest.mark.parametrize("path", ["/health", "/ready", "/"])
def test_who_is_there(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.json) == (200, {"name": "ml-canary", "code": 200})


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"", 400, "no image"),
        (b"a text that somebody named .png", 415, "no PNG"),
        (drawn(1)[:-200], 400, "not complete"),
        (drawn(1, form="JPEG")[:-200], 400, "not complete"),
        (blank(8, 8), 400, "nothing is drawn"),
        (blank(4096, 2048), 413, "2048 x 2048"),
        (bytes(2 << 20), 413, "1 MiB"),
    ],
    ids=["no file", "text", "truncated PNG", "truncated JPEG", "blank", "many pixels", "2 MiB"],
)
def test_what_callers_do_wrong(client, content, code, says):
    answer = client.post("/predict", data=content)
    assert (answer.status_code, answer.json["code"]) == (code, code)
    assert says in answer.json["error"]


def test_other_methods_and_paths(client):
    refused = client.get("/predict")
    assert refused.status_code == 405 and "POST" in refused.headers["allow"]
    assert client.get("/elsewhere").json["code"] == 404


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_noise_crashes_nothing(client, form):
    picture, dice = drawn(3, side=64, form=form), random.Random(1)
    for _ in range(200):
        noisy = bytearray(picture)
        noisy[dice.randrange(len(noisy))] ^= dice.randint(1, 255)
        assert client.post("/predict", data=bytes(noisy)).status_code < 500


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (2, 2)])
def test_the_smallest_pictures_crash_nothing(client, size):
    image = Image.new("L", size, 255)
    image.putpixel((0, 0), 0)
    file = io.BytesIO()
    image.save(file, "PNG")
    assert client.post("/predict", data=file.getvalue()).status_code in (200, 400)


def test_faults_are_spread_evenly_and_spare_probes(models, settings):
    bad = create_app(replace(settings, error_rate=0.1, error_code=503), models["stable"]).test_client()
    codes = []
    for _ in range(30):
        codes.append(bad.get("/").status_code)
        assert bad.get("/health").status_code == 200
    assert [at for at, code in enumerate(codes, 1) if code == 503] == [10, 20, 30]


@pytest.mark.parametrize(
    "headers", [{"traceparent": "00-abc-def-01"}, {"x-b3-traceid": "abc"}, {"b3": "abc-def-1"}], ids=str
)
def test_the_headers_of_a_request_end_in_the_log(client, capsys, headers):
    """The tier calls nobody: what came in is not lost, but found by it."""
    client.get("/", headers={**headers, "x-request-id": "r1"})
    line = json.loads(capsys.readouterr().out)
    assert (line["trace_id"], line["request_id"], line["served_by"]) == ("abc", "r1", "ml-canary")
    assert trace_id({}) == ""


def test_everything_wrong_with_the_environment_is_told():
    wrong = {"LISTEN_ADDR": "5001", "ERROR_RATE": "nan", "ERROR_CODE": "2e2", "ADDED_DELAY_MS": "-1", "MODEL": "/none"}
    with pytest.raises(Unusable) as told:
        read_settings(wrong)
    assert [line.split(" is ")[0] for line in sorted(str(told.value).splitlines())] == sorted(wrong)


def test_settings_have_defaults(tmp_path):
    model = tmp_path / "model.npz"
    model.touch()
    found = read_settings({"MODEL": str(model)})
    assert (found.listen, found.name, found.error_rate, found.delay) == ("127.0.0.1:5001", "ml-stable", 0, 0)
