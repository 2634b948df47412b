import { type ReleaseName, releasesOf, type Service } from '../../lib/model/service';
import type { Split } from '../../lib/model/traffic';
import { phaseText } from '../canary/phase-text';
import { textTable } from '../table';
import { previewLines } from '../apply/preview';
import type { Live } from './live';
import { keyOf, type Measured, window } from './releases';
import type { Part, Status } from './status';

/** The lab for people; what is still on its way is `...`, what nobody can tell is `-`. */
export function statusText(status: Status): string {
  const { services, live, measured, drift, cluster } = status;
  const head = ['service', 'release', 'ready', 'wanted', 'live', `last ${window}`, 'success', 'p95'];
  const rows = services.flatMap((service, index) =>
    releasesOf(service).map(({ name }, place) => rowOf(status, service, index, name, place === 0)),
  );
  return [
    `cluster ${cluster}${live.state === 'unknown' ? `: ${live.because}` : ''}`,
    textTable({ head, rows }),
    ...services.map((service, index) => `${service.name}: ${remarkOn(status, index)}`),
    ...(measured.state === 'unknown' ? [`not measured: ${measured.because}`] : []),
    `drift: ${drift.state === 'unknown' ? `not known: ${drift.because}` : partText(drift, ({ summary }) => summary)}`,
    ...(drift.state === 'known' ? previewLines(drift.value.objects).map((line) => `  ${line}`) : []),
  ].join('\n');
}

function rowOf(
  { live, measured, wanted }: Status,
  service: Service,
  index: number,
  name: ReleaseName,
  isFirst: boolean,
) {
  const own: Part<Live | undefined> = live.state === 'known' ? { state: 'known', value: live.value[index] } : live;
  const release = releasesOf(service).find((one) => one.name === name);
  const number = (read: (found: Measured) => number | undefined, unit: string, digits: number): string =>
    partText(measured, (all) => {
      const value = read(all.get(keyOf(service, name)) ?? {});
      return value === undefined ? '-' : `${Number(value.toFixed(digits))} ${unit}`;
    });
  return [
    isFirst ? service.name : '',
    name,
    partText(own, (found) => `${found?.ready[name] ?? 0}/${release?.replicas ?? 0}`),
    shareText(service.canary === undefined ? 0 : (wanted.get(service.name) ?? 0), name),
    partText(own, (found) => shareText(service.canary === undefined ? 0 : found?.split, name)),
    number(({ share }) => share, '%', 1),
    number(({ success }) => success, '%', 2),
    number(({ p95 }) => p95, 'ms', 0),
  ];
}

function partText<T>(part: Part<T>, known: (value: T) => string): string {
  switch (part.state) {
    case 'known':
      return known(part.value);
    case 'awaited':
      return '...';
    case 'unknown':
      return '-';
  }
}

function shareText(split: Split | undefined, release: ReleaseName): string {
  if (split === undefined || split === 'follow') {
    return split ?? 'unreadable';
  }
  return `${release === 'canary' ? split : 100 - split} %`;
}

/** What is of the whole service. */
function remarkOn({ live }: Status, index: number): string {
  return partText(live, (all) => {
    const found = all[index];
    const promotion = found?.promotion === undefined ? [] : [`promotion ${phaseText(found.promotion, Date.now())}`];
    return [`mTLS ${found?.mutualTls ?? '-'}`, ...promotion].join(', ');
  });
}
