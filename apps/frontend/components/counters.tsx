'use client';

import { useEffect, useState } from 'react';
import { type Counts, releases, tiers } from './release-counts';

export interface CountersProps {
  readonly counts: Counts;
  readonly isPinned: boolean;
  readonly onPin: (isPinned: boolean) => void;
  /** Asks who is there. */
  readonly onTick: (path: string) => Promise<unknown>;
}

/** Milliseconds between two questions. */
const pause = 1000;

/** How often each release answered since the page was opened, and who is to answer next. */
export function Counters({ counts, isPinned, onPin, onTick }: CountersProps) {
  const [isWatching, setWatching] = useState(true);
  useEffect(() => {
    if (!isWatching) {
      return undefined;
    }
    const timer = setInterval(() => {
      // Nobody looks at a page in the background.
      if (!document.hidden) {
        void onTick('/api/path');
      }
    }, pause);
    return () => {
      clearInterval(timer);
    };
  }, [isWatching, onTick]);
  return (
    <section aria-labelledby="releases" className="scripted">
      <h2 id="releases">Who answers</h2>
      <table>
        <caption>Answers by tier and release since this page was opened</caption>
        <thead>
          <tr>
            <th scope="col">Tier</th>
            {releases.map((release) => (
              <th key={release} scope="col">
                {release}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tiers.map((tier) => (
            <tr key={tier}>
              <th scope="row">{tier}</th>
              {releases.map((release) => (
                <td key={release} className={release}>
                  {counts[`${tier}-${release}`] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Switch label="Ask once a second" isOn={isWatching} onChange={setWatching} />
      <Switch label="Pin me to the canary (x-canary: true)" isOn={isPinned} onChange={onPin} />
    </section>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Switch({ label, isOn, onChange }: SwitchProps) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      {label}
    </label>
  );
}
