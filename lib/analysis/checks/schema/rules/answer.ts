import type { FieldPath } from '../../../manifest/manifest';
import type { HttpRoute } from '../../../views/virtual-service';
import type { SchemaRule } from './rule';

interface Share {
  readonly path: FieldPath;
  readonly value: number | undefined;
  readonly from: number;
  readonly to: number;
}

/** Statuses and percentages of faults, mirrors and answers lie where they may. */
export const answer: SchemaRule = function* find({ virtualServices }) {
  for (const { manifest, spec } of virtualServices) {
    for (const [index, route] of spec.http.entries()) {
      const start = ['spec', 'http', index];
      for (const { path, value, from, to } of numbersOf(route)) {
        if (value !== undefined && (value < from || value > to)) {
          const message = `${value} does not lie between ${from} and ${to}`;
          yield { manifest, path: [...start, ...path], message, remedy: `write ${from} to ${to}` };
        }
      }
      const { fault, redirect } = route;
      if (fault !== undefined && fault.abort === undefined && fault.delay === undefined) {
        const message = 'the fault neither aborts nor delays';
        yield { manifest, path: [...start, 'fault'], message, remedy: 'give it abort or delay' };
      }
      const scheme = redirect?.scheme ?? 'http';
      if (scheme !== 'http' && scheme !== 'https') {
        const message = `${JSON.stringify(scheme)} is no scheme a redirect can have`;
        yield { manifest, path: [...start, 'redirect', 'scheme'], message, remedy: 'write http or https' };
      }
    }
  }
};

function numbersOf({ fault, redirect, directResponse, mirrorPercentage, mirrors }: HttpRoute): Share[] {
  const share = { from: 0, to: 100 };
  const status = { from: 200, to: 599 };
  return [
    { path: ['fault', 'delay', 'percentage', 'value'], value: fault?.delay?.percentage?.value, ...share },
    { path: ['fault', 'abort', 'percentage', 'value'], value: fault?.abort?.percentage?.value, ...share },
    { path: ['fault', 'abort', 'httpStatus'], value: fault?.abort?.httpStatus, ...status },
    { path: ['mirrorPercentage', 'value'], value: mirrorPercentage?.value, ...share },
    ...mirrors.map(({ percentage }, index) => ({
      path: ['mirrors', index, 'percentage', 'value'],
      value: percentage?.value,
      ...share,
    })),
    { path: ['directResponse', 'status'], value: directResponse?.status, ...status },
    { path: ['redirect', 'redirectCode'], value: redirect?.redirectCode, from: 300, to: 399 },
  ];
}
