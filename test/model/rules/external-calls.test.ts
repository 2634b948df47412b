import type { ExternalCall, ExternalHost } from '../../../lib/model/external';
import { externalCalls } from '../../../lib/model/rules/external-calls';
import { sampleJob, sampleMesh, sampleService, shop } from '../../support/sample';

const bank: ExternalHost = { host: 'api.bank.example', port: 443, protocol: 'tls' };
const report = sampleJob('report');
const find = (...calls: readonly ExternalCall[]) => externalCalls(sampleMesh({ jobs: [report], externalCalls: calls }));

describe('external calls', () => {
  it('finds a caller that is not of the mesh', () => {
    expect(find({ caller: sampleService('stranger'), to: bank })).toMatchObject([
      { path: ['externalCalls', 'stranger -> api.bank.example', 'caller'], value: 'stranger' },
    ]);
  });

  it.each(['bank', 'stock.stock.svc.cluster.local', 'stock.stock.svc', '*.bank.example', 'API.bank.example'])(
    'finds the host %s',
    (host) => {
      expect(find({ caller: shop, to: { ...bank, host } })).toMatchObject([
        { path: ['externalCalls', `shop -> ${host}`, 'host'], value: host },
      ]);
    },
  );

  it('finds a port that is none', () => {
    expect(find({ caller: shop, to: { ...bank, port: 0 } })).toMatchObject([
      { path: ['externalCalls', 'shop -> api.bank.example', 'port'], value: 0 },
    ]);
  });

  it('does not find calls of services and jobs to hosts outside', () => {
    expect(find({ caller: shop, to: bank }, { caller: report, to: bank })).toEqual([]);
  });
});
