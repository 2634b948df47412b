import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { Tier } from '../../../apps/tiers';
import { Application, drawn } from './application';

/** Each request has a connection of its own: whoever would reuse one that is about to close, tests a race of its own. */
function ask(application: Application, body: Buffer) {
  const dispatcher = new Agent({ pipelining: 0 });
  return request(`${application.url()}/api/analyze`, { method: 'POST', body, dispatcher })
    .then(({ statusCode, body: answer }) => answer.dump().then(() => statusCode))
    .finally(() => dispatcher.destroy());
}

test.each<Tier>(['frontend', 'backend', 'ml'])('%s finishes what it has begun before it ends', async (tier) => {
  const application = await Application.start({ env: { ml: { ADDED_DELAY_MS: '4000' } } });
  try {
    const picture = drawn(2);
    const asked = Array.from({ length: 8 }, () => ask(application, picture));
    // Time to get to the last tier, many times over.
    await sleep(2000);
    const code = await application.end(tier);
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 8 }, () => 200));
    // By itself, and not by SIGKILL; 143 is how Node's world says that it was told to.
    expect([0, 143]).toContain(code);
    await expect(request(`${application.url(tier)}/ready`)).rejects.toThrow('ECONNREFUSED');
  } finally {
    await application.stop();
  }
});
