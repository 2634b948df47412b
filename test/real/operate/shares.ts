import { request } from 'node:https';
import * as z from 'zod';
import { liveSplit } from '../../../lib/canary/live-split';
import type { Endpoint } from '../api/connection';

const event = z.looseObject({ object: z.looseObject({}) });

/** Every share that the API server has had for a canary, one after the other: it tells each change, however busy we are. */
export class Shares {
  readonly seen: unknown[] = [];
  readonly stop: () => void;
  /** Done when it has the share that is there: what is changed before may be missed. */
  readonly begun: Promise<void>;
  private begin: () => void = () => undefined;

  constructor({ url, ca, token }: Endpoint, service: string) {
    const path = `/apis/networking.istio.io/v1/namespaces/${service}/virtualservices`;
    const query = `watch=true&fieldSelector=metadata.name%3D${service}-vs`;
    const options = { ca, headers: { authorization: `Bearer ${token}` } };
    const asked = request(`${url}${path}?${query}`, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        const lines = `${text}${part}`.split('\n');
        text = lines.pop() ?? '';
        lines.forEach((line) => {
          this.note(line);
        });
      });
      answer.on('error', () => undefined);
    });
    asked.on('error', () => undefined).end();
    this.stop = () => asked.destroy();
    this.begun = new Promise((resolve) => {
      this.begin = resolve;
    });
  }

  private note(line: string): void {
    const share = liveSplit(event.parse(JSON.parse(line)).object);
    if (share !== this.seen.at(-1)) {
      this.seen.push(share);
    }
    this.begin();
  }
}
