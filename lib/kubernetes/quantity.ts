const factors: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

const quantity = /^(\d+(?:\.\d*)?|\.\d+)(n|u|m|k|M|G|T|Ki|Mi|Gi|Ti|)$/;

/** Whether a text is a Kubernetes quantity such as `200m`, `1.5` or `256Mi`. */
export function isQuantity(value: unknown): value is string {
  return typeof value === 'string' && quantity.test(value);
}

/**
 * A quantity as a number of its unit: cores, or bytes.
 * @returns NaN for a text that is none
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function amountOf(text: string): number {
  const [, number, suffix] = quantity.exec(text) ?? [];
  return Number(number) * (factors[suffix ?? ''] ?? Number.NaN);
}

/** What pods ask for: cores and bytes. */
export interface Amount {
  readonly cpu: number;
  readonly memory: number;
}

export const nothing: Amount = { cpu: 0, memory: 0 };

export function amount({ cpu, memory }: { readonly cpu: string; readonly memory: string }): Amount {
  return { cpu: amountOf(cpu), memory: amountOf(memory) };
}

export function sum(...amounts: readonly Amount[]): Amount {
  return amounts.reduce((total, { cpu, memory }) => ({ cpu: total.cpu + cpu, memory: total.memory + memory }), nothing);
}

export function times(count: number, { cpu, memory }: Amount): Amount {
  return { cpu: count * cpu, memory: count * memory };
}

/** Whether cores or bytes are more than others. Sums of fractions miss by a hair, and a hair is nothing. */
export function exceeds(needed: number, capacity: number): boolean {
  return needed - capacity > 0.0005;
}

/** `2.75 CPU`, rounded to hundredths. */
export function formatCpu(cores: number): string {
  return `${Math.round(cores * 100) / 100} CPU`;
}

/** `4.3 GiB` or `640 MiB`. */
export function formatMemory(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes >= 1024 ? `${Math.round(mebibytes / 102.4) / 10} GiB` : `${Math.round(mebibytes)} MiB`;
}
