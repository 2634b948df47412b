import { previewLines, previews, previewSummary } from '../apply/preview';
import { connect } from '../cluster/cluster';
import { examineFirst } from './doctor-stage';
import { imagesOf } from '../images';
import { readInventory } from '../read-inventory';
import { renderedFolders } from './render-stage';
import type { Site } from './site';
import type { StageName } from './stages';

/** What stages would do, line by line; nothing is written, and Terraform is not run. */
export async function wouldDo(site: Site, names: readonly StageName[]): Promise<string[]> {
  const parts: string[] = [];
  for (const name of names) {
    const [first = '', ...rest] = await wouldDoIn(site, name);
    parts.push(`${name}: ${first}`, ...rest.map((line) => `  ${line}`));
  }
  return parts;
}

async function wouldDoIn(site: Site, name: StageName): Promise<string[]> {
  const { settings, mesh } = site.lab;
  switch (name) {
    case 'doctor':
      return examineFirst(site).then(
        (summary) => [summary],
        (error: unknown) => linesOf(error),
      );
    case 'render':
      return [`would render into ${renderedFolders.kubernetes}/ and ${renderedFolders.terraform}/, and prove it`];
    case 'cluster':
      return [
        `would apply ${renderedFolders.terraform}/stacks/cluster; would ask before it replaces ${settings.cluster.name}`,
      ];
    case 'platform':
    case 'observability':
      return [`would apply ${renderedFolders.terraform}/stacks/${name}`];
    case 'images':
      return [`would put into the nodes what they lack and the local Docker has of: ${imagesOf(mesh).join(', ')}`];
    case 'apply':
      return wouldApply(site).catch(linesOf);
    case 'verify':
      return ['would see that the lab answers'];
  }
}

/** The server is asked: it says what it would do, and does nothing. */
async function wouldApply({ lab }: Site): Promise<string[]> {
  const { manifests } = readInventory([renderedFolders.kubernetes]);
  const { server, objects } = await connect(lab.settings).catch(() => ({ server: undefined, objects: undefined }));
  if (server === undefined) {
    return [`would apply ${manifests.length} objects; there is no cluster yet to ask what that changes`];
  }
  try {
    const preview = await previews(objects, manifests);
    return [`would apply ${manifests.length} objects: ${previewSummary(preview)}`, ...previewLines(preview)];
  } finally {
    server.close();
  }
}

function linesOf(error: unknown): string[] {
  return (error instanceof Error ? error.message : String(error)).split('\n');
}
