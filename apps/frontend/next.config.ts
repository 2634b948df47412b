import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  // Images are drawn by the browser as they are; what would scale them is the largest part of the server.
  outputFileTracingExcludes: { '/*': ['node_modules/sharp/**', 'node_modules/@img/**'] },
  images: { unoptimized: true },
  // Stable and canary come from one source: a page of one finds its scripts at the other.
  generateBuildId: () => '3rvision',
  poweredByHeader: false,
  // Who does not ask for a page is a program, and gets the call tree.
  rewrites: () =>
    Promise.resolve({
      beforeFiles: [
        {
          source: '/',
          missing: [
            { type: 'header', key: 'accept', value: '.*text/html.*' },
            { type: 'header', key: 'rsc' },
          ],
          destination: '/api/path',
        },
      ],
      afterFiles: [],
      fallback: [],
    }),
};

export default config;
