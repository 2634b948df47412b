import type { Check } from '../check';

/** Kiali can't tell an absent mode from a written REGISTRY_ONLY; a file can. */
export const silentOutboundMode: Check = {
  code: 'KIA1007',
  level: 'warning',
  title: 'An outboundTrafficPolicy says its mode',
  reason: 'Without a mode it means REGISTRY_ONLY, whatever the mesh says: hosts that nobody declares get 502.',
  remedy: 'write mode: REGISTRY_ONLY or mode: ALLOW_ANY, or leave the policy out to follow the mesh',
  link: 'https://istio.io/latest/docs/reference/config/networking/sidecar/#OutboundTrafficPolicy',
  *find({ sidecars }) {
    for (const { manifest, spec } of sidecars) {
      const policy = spec.outboundTrafficPolicy;
      if (policy !== undefined && (policy.mode ?? '') === '') {
        const message = 'no mode is written, which means REGISTRY_ONLY';
        yield { manifest, path: ['spec', 'outboundTrafficPolicy'], message };
      }
    }
  },
};
