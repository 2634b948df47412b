import type { Check } from '../../lib/analysis/checks/check';
import { allChecks } from '../../lib/analysis/checks/table';
import type { Hit, Level } from '../../lib/analysis/finding';
import { casesByFolder } from './cases/table';
import { brokenCases, keepsTo, section } from './kept-findings';

const otherLevel: Readonly<Record<Level, Level>> = { error: 'warning', warning: 'info', info: 'error' };

/** Ways in which a check that finds what it should may say it wrong. */
export const garblings: Readonly<Record<string, (check: Check) => Check>> = {
  'a word of the message': eachHit((hit) => ({ ...hit, message: hit.message.replace(/[^ ]+$/, 'garbled') })),
  'the field': eachHit((hit) => ({ ...hit, path: hit.path.length > 0 ? hit.path.slice(0, -1) : ['spec'] })),
  'the object': eachHit((hit) => ({ ...hit, manifest: { ...hit.manifest, name: `${hit.manifest.name}-other` } })),
  'the level': (check) => ({ ...check, level: otherLevel[check.level] }),
};

function eachHit(garble: (hit: Hit) => Hit): (check: Check) => Check {
  return (check) => ({ ...check, find: (inventory) => [...check.find(inventory)].map(garble) });
}

/** The codes of all checks that may be garbled so, with nobody the wiser: what is kept still fits. */
export function survivors(garble: (check: Check) => Check): string[] {
  return Object.entries(casesByFolder).flatMap(([folder, folderCases]) =>
    folderCases
      .filter((cases) => {
        const checks = allChecks.filter(({ code }) => code === cases.code).map(garble);
        return checks.length > 0 && keepsTo(folder, section(cases.code, brokenCases(cases, checks)));
      })
      .map(({ code }) => code),
  );
}
