import type { ApiClient, Verdict } from './api-client';
import type { Manifest } from './manifests';

/** A manifest and what the server said to it. */
export interface Application {
  readonly title: string;
  readonly verdict: Verdict;
}

/** Applies one after the other, as kubectl does: a later object may need an earlier one. */
export async function applyAll(client: ApiClient, manifests: readonly Manifest[]): Promise<Application[]> {
  const applications: Application[] = [];
  for (const { object, text, title } of manifests) {
    applications.push({ title, verdict: await client.apply(object, text) });
  }
  return applications;
}

/** Every refusal and every warning: one line each. */
export function complaints(applications: readonly Application[]): string[] {
  return applications.flatMap(({ title, verdict: { status, message, warnings } }) => [
    ...(message === undefined ? [] : [`${title}: ${status}: ${message}`]),
    ...warnings.map((warning) => `${title}: warning: ${warning}`),
  ]);
}

/** Every object that the second of two applications changed: one line each. */
export function changes(first: readonly Application[], second: readonly Application[]): string[] {
  return first.flatMap(({ title, verdict }, index) => {
    const before = verdict.object?.metadata.resourceVersion;
    const after = second[index]?.verdict.object?.metadata.resourceVersion;
    return before === after ? [] : [`${title}: resourceVersion ${before} became ${after}`];
  });
}
