import type { Check } from '../check';

/** The proxies that Istio's installation and charts make by their usual names count as there. */
export const unselectedProxy: Check = {
  code: 'KIA0302',
  aliases: ['IST0101'],
  level: 'warning',
  title: 'Every Gateway has pods that open its ports',
  reason: 'A Gateway whose selector finds no pods opens nothing: its hosts can’t be reached.',
  remedy: 'write the labels of the gateway’s pods: istio: ingressgateway, unless it was installed under another name',
  link: 'https://istio.io/latest/docs/reference/config/networking/gateway/#Gateway-selector',
  *find(inventory) {
    for (const { manifest, spec } of inventory.gateways) {
      const labels = Object.entries(spec.selector).map(([key, value]) => `${key}=${value}`);
      if (labels.length > 0 && inventory.pods.selected(spec.selector).length === 0) {
        yield { manifest, path: ['spec', 'selector'], message: `no pod has the labels ${labels.join(', ')}` };
      }
    }
  },
};
