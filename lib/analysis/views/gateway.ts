import { fields, flag, item, list, number, scalarLabels, text, words } from '../manifest/lenient';
import { viewerOf } from './view';

/** @see https://istio.io/latest/docs/reference/config/networking/gateway/ */
export const gateway = viewerOf('networking.istio.io', 'Gateway', {
  selector: scalarLabels,
  servers: list(
    item({
      name: text,
      bind: text,
      port: fields({ number, name: text, protocol: text, targetPort: number }),
      hosts: words,
      tls: fields({
        mode: text,
        httpsRedirect: flag,
        credentialName: text,
        credentialNames: words,
        serverCertificate: text,
        privateKey: text,
        caCertificates: text,
        tlsCertificates: list(item({})),
        minProtocolVersion: text,
      }),
    }),
  ),
});

export type Gateway = ReturnType<typeof gateway.view>;
export type Server = Gateway['spec']['servers'][number];
