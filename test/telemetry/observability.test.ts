import { profiles } from '../../lib/platform/profile';
import { addOnUrlsOf } from '../../stacks/access';
import { defaultSettings } from '../../stacks/settings';
import { telemetryOf } from '../../stacks/telemetry';
import { lab, shop } from './meshes';

const urls = addOnUrlsOf(defaultSettings);

test.each([
  ['the lab', lab],
  ['a shop of eleven services', shop()],
])('what Terraform gets for %s has nothing that it would take for a template', (_, mesh) => {
  expect(JSON.stringify(telemetryOf(mesh, profiles.production, urls))).not.toMatch(/[$%]\{/);
});

test('the dashboards of the lab fit into a ConfigMap', () => {
  const { dashboards } = telemetryOf(lab, profiles.production, urls);
  expect(Object.values(dashboards).join('').length).toBeLessThan(2 ** 20);
});
