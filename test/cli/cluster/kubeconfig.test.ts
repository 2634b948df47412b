import { join } from 'node:path';
import { accessTo } from '../../../cli/cluster/kubeconfig';
import { tempFolder } from '../temp-folder';

const folder = tempFolder({});

describe('a kubeconfig that cannot be read', () => {
  it('is named once if it is missing, with the remedy for either kind of cluster', async () => {
    const kubeconfig = join(folder, 'kubeconfig');
    await expect(accessTo({ kubeconfig, context: 'kind-lab' })).rejects.toThrow(
      [
        `${kubeconfig}: missing`,
        '  rule:   the kubeconfig can be read',
        '  remedy: kind: `lab up` makes the cluster, and the file; else name the file in cluster.kubeconfig of the settings',
      ].join('\n'),
    );
  });

  it('is not called missing if it is there', async () => {
    await expect(accessTo({ kubeconfig: folder, context: 'kind-lab' })).rejects.toThrow(`${folder}: "EISDIR"\n`);
  });
});
