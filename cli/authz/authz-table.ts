import type { Callee } from '../../lib/analysis/access/callees';
import { indexBy } from '../../lib/analysis/inventory/index-by';
import { textTable } from '../table';
import { type AuthorizationQuery, type AuthorizationReport, nameIn, type Pair } from './authz';

/** More columns do not fit into a terminal. */
const mostColumns = 6;

/** The report as tables: the reasons of one pair, or a list of pairs, or a matrix if nothing is asked for. */
export function authorizationTable(report: AuthorizationReport, { from, to, port }: AuthorizationQuery): string {
  const calls = report.pairs.filter(({ isMetrics }) => !isMetrics || port !== undefined);
  const metrics = metricsLines(report);
  if (from !== undefined && to !== undefined) {
    return [...calls.map(reasons), ...metrics].join('\n');
  }
  const columns = report.callees.filter(({ isMetrics }) => !isMetrics);
  const isWhole = calls.length === columns.length * report.callers.length;
  const isGrid = from === undefined && to === undefined && columns.length <= mostColumns && isWhole;
  const table = isGrid ? grid(report, columns, calls) : list(calls);
  return [
    report.callees.length === 0 ? 'No Service has pods behind it.' : table,
    ...(report.denied === 0 ? [] : [`All other pairs (${report.denied}) are denied.`]),
    ...metrics,
  ].join('\n');
}

/** Callers down, callees across. */
function grid({ callers }: AuthorizationReport, columns: readonly Callee[], pairs: readonly Pair[]): string {
  const found = new Map(pairs.map((pair) => [`${pair.from} ${pair.to} ${pair.port}`, pair]));
  return textTable({
    head: ['from', ...columns.map((one) => `${nameIn(one)}:${one.port}`)],
    rows: callers.map((caller) => [
      caller,
      ...columns.map((callee) => verdict(found.get(`${caller} ${nameIn(callee)} ${callee.port}`))),
    ]),
  });
}

function list(pairs: readonly Pair[]): string {
  return textTable({
    head: ['from', 'to', 'access', 'decided by'],
    rows: pairs.map((pair) => {
      const because = pair.layers.find(({ decides }) => decides)?.because ?? '';
      return [pair.from, `${pair.to}:${pair.port}`, verdict(pair), because];
    }),
  });
}

/** Who reads metrics: one line for all callees of which that is the same. */
function metricsLines({ callers, pairs }: AuthorizationReport): string[] {
  const open = pairs.filter(({ isMetrics, verdict }) => isMetrics && verdict !== 'denied');
  const readers = indexBy(open, ({ to, port }) => `${to}:${port}`);
  const callees = indexBy(readers.keys(), (callee) => {
    const names = [...new Set(readers.get(callee)?.map(({ from }) => from))];
    return names.length === callers.length && names.length > 1 ? 'everybody' : names.join(', ');
  });
  return [...callees].map(([who, some]) => {
    const isLong = some.length > 2 * mostColumns;
    return `Metrics of ${isLong ? `${some.length} ports of sidecars` : some.join(', ')}: ${who}`;
  });
}

/** What every layer says to one pair. */
function reasons(pair: Pair): string {
  const table = textTable({
    head: ['layer', 'says', 'in'],
    rows: pair.layers.map(({ layer, because, object, place }) => [
      layer,
      because,
      object === undefined ? '' : `${object} (${place ?? ''})`,
    ]),
  });
  return `${pair.from} -> ${pair.to}:${pair.port}: ${verdict(pair)}\n${table}`;
}

function verdict(pair: Pair | undefined): string {
  return pair?.verdict === 'partly' ? (pair.requests ?? 'partly') : (pair?.verdict ?? '');
}
