import type { Result, Shown } from '../shared/answer';

export interface OutcomeProps {
  readonly isBusy: boolean;
  /** @default - nothing was asked yet */
  readonly shown?: Shown;
}

/** What to do, or what went wrong, and who said so. */
export function Outcome({ isBusy, shown }: OutcomeProps) {
  return (
    <section id="result" aria-labelledby="advice" aria-live="polite" aria-busy={isBusy}>
      <h2 id="advice">Advice</h2>
      {shown?.result && <Advice {...shown.result} />}
      {shown?.error !== undefined && <p className="error">That did not work: {shown.error}.</p>}
      {shown === undefined ? <p>Nothing was read yet.</p> : <Path releases={shown.path} />}
    </section>
  );
}

function Advice({ digit, material, plastic, action, text, confidence, model }: Result) {
  return (
    <>
      <p className="verdict">
        <span className="triangle">{digit}</span> {material}: <strong>{action}</strong>
      </p>
      <p>{text}</p>
      <p className="small">
        {digit} stands for {plastic}. The model <code>{model}</code> is {Math.round(confidence * 100)} % sure.
      </p>
    </>
  );
}

function Path({ releases }: { readonly releases: readonly string[] }) {
  return (
    <>
      <h3>Path of the request</h3>
      <ol className="path">
        {releases.map((name) => (
          <li key={name} className={name.endsWith('-canary') ? 'canary' : 'stable'}>
            {name}
          </li>
        ))}
      </ol>
    </>
  );
}
