"""From a picture of a digit to the cells that models know."""

import io

import numpy as np
from PIL import Image, ImageFilter, UnidentifiedImageError

MAX_PIXELS = 4 << 20
"""Bounds what a small file can unfold to."""
CELLS, CELL = 8, 4
USUAL_INK = 0.28
"""Share of the points that are black; it is 0.305 in the digits that models learn from."""
LEAST_CONTRAST = 32
"""Of 255: less than that is paper, not ink."""


class Refused(Exception):
    """An error of the caller, with the HTTP status that says so."""

    def __init__(self, code: int, text: str):
        super().__init__(text)
        self.code = code


def cells_of(content: bytes) -> np.ndarray:
    """One row of 64 cells, 0 to 1, of a PNG or JPEG: made as the digits were that models learn from.

    They were cut out, scaled to 32 x 32 points in black and white, and counted in blocks of 4 x 4; see
    https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits
    """
    points = framed(cut_out(ink(grey(content))))
    # Thin pens leave less ink than those that the models have seen.
    for _ in range(CELL):
        if points.mean() >= USUAL_INK * 255:
            break
        thick = Image.fromarray(np.pad(points, 1)).filter(ImageFilter.MaxFilter(3))
        points = framed(cut_out(np.asarray(thick) > 0))
    return (points.reshape(CELLS, CELL, CELLS, CELL).mean(axis=(1, 3)) / 255).reshape(1, -1)


def framed(digit: np.ndarray) -> np.ndarray:
    """The digit, 0 and 255, as large as it can be in the middle of 32 x 32 points."""
    side = CELLS * CELL
    height, width = digit.shape
    scale = side / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    scaled = Image.fromarray(digit).resize(size, Image.Resampling.BOX).point(lambda value: 255 * (value >= 128))
    frame = Image.new("L", (side, side))
    frame.paste(scaled, ((side - size[0]) // 2, (side - size[1]) // 2))
    return np.asarray(frame)


def grey(content: bytes) -> np.ndarray:
    """Brightness of every pixel, 0 to 255; what is transparent shows white paper."""
    if not content:
        raise Refused(400, "there is no image: send a PNG or JPEG as the body")
    try:
        image = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
        if image.width * image.height > MAX_PIXELS:
            raise Refused(413, f"the image has {image.width} x {image.height} pixels: send one of at most 2048 x 2048")
        image.load()
        coloured = image.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise Refused(415, "the file is no PNG and no JPEG, whatever its name says") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise Refused(400, "the image is damaged or not complete: send it again") from error
    paper = Image.new("RGBA", coloured.size, "white")
    return np.asarray(Image.alpha_composite(paper, coloured).convert("L"))


def ink(brightness: np.ndarray) -> np.ndarray:
    """Where something is drawn, dark on light or light on dark: the border is paper."""
    border = np.concatenate([brightness[0], brightness[-1], brightness[:, 0], brightness[:, -1]])
    contrast = np.abs(brightness.astype(int) - int(np.median(border)))
    if contrast.max() < LEAST_CONTRAST:
        raise Refused(400, "nothing is drawn on the image")
    return contrast * 2 >= contrast.max()


def cut_out(drawn: np.ndarray) -> np.ndarray:
    """The smallest part that has all ink, as 0 and 255."""
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    part = drawn[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return part.astype(np.uint8) * 255
