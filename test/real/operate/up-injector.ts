import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { Objects } from '../../../cli/cluster/objects';
import { objectIn } from '../../../cli/cluster/objects';
import { selfSigned } from '../../cli/self-signed';
import { freePort } from '../parts/port';

const review = z.object({
  request: z.object({
    uid: z.string(),
    object: z.looseObject({ spec: z.looseObject({ containers: z.tuple([z.looseObject({})], z.looseObject({})) }) }),
  }),
});

/** A webhook that adds a container to pods as Istio's injector does; it is registered long before it answers. */
export class Injector {
  private readonly server: Server;

  private constructor(
    private readonly port: number,
    certificate: ReturnType<typeof selfSigned>,
  ) {
    this.server = createServer({ ...certificate }, (request, response) => {
      void text(request).then((body) => {
        const { uid, object } = review.parse(JSON.parse(body)).request;
        const value = { ...object.spec.containers[0], name: 'istio-proxy' };
        const patch = JSON.stringify([{ op: 'add', path: '/spec/containers/-', value }]);
        const answer = { uid, allowed: true, patchType: 'JSONPatch', patch: Buffer.from(patch).toString('base64') };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response: answer }));
      });
    });
  }

  static async register(objects: Objects): Promise<Injector> {
    const certificate = selfSigned('injector', '127.0.0.1');
    const injector = new Injector(await freePort(), certificate);
    const configuration = {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingWebhookConfiguration',
      metadata: { name: 'injector' },
      webhooks: [
        {
          name: 'injector.mesh-lab.invalid',
          clientConfig: {
            url: `https://127.0.0.1:${injector.port}/inject`,
            caBundle: Buffer.from(certificate.cert).toString('base64'),
          },
          rules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE'] }],
          namespaceSelector: { matchLabels: { 'istio-injection': 'enabled' } },
          sideEffects: 'None',
          admissionReviewVersions: ['v1'],
        },
      ],
    };
    objectIn(await objects.create(configuration), configuration);
    return injector;
  }

  async answer(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
