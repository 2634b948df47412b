import { configMapParts } from '../../lib/platform/config-map-parts';
import { profiles } from '../../lib/platform/profile';
import { addOnUrlsOf } from '../../stacks/add-on-urls';
import { defaultSettings } from '../../stacks/settings';
import { telemetryOf } from '../../stacks/telemetry';
import { service, shop } from '../telemetry/meshes';
import { labOf } from './rendered';

const lab = labOf({}).mesh;
const urls = addOnUrlsOf(defaultSettings);

test.each([
  ['the lab', lab],
  ['a shop of eleven services', shop()],
])('what Terraform gets for %s has nothing that it would take for a template', (_, mesh) => {
  expect(JSON.stringify(telemetryOf(mesh, profiles.production, urls))).not.toMatch(/[$%]\{/);
});

/** How many ConfigMaps the dashboards of so many services with a canary take. */
function configMapsFor(count: number): number {
  const services = Array.from({ length: count }, (_, index) => service(`service-${index}`));
  const mesh = { ...lab, services, calls: [], edges: [] };
  return configMapParts(telemetryOf(mesh, profiles.production, urls).dashboards).length;
}

test.each([
  [3, 1],
  [100, 2],
  [300, 5],
])('the dashboards of %s services are no larger than ConfigMaps can hold', (count, configMaps) => {
  expect(configMapsFor(count)).toBe(configMaps);
});
