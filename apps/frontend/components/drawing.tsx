'use client';

import { type PointerEvent, useEffect, useRef, useState } from 'react';

export interface DrawingProps {
  readonly isBusy: boolean;
  readonly onDrawn: (image: Blob) => void;
}

/** Points of the canvas; the page may show it smaller. */
const side = 280;
/** Width of the pen, in points. */
const pen = 26;

/** A place to draw on with mouse, pen or finger; whoever uses a keyboard uploads. */
export function Drawing({ isBusy, onDrawn }: DrawingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isEmpty, setEmpty] = useState(true);
  const clear = (): void => {
    const context = canvas.current?.getContext('2d');
    if (context) {
      // Paper stays white in the dark, too: what is sent looks as what was drawn.
      context.fillStyle = 'white';
      context.fillRect(0, 0, side, side);
      setEmpty(true);
    }
  };
  useEffect(clear, []);
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const context = canvas.current?.getContext('2d');
    if (!context || event.buttons === 0) {
      return;
    }
    const [x, y] = place(event);
    if (event.type === 'pointerdown') {
      event.currentTarget.setPointerCapture(event.pointerId);
      Object.assign(context, { lineWidth: pen, lineCap: 'round', lineJoin: 'round', strokeStyle: 'black' });
      context.beginPath();
      context.moveTo(x, y);
    }
    context.lineTo(x, y);
    context.stroke();
    setEmpty(false);
  };
  const send = (): void => {
    canvas.current?.toBlob((image) => {
      if (image) {
        onDrawn(image);
      }
    }, 'image/png');
  };
  return (
    <section aria-labelledby="draw" className="scripted">
      <h2 id="draw">Draw</h2>
      <canvas
        ref={canvas}
        width={side}
        height={side}
        role="img"
        aria-label="Drawing area: draw one number from 1 to 7. Without a pointer, upload a picture below."
        onPointerDown={draw}
        onPointerMove={draw}
      />
      <div className="buttons">
        <button type="button" disabled={isBusy || isEmpty} onClick={send}>
          Read the drawing
        </button>
        <button type="button" className="second" onClick={clear}>
          Clear
        </button>
      </div>
    </section>
  );
}

function place({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): [number, number] {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [((clientX - left) / width) * side, ((clientY - top) / height) * side];
}
