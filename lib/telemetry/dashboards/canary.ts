import { type ExpectedShares, expectedShares } from '../expected-shares';
import { constant, type Range } from '../promql/expressions';
import { type Canaried, gateQueries, isCanaried } from '../promql/gate';
import { requestShare } from '../promql/requests';
import { oneRelease, wholeService, withRequests } from '../promql/scope';
import type { Telemetry } from '../telemetry';
import { board, type Board } from './board';
import type { PanelProps } from './panel';
import { range } from './request-panels';

/** How long a step of the rollout is watched before the verdict. */
const window: Range = '2m';

/** Services on one board: with more, neither a browser nor a ConfigMap would hold it. */
const perBoard = 50;

/**
 * The rollout: for each service the split that was asked for and the one that is, and what a verdict is made of. One
 * board, or several numbered ones, by file name.
 */
export function canaryBoards(telemetry: Telemetry): Record<string, Board> {
  const expected = expectedShares(telemetry.mesh);
  const services = withRequests(telemetry.mesh.services).filter(isCanaried);
  const description = 'Splits as they should be and as they are, and the numbers that a verdict on a canary rests on.';
  const boards = Array.from({ length: Math.max(1, Math.ceil(services.length / perBoard)) }, (_, index) => {
    const shown = services.slice(index * perBoard, (index + 1) * perBoard);
    const panels = shown.flatMap((service) => panelsOf(service, expected));
    const [name, title] = index === 0 ? ['canary', 'Canary'] : [`canary-${index + 1}`, `Canary ${index + 1}`];
    return [`${name}.json`, board({ name, title, description, panels }, telemetry)] as const;
  });
  return Object.fromEntries(boards);
}

function panelsOf(service: Canaried, expected: ExpectedShares): PanelProps[] {
  const { name } = service;
  const gate = gateQueries(service, window);
  const wanted = constant(expected(service, 'canary') / 100);
  const measured = requestShare(oneRelease(service, service.canary), wholeService(service), range);
  return [
    {
      title: `${name}: share of the canary`,
      description: 'What the splits ask for, and what callers measured. Requests with a pin come on top.',
      unit: 'share',
      queries: [
        { expr: wanted, legend: 'wanted' },
        { expr: measured, legend: 'measured' },
      ],
      width: 8,
    },
    {
      title: `${name}: error share`,
      description: `Verdict input: share of failed requests within ${window}. No line means that there were none.`,
      unit: 'share',
      queries: [
        { expr: gate.stableErrorShare, legend: 'stable' },
        { expr: gate.canaryErrorShare, legend: 'canary' },
      ],
      width: 8,
    },
    {
      title: `${name}: requests`,
      description: `Verdict input: requests within ${window} that the error shares are of. Few of them decide nothing.`,
      unit: 'count',
      queries: [
        { expr: gate.stableRequests, legend: 'stable' },
        { expr: gate.canaryRequests, legend: 'canary' },
      ],
      width: 8,
    },
  ];
}
