import { buildBackend, buildFrontend, buildMl } from '../../../apps/local/built';
import { chromium } from '../parts/chromium';

/** Here and not in a test: installing and building may take minutes, and a setup has no time limit. */
export default function setup(): void {
  chromium();
  buildBackend();
  buildMl();
  buildFrontend();
}
