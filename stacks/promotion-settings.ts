import * as z from 'zod';
import { field, type FieldText, text } from '../lib/input/field';
import type { Limits } from '../lib/canary/limits';
import { type Duration, isDuration, milliseconds } from '../lib/model/duration';

const second = 1_000;
const day = 24 * 60 * 60 * second;

/** A duration between two bounds in milliseconds. */
function duration(least: number, most: number, words: FieldText) {
  return field((value): value is Duration => isDuration(value) && isWithin(milliseconds(value), least, most), words);
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function number(least: number, most: number, words: FieldText) {
  return field((value): value is number => typeof value === 'number' && isWithin(value, least, most), words);
}

const steps = field(
  (value): value is readonly [number, ...number[]] =>
    Array.isArray(value) &&
    value.at(-1) === 100 &&
    value.every((step, index) => Number.isInteger(step) && step > (index === 0 ? 0 : value[index - 1])),
  {
    rule: 'whole percents from 1 to 100, each higher than the one before, the last one 100',
    remedy: 'write it like `[5, 20, 50, 80, 100]`',
  },
);
const wait = duration(10 * second, day, {
  rule: 'a time from 10s to 24h',
  remedy: 'write it like `90s`, `2m` or `1h30m`',
});
const holding = duration(10 * second, day, {
  rule: 'a time from 10s to 24h',
  remedy: 'write a time in which enough requests can come, like `15m`',
});
const minRequests = field(
  (value): value is number => Number.isInteger(value) && isWithin(Number(value), 50, 1_000_000),
  {
    rule: 'a whole number from 50 to 1000000: of fewer requests one failure decides',
    remedy: 'write 500, of which the default limit allows five failures',
  },
);
const errorShare = number(0.01, 50, {
  rule: 'a share in percent, from 0.01 to 50: with 0 one failure in a million requests would roll back',
  remedy: 'write 1',
});
const confidence = number(90, 99.9999, {
  rule: 'a probability in percent, from 90 to 99.9999',
  remedy: 'write 99; more asks for more requests before anything is promoted',
});
const ratio = number(1.1, 100, {
  rule: 'a factor from 1.1 to 100',
  remedy: 'write 2.5 or more: between two neighbouring buckets of the histograms lies up to 2.5',
});
const floor = duration(1, 60 * second, {
  rule: 'a time from 1ms to 60s',
  remedy: 'write the difference that no user notices, like `25ms`',
});
const address = text(/^https?:\/\/[^\s@?#$%\\{}]+[^\s@?#$%\\{}/]$/, {
  rule: 'an http or https address without user, password, query and final slash: nothing secret belongs into this file',
  remedy: 'write it like `http://localhost:9090`, and reach others by a port-forward',
});

/** How a canary is promoted, and what it is held to meanwhile. */
export const promotionSchema = z
  .strictObject({
    steps: steps
      .default([5, 20, 50, 80, 100])
      .describe('Shares of the canary in percent, one after the other, when it is promoted.'),
    observe: wait.default('2m').describe('How long each step is watched before it is judged.'),
    soak: wait.default('30m').describe('How long the old release is kept after the last step, to roll back to.'),
    holdFor: holding
      .default('15m')
      .describe('How long a step may wait for enough requests, or for Prometheus, before the promotion pauses.'),
    minRequests: minRequests
      .default(500)
      .describe('Requests of each release without which nothing is promoted, and from which on the limits are exact.'),
    maxErrorShare: errorShare
      .default(1)
      .describe('The most of its requests that a canary may fail, in percent; more rolls it back.'),
    confidence: confidence
      .default(99)
      .describe('How sure it has to be that the canary fails less than twice `maxErrorShare`, in percent.'),
    maxLatencyRatio: z
      .strictObject({
        p95: ratio.default(2.5).describe('How many times as slow as stable the canary may be, at the 95th percentile.'),
        p99: ratio.default(5).describe('The same at the 99th.'),
      })
      .prefault({}),
    latencyFloor: floor.default('25ms').describe('A difference of latencies that is never held against a canary.'),
    prometheus: address
      .optional()
      .describe('Address of Prometheus; without it the one that the gateway serves, or a port-forward.'),
  })
  .prefault({});

/** Every setting of a promotion, with its default filled in. */
export type PromotionSettings = z.output<typeof promotionSchema>;

/** What the gate holds a canary to. */
export function limitsOf({ latencyFloor, ...settings }: PromotionSettings): Limits {
  const { minRequests, maxErrorShare, confidence, maxLatencyRatio } = settings;
  return { minRequests, maxErrorShare, confidence, maxLatencyRatio, latencyFloor: milliseconds(latencyFloor) };
}
