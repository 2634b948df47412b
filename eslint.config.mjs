import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const sameEveryRun = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: 'Output is the same on every run.',
};

/** What proxies do with routes is decided in one place, for VirtualServices and for the Gateway API alike. */
const effectiveRoutes = ['MemberExpression > Identifier.property', 'ObjectPattern > Property > Identifier.key'].map(
  (place) => ({
    selector: `${place}[name=/^(virtualServices|virtualServiceOf|httpRoutes|grpcRoutes)$/]`,
    message:
      'Ask lib/analysis/routing for the routes that hold (configurationOf, rulesOf), and for the pods behind them (workloadsMeant).',
  }),
);

/** Checks of VirtualServices as they are written: of what is wrong with the object, whatever proxies make of it. */
const checksOfWriting = [
  ...['duplicate-match', 'repeated-destination', 'repeated-writes', 'single-weight', 'uneven-weights'],
  ...['unreachable-rule', 'unrooted-path', 'old-gateway-name', 'internal-gateway', 'claims-without-authentication'],
  ...['missing-gateway', 'missing-host', 'missing-subset', 'unknown-port', 'ambiguous-port', 'unknown-export'],
  ...['host-outside-gateway', 'shared-host', 'delegations', 'idle-source', 'lost-delegate', 'unread-rules'],
];

export default defineConfig(
  {
    ignores: [
      'dist/',
      // It has types and packages of its own: `npm run test:apps` checks its types.
      'apps/frontend/',
      'apps/.built/',
      'cdktf.out/',
      'coverage/',
      'imports/*.io.ts',
      'imports/providers/',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
    ],
  },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in a message read as they should.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A construct works by being constructed: its scope holds it.
      'no-new': 'off',
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['lib/**/*.ts', 'stacks/**/*.ts'],
    rules: {
      // Rendering is a function of its input: what comes from outside is read in cli/ and handed in.
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'Date'],
      'no-restricted-syntax': ['error', sameEveryRun],
    },
  },
  {
    files: ['lib/analysis/**/*.ts'],
    ignores: [
      'lib/analysis/{inventory,routing}/**',
      'lib/analysis/checks/{schema,gateway-api}/**',
      `lib/analysis/checks/routing/{${checksOfWriting.join(',')}}.ts`,
    ],
    rules: { 'no-restricted-syntax': ['error', sameEveryRun, ...effectiveRoutes] },
  },
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
);
