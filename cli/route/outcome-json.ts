import { lineOf } from '../../lib/analysis/manifest/line';
import type { Delivery, Outcome } from '../../lib/analysis/access/outcome';
import type { PlacedRule } from '../../lib/analysis/routing/rule-fields';
import type { Client, Request } from '../../lib/analysis/routing/request';
import { clientName, refusalsIn, ruleName, workloadName } from './outcome-text';

/** What becomes of a request, for programs. */
export function outcomeJson(client: Client, request: Request, outcome: Outcome): object {
  const { branches, mirrors, direct, failure, timeout, retries, reasons, rule } = outcome;
  return {
    from: clientName(client),
    request: { ...request, query: Object.fromEntries(request.query), headers: Object.fromEntries(request.headers) },
    rule: rule === undefined ? undefined : ruleJson(rule),
    destinations: branches.map(destinationJson),
    mirrors: mirrors.map(({ host, port, subset, share }) => ({ host, port, subset, share })),
    direct,
    timeout,
    retries,
    reasons,
    refusals: refusalsIn(outcome),
    failure,
  };
}

function destinationJson({ workloads, admissions, sent, ...branch }: Delivery): object {
  return {
    ...branch,
    // A header that is known to be missing is null.
    sent: { ...sent, headers: Object.fromEntries([...sent.headers].map(([name, value]) => [name, value ?? null])) },
    workloads: workloads.map(workloadName),
    access: admissions.map(({ workload, access: { verdict, requests } }) => ({
      workload: workloadName(workload),
      verdict,
      requests,
    })),
  };
}

function ruleJson(rule: PlacedRule): object {
  const { manifest, path } = rule;
  return { object: ruleName(rule), file: manifest.origin.document.file.name, line: lineOf(manifest, path) };
}
