import { suppressionsIn } from '../../kubernetes/suppression';
import type { Finding, Hit } from '../finding';
import { isAssumed } from '../inventory/assumed';
import type { Inventory } from '../inventory/inventory';
import { lineOf } from '../manifest/line';
import { fieldName, type Manifest, nameOf } from '../manifest/manifest';
import type { Check, CheckDescription } from './check';
import { groundlessSuppression, suppressionHit, unusedSuppression } from './suppression';

interface Found {
  readonly description: CheckDescription;
  readonly hit: Hit;
}

/**
 * All findings of some checks, by file and line, without those that an annotation of their object
 * suppresses. Suppressions that are not needed, or give no reason, are findings too.
 * @param now when they are looked for, as `2026-01-31T23:59:59Z`. @default - what depends on it is not looked for
 */
export function findings(inventory: Inventory, checks: readonly Check[], now?: string): Finding[] {
  const found = checks.flatMap((check) =>
    [...check.find(inventory, now)].map((hit): Found => ({ description: check, hit })),
  );
  const written = found.filter(({ hit }) => !isAssumed(hit.manifest));
  const used = new Set<string>();
  const open = written.filter(({ description: { code: own, aliases = [] }, hit }) => {
    const codes = [own, ...aliases];
    const suppressing = codes.filter((code) => isSuppressed(hit.manifest, code));
    suppressing.forEach((code) => used.add(usedKey(hit.manifest, code)));
    return suppressing.length === 0;
  });
  const all = [...open, ...suppressionFindings(inventory, used)].map(findingOf);
  return distinct(all).sort((a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code));
}

function isSuppressed({ annotations }: Manifest, code: string): boolean {
  return suppressionsIn(annotations).some(([suppressed, reason]) => suppressed === code && reason.trim() !== '');
}

function suppressionFindings({ manifests }: Inventory, used: ReadonlySet<string>): Found[] {
  return manifests.flatMap((manifest) =>
    suppressionsIn(manifest.annotations).flatMap(([code, reason]): Found[] => {
      if (reason.trim() === '') {
        const message = `the suppression of ${code} gives no reason, so it suppresses nothing`;
        return [{ description: groundlessSuppression, hit: suppressionHit(manifest, code, message) }];
      }
      const message = `${code} is suppressed, and nothing of that code is found here`;
      const isUsed = used.has(usedKey(manifest, code));
      return isUsed ? [] : [{ description: unusedSuppression, hit: suppressionHit(manifest, code, message) }];
    }),
  );
}

function usedKey({ origin }: Manifest, code: string): string {
  return [origin.document.file.name, origin.document.firstLine, ...origin.path, code].join(' ');
}

function findingOf({ description, hit }: Found): Finding {
  const { code, aliases = [], level, remedy, link } = description;
  const { manifest, path, message } = hit;
  return {
    code,
    aliases,
    level: hit.level ?? level,
    object: nameOf(manifest),
    file: manifest.origin.document.file.name,
    line: lineOf(manifest, path),
    field: fieldName(path),
    message,
    remedy: hit.remedy ?? remedy,
    link,
  };
}

function distinct(all: readonly Finding[]): Finding[] {
  return [...new Map(all.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
