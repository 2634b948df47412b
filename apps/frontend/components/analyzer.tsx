'use client';

import { type FormEvent, useCallback, useState } from 'react';
import { type Answer, type Shown, shownOf } from '../shared/answer';
import { Counters } from './counters';
import { Drawing } from './drawing';
import { Outcome } from './outcome';
import { type Counts, counted } from './release-counts';

export interface AnalyzerProps {
  /** What the page shows before anything is asked. @default - nothing */
  readonly first?: Shown;
}

/** Everything a user does: draw or upload, choose the canary, watch who answers. */
export function Analyzer({ first }: AnalyzerProps) {
  const [shown, setShown] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [isPinned, setPinned] = useState(false);
  const [counts, setCounts] = useState<Counts>({});
  const ask = useCallback(
    async (path: string, init?: RequestInit): Promise<Shown> => {
      const next = await answerTo(path, { ...init, headers: isPinned ? { 'x-canary': 'true' } : {} });
      setCounts((before) => counted(before, next.path));
      return next;
    },
    [isPinned],
  );
  const analyze = async (image: Blob): Promise<void> => {
    setBusy(true);
    const body = new FormData();
    body.set('image', image);
    setShown(await ask('/api/analyze', { method: 'POST', body }));
    setBusy(false);
  };
  const upload = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const image = new FormData(event.currentTarget).get('image');
    void analyze(image instanceof Blob ? image : new Blob());
  };
  return (
    <div className="columns">
      <div>
        <Drawing isBusy={isBusy} onDrawn={(image) => void analyze(image)} />
        <section aria-labelledby="upload">
          <h2 id="upload">Upload</h2>
          <form action="/upload" method="post" encType="multipart/form-data" onSubmit={upload}>
            <label htmlFor="image">Picture of the number, PNG or JPEG, up to 1 MiB</label>
            <input id="image" name="image" type="file" accept="image/png,image/jpeg" required />
            <button disabled={isBusy}>Read the picture</button>
          </form>
        </section>
      </div>
      <div>
        <Outcome isBusy={isBusy} {...(shown && { shown })} />
        <Counters counts={counts} isPinned={isPinned} onPin={setPinned} onTick={ask} />
      </div>
    </div>
  );
}

async function answerTo(path: string, init: RequestInit): Promise<Shown> {
  try {
    const response = await fetch(path, init);
    return shownOf((await response.json()) as Answer);
  } catch {
    return { path: [], error: 'nobody answered, or a proxy did in the place of the application: try again' };
  }
}
