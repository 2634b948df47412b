import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A slow machine is no failure: what hangs ends all the same.
  test: { include: ['browser/**/*.test.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 },
});
