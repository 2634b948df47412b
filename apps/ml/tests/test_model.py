import numpy as np
import pytest

from model import Model, load
from picture import cells_of
from strokes import STROKES, drawn
from train import RELEASES, moved, split, train


def test_the_canary_reads_better_than_the_stable_release(models, capsys):
    with capsys.disabled():
        print({release: round(model.accuracy, 4) for release, model in models.items()})
    assert 0.93 <= models["stable"].accuracy <= 0.965
    assert models["canary"].accuracy >= 0.98


def test_accuracy_is_of_digits_that_no_model_has_learnt_from(models):
    learnt, held_out, _, expected = split()
    assert len(held_out) == 540
    assert not {row.tobytes() for row in learnt} & {row.tobytes() for row in held_out}
    for model in models.values():
        right = (model.probabilities(held_out).argmax(axis=1) == expected).mean()
        assert right == model.accuracy


@pytest.mark.parametrize("release", RELEASES)
def test_training_gives_the_same_numbers_again(models, release):
    again = train(release)
    for one, other in zip(models[release].layers, again.layers, strict=True):
        np.testing.assert_array_equal(one[0], other[0])
        np.testing.assert_array_equal(one[1], other[1])


@pytest.mark.parametrize("release", RELEASES)
def test_a_file_holds_the_whole_model(models, release, tmp_path):
    model = models[release]
    model.save(tmp_path / "model.npz")
    again = load(tmp_path / "model.npz")
    cells = split()[1]
    assert (again.name, again.accuracy) == (model.name, model.accuracy)
    np.testing.assert_array_equal(again.probabilities(cells), model.probabilities(cells))
    np.testing.assert_allclose(again.probabilities(cells).sum(axis=1), 1)


def test_a_file_with_code_in_it_is_not_read(tmp_path):
    layer = (np.array([print], dtype=object), np.zeros(1))
    Model("with code", 0, (layer,)).save(tmp_path / "model.npz")
    with pytest.raises(ValueError, match="allow_pickle"):
        load(tmp_path / "model.npz")


def test_pictures_are_moved_and_not_rolled():
    cells = np.zeros((1, 64))
    cells[0, 0] = 1
    assert np.flatnonzero(moved(cells, 1, 0)).tolist() == [8]
    assert np.flatnonzero(moved(cells, 0, 1)).tolist() == [1]
    assert not moved(cells, -1, 0).any()


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("digit", STROKES)
@pytest.mark.parametrize("look", [{}, {"pen": 1.2}, {"pen": 3}, {"side": 64}, {"form": "JPEG"}, {"negative": True}])
def test_every_code_is_read_however_it_is_drawn(models, release, digit, look):
    assert models[release].probabilities(cells_of(drawn(digit, **look))).argmax() == digit
