import type { Shown } from '../shared/answer';

/** Carries what is shown from the answer to a form over to the page that it leads to. */
export const flashCookie = 'shown';

/** A cookie for a minute, which no script and no other site can read. */
export function flash(shown: Shown): string {
  return `${flashCookie}=${encodeURIComponent(JSON.stringify(shown))}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`;
}

/** What such a cookie says; nothing if somebody else wrote it. */
export function readFlash(value: string | undefined): Shown | undefined {
  try {
    const shown = JSON.parse(value ?? '') as Partial<Shown> | null;
    const path = shown?.path;
    return Array.isArray(path) && path.every((name) => typeof name === 'string') ? { ...shown, path } : undefined;
  } catch {
    return undefined;
  }
}
