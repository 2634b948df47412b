import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A slow machine is no failure: what hangs ends all the same.
  test: { include: ['tests/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
