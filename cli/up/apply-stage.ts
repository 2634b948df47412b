import { applyWaves } from '../apply/apply-waves';
import { usualPatience } from '../apply/patience';
import { connect } from '../cluster/cluster';
import { readWhole } from '../read/read-inventory';
import { InputError } from '../../lib/input/input-error';
import { renderedFolders } from '../render/rendered-folders';
import type { Site } from './site';
import { staleRoutes } from './stale-routes';
import type { Tell } from './view';

/** Applies what was rendered, wave by wave. */
export async function applyRendered({ lab, stop }: Site, tell: Tell): Promise<string> {
  const { inventory, manifests } = readWhole([renderedFolders.kubernetes]);
  const stale = staleRoutes(lab, manifests);
  if (stale.length > 0) {
    throw new InputError(stale);
  }
  const { server, objects } = await connect(lab.settings);
  try {
    return await applyWaves({ objects, manifests, inventory, patience: usualPatience, tell, stop });
  } finally {
    server.close();
  }
}
