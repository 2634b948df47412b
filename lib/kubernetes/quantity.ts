/** `E` alone is exa; before digits it is an exponent. */
const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const binary: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

const quantity = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:[eE]([+-]?\d+)|([A-Za-z]{0,2}))$/;

/** What a quantity is, for the writer of one. */
export const quantityRule = 'a Kubernetes quantity of 0 or more';

/** Whether a text is a Kubernetes quantity such as `200m`, `1.5`, `256Mi` or `1e3`, and not below 0, as what pods ask for is. */
export function isQuantity(value: unknown): value is string {
  return typeof value === 'string' && amountOf(value) >= 0;
}

/**
 * A quantity as a number of its unit: cores, or bytes. It is the nearest that a double can hold: above 8 PiB that is off by
 * a byte or more, which nobody sees in a sum of GiB. What is below `1n`, which Kubernetes rounds up, stays as it is.
 * @returns NaN for a text that is none
 * @see https://github.com/kubernetes/apimachinery/blob/v0.34.0/pkg/api/resource/quantity.go ParseQuantity
 */
export function amountOf(text: string): number {
  const [, number = '', exponent, suffix = ''] = quantity.exec(text) ?? [];
  const power = exponent === undefined ? decimal[suffix] : Number(exponent);
  const shift = exponent === undefined ? binary[suffix] : undefined;
  if (number === '' || (power ?? shift) === undefined) {
    return Number.NaN;
  }
  // Read at once and not multiplied by a fraction, which would miss by a hair.
  const value = shift === undefined ? Number(`${number}e${power}`) : Number(number) * 2 ** shift;
  return Number.isFinite(value) ? value : Number.NaN;
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
