/** What the environment says about this process. */
export interface Settings {
  /** NAME, the release in answers and logs; `frontend-stable` without it. */
  readonly name: string;
  /** UPSTREAM_URIS, the address of the backend; `http://127.0.0.1:8080` without it. */
  readonly upstream: string;
  /** ERROR_RATE, the share of requests that fail on purpose, 0 to 1; 0 without it. */
  readonly errorRate: number;
  /** ERROR_CODE, the status that they fail with, 400 to 599; 500 without it. */
  readonly errorCode: number;
  /** ADDED_DELAY_MS, whole milliseconds before every answer, at most a minute; 0 without it. */
  readonly delay: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error with a line for each value that is wrong */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = [];
  const get = (name: string, otherwise: string) => environment[name] || otherwise;
  const number = (name: string, otherwise: number, [low, high]: [number, number], pattern: RegExp): number => {
    const text = get(name, String(otherwise));
    const value = Number(text);
    if (!pattern.test(text) || !(value >= low && value <= high)) {
      problems.push(`${name} is "${text}": write a number from ${String(low)} to ${String(high)}`);
    }
    return value;
  };
  const settings = {
    name: get('NAME', 'frontend-stable'),
    upstream: get('UPSTREAM_URIS', 'http://127.0.0.1:8080'),
    errorRate: number('ERROR_RATE', 0, [0, 1], /^\d*\.?\d+$/),
    errorCode: number('ERROR_CODE', 500, [400, 599], /^\d+$/),
    delay: number('ADDED_DELAY_MS', 0, [0, 60_000], /^\d+$/),
  };
  if (!/^http:\/\/[^\s,/]+\/?$/.test(settings.upstream) || !URL.canParse(settings.upstream)) {
    problems.push(
      `UPSTREAM_URIS is "${settings.upstream}": write the one address of the backend like http://backend:8080`,
    );
  }
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return settings;
}
