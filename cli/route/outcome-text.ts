import { counted } from '../../lib/canary/format';
import { lineOf } from '../../lib/analysis/manifest/line';
import type { Outcome } from '../../lib/analysis/access/outcome';
import type { Client, Request } from '../../lib/analysis/routing/request';
import type { Retries } from '../../lib/analysis/routing/retries';
import type { Branch } from '../../lib/analysis/routing/routing';
import { sentAsIs } from '../../lib/analysis/routing/sent-request';
import type { PlacedRule } from '../../lib/analysis/routing/rule-fields';
import type { Workload } from '../../lib/analysis/views/workload';

/** What becomes of a request, for people. */
export function outcomeText(client: Client, request: Request, outcome: Outcome): string {
  const { method, scheme, host, port, path, headers } = request;
  const { timeout, retries, reasons, mirrors, direct, branches, rule } = outcome;
  return [
    `from      ${clientName(client)}`,
    `request   ${method} ${scheme}://${host}:${port}${path}`,
    ...[...headers].map(([name, value]) => `          ${name}: ${value}`),
    ...(rule === undefined ? [] : [`rule      ${placeOf(rule)} ${ruleName(rule)}`]),
    ...(direct === undefined ? [] : [`answer    ${direct.status === 0 ? 'none' : direct.status}: ${direct.reason}`]),
    ...branches.map((branch) => `goes to   ${branchText(branch)}, ${branch.transport}`),
    ...changesIn(request, branches).map((change) => `as        ${change}`),
    ...refusalsIn(outcome).map((refusal) => `refused   ${refusal}`),
    ...mirrors.map(({ host: to, subset = '', share }) => `copied to ${to} ${subset} ${percent(share)}`),
    `timeout   ${timeout ?? 'none'}`,
    `retries   ${retriesText(retries)}`,
    ...reasons.map((reason, index) => `${index === 0 ? 'because   ' : '          '}${reason}`),
  ].join('\n');
}

/** What destinations get in the place of a request whose host or path is rewritten, each once. */
function changesIn(request: Request, branches: readonly Branch[]): string[] {
  const { host, path } = sentAsIs(request);
  const changed = branches.filter(({ share, sent }) => share > 0 && (sent.host !== host || sent.path !== path));
  return [
    ...new Set(changed.map(({ sent }) => `${sent.method} ${sent.host}${sent.path ?? ' (nobody knows which path)'}`)),
  ];
}

/** Why pods that a request is sent to do not let it in, each reason once, beside the failures of branches. */
export function refusalsIn({ branches }: Pick<Outcome, 'branches'>): string[] {
  const refusals = branches
    .filter(({ share }) => share > 0)
    .flatMap(({ admissions, failure: told }) =>
      admissions.flatMap(({ failure }) => (failure === undefined || failure === told ? [] : [failure.reason])),
    );
  return [...new Set(refusals)];
}

/** `frontend-service.frontend stable 90 % (frontend-stable: 2 pods)` */
export function branchText({ host, subset, share, workloads, pods, failure }: Branch): string {
  const name = [host.replace(/\.svc\.cluster\.local$/, ''), ...(subset === undefined ? [] : [subset])].join(' ');
  const behind =
    pods === undefined ? '' : ` (${[...workloads.map(({ name: own }) => own), podsText(pods)].join(', ')})`;
  const failed =
    failure === undefined ? '' : `: ${failure.status === 0 ? 'no answer' : failure.status}, ${failure.reason}`;
  return `${name} ${percent(share)}${behind}${failed}`;
}

export function retriesText({ attempts, perTryTimeout, retryOn }: Retries): string {
  const each = perTryTimeout === undefined ? '' : ` of ${perTryTimeout}`;
  return attempts === 0 ? 'none' : `${attempts}${each} on ${retryOn}`;
}

/** One digit after the point, if it is not zero. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

export function clientName({ workload, isGateway }: Client): string {
  return `${isGateway ? 'gateway ' : ''}${workloadName(workload)}`;
}

export function workloadName({ namespace, name }: Workload): string {
  return `${namespace}/${name}`;
}

/** `VirtualService shop/orders canary` */
export function ruleName({ manifest, rule }: PlacedRule): string {
  return `${manifest.kind} ${manifest.namespace}/${manifest.name} ${rule.name ?? ''}`.trim();
}

function placeOf({ manifest, path }: PlacedRule): string {
  return `${manifest.origin.document.file.name}:${lineOf(manifest, path)}`;
}

function podsText(pods: number): string {
  return counted(pods, 'pod');
}
