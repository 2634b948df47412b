import { createServer } from 'node:http';
import * as z from 'zod';
import { LoopbackServer } from './loopback-server';

/** @see https://zipkin.io/zipkin-api/ */
const Spans = z.array(z.object({ traceId: z.string(), id: z.string(), tags: z.record(z.string(), z.string()) }));

/** A process that takes spans as Zipkin does, and keeps them. */
export class Collector extends LoopbackServer {
  readonly spans: z.output<typeof Spans> = [];

  constructor() {
    super(
      createServer((request, response) => {
        const parts: Uint8Array[] = [];
        request.on('data', (part: Uint8Array) => parts.push(part));
        request.on('end', () => {
          this.spans.push(...Spans.parse(JSON.parse(Buffer.concat(parts).toString())));
          response.writeHead(202).end();
        });
      }),
    );
  }
}
