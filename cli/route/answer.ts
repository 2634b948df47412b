import { lineOf } from '../../lib/analysis/manifest/line';
import type { Client, Request } from '../../lib/analysis/routing/request';
import type { Retries } from '../../lib/analysis/routing/retries';
import type { Answer, Branch } from '../../lib/analysis/routing/route';
import type { Workload } from '../../lib/analysis/views/workload';

/** What becomes of a request, for programs. */
export function answerJson(client: Client, request: Request, answer: Answer): object {
  const { branches, mirrors, direct, timeout, retries, reasons, rule } = answer;
  return {
    from: clientName(client),
    request: { ...request, query: Object.fromEntries(request.query), headers: Object.fromEntries(request.headers) },
    rule: rule === undefined ? undefined : { object: placeOf(answer), file: fileOf(answer), line: ruleLine(answer) },
    destinations: branches.map(({ workloads, ...branch }) => ({ ...branch, workloads: workloads.map(nameOf) })),
    mirrors: mirrors.map(({ host, port, subset }) => ({ host, port, subset })),
    direct,
    timeout,
    retries,
    reasons,
  };
}

/**
 * The same for people.
 * @param refusals why pods it is sent to do not let the client in
 */
export function answerText(client: Client, request: Request, answer: Answer, refusals: readonly string[]): string {
  const { method, scheme, host, port, path, headers } = request;
  const { timeout, retries, reasons, mirrors, direct, branches, rule } = answer;
  return [
    `from      ${clientName(client)}`,
    `request   ${method} ${scheme}://${host}:${port}${path}`,
    ...[...headers].map(([name, value]) => `          ${name}: ${value}`),
    ...(rule === undefined ? [] : [`rule      ${fileOf(answer)}:${ruleLine(answer)} ${placeOf(answer)}`]),
    ...(direct === undefined ? [] : [`answer    ${direct.status === 0 ? 'none' : direct.status}: ${direct.reason}`]),
    ...branches.map((branch) => `goes to   ${branchText(branch)}, ${branch.transport}`),
    ...refusals.map((refusal) => `refused   ${refusal}`),
    ...mirrors.map(({ host: to, subset = '' }) => `copied to ${to} ${subset}`),
    `timeout   ${timeout ?? 'none'}`,
    `retries   ${retriesText(retries)}`,
    ...reasons.map((reason, index) => `${index === 0 ? 'because   ' : '          '}${reason}`),
  ].join('\n');
}

/** `frontend-service.frontend stable 90 % (frontend-stable: 2 pods)` */
export function branchText({ host, subset, share, workloads, pods, failure }: Branch): string {
  const name = [host.replace(/\.svc\.cluster\.local$/, ''), ...(subset === undefined ? [] : [subset])].join(' ');
  const behind =
    pods === undefined ? '' : ` (${[...workloads.map(({ name: own }) => own), podsText(pods)].join(', ')})`;
  return `${name} ${percent(share)}${behind}${failure === undefined ? '' : `: ${failure.status}, ${failure.reason}`}`;
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
  return `${isGateway ? 'gateway ' : ''}${nameOf(workload)}`;
}

function nameOf({ namespace, name }: Workload): string {
  return `${namespace}/${name}`;
}

function placeOf({ rule }: Answer): string {
  return rule === undefined
    ? ''
    : `${rule.manifest.kind} ${rule.manifest.namespace}/${rule.manifest.name} ${rule.rule.name ?? ''}`.trim();
}

function fileOf({ rule }: Answer): string {
  return rule?.manifest.origin.file.name ?? '';
}

function ruleLine({ rule }: Answer): number {
  return rule === undefined ? 0 : lineOf(rule.manifest, rule.path);
}

function podsText(pods: number): string {
  return pods === 1 ? '1 pod' : `${pods} pods`;
}
