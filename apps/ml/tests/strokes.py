"""Digits as people draw them with a thick pen: lines through points of a frame that is 10 wide and 16 high."""

import io
import math

from PIL import Image, ImageDraw


def arc(x: float, y: float, width: float, height: float, begin: float, end: float) -> list[tuple[float, float]]:
    """Part of an ellipse around x, y; degrees, clockwise from the right."""
    steps = [begin + (end - begin) * step / 24 for step in range(25)]
    return [(x + width * math.cos(math.radians(at)), y + height * math.sin(math.radians(at))) for at in steps]


STROKES = {
    1: [[(2, 4), (6, 0), (6, 16)]],
    2: [[*arc(5, 4.5, 4.5, 4.5, 190, 400), (0.5, 16), (10, 16)]],
    3: [[*arc(4.5, 4, 4.5, 4, 200, 430), *arc(4.5, 12, 5, 4, 290, 520)]],
    4: [[(6, 0), (0, 10), (10, 10)], [(7, 5), (7, 16)]],
    5: [[(9, 0), (1.5, 0), (1, 7), *arc(4.5, 11, 5, 5, 230, 510)]],
    6: [[(4, 0), (1, 5), (0.5, 11), *arc(4, 12, 3.5, 4, 180, 540)]],
    7: [[(0, 0), (9, 0), (5, 16)], [(2, 8), (10, 8)]],
}


def drawn(digit: int, side: int = 280, pen: float = 2.2, form: str = "PNG", negative: bool = False) -> bytes:
    """The digit in the middle of a square, in a file."""
    paper, colour = ("black", "white") if negative else ("white", "black")
    image = Image.new("RGB", (side, side), paper)
    draw = ImageDraw.Draw(image)
    scale = side / 24
    for stroke in STROKES[digit]:
        points = [((7 + x) * scale, (4 + y) * scale) for x, y in stroke]
        radius = pen * scale / 2
        draw.line(points, fill=colour, width=round(2 * radius), joint="curve")
        for x, y in points:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
    file = io.BytesIO()
    image.save(file, form)
    return file.getvalue()
