import { threeTiers } from '../../support/three-tiers';
import { bootstrapOf } from './bootstrap';
import { meshOfEverything } from './meshes';
import { validate } from './proxy';
import { istioObjects } from './rendered';

describe('Envoy, given what istiod makes of the rendered YAML', () => {
  it.each([
    ['the three tiers', threeTiers()],
    ['a mesh that uses everything', meshOfEverything()],
  ])('accepts %s', async (_, mesh) => {
    await expect(validate(bootstrapOf(istioObjects(mesh)))).resolves.toBeUndefined();
  });
});

describe('Envoy, given the same with one change', () => {
  /** The first place of a text in the configuration has another. */
  function changed(from: string, to: string): unknown {
    const text = JSON.stringify(bootstrapOf(istioObjects(meshOfEverything())));
    expect(text).toContain(from);
    return JSON.parse(text.replace(from, to));
  }

  it.each([
    ['a rate limit', 'token_bucket'],
    ['an ejection', 'max_ejection_percent'],
    ['a retry', 'retriable_status_codes'],
  ])('refuses %s with a misspelt field', async (_, field) => {
    await expect(validate(changed(`"${field}"`, `"${field}x"`))).rejects.toThrow(`${field}x`);
  });

  it('takes a rate limit for every 50 milliseconds, and none for a shorter time', async () => {
    const every = (interval: string): unknown => changed('"fill_interval":"600s"', `"fill_interval":"${interval}"`);
    await expect(validate(every('0.05s'))).resolves.toBeUndefined();
    await expect(validate(every('0.049s'))).rejects.toThrow('must be >= 50ms');
  });
});
