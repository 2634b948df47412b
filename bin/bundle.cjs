/**
 * Makes of the sources what runs: `build/lab.cjs` (the `lab` command) and `build/main.cjs` (`npm start`). A program that is one
 * file starts several times as fast as one of hundreds.
 */
'use strict';
const { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const { buildSync } = require('esbuild');
const { dependencies } = require('../package.json');

const root = join(__dirname, '..');

/** What nearly every command loads. All other packages are loaded from where they are installed, when they are needed. */
const bundled = new Set([
  'ajv',
  'cli-table3',
  'commander',
  'fastest-levenshtein',
  'js-yaml',
  'minimatch',
  're2js',
  'string-width',
  'wrap-ansi',
  'yaml',
  'zod',
]);

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: root,
  outdir: 'build',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Names stay as they are, for whoever reads a stack trace.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  sourcemap: true,
  metafile: true,
  write: false,
  logLevel: 'error',
  external: Object.keys(dependencies).filter((name) => !bundled.has(name)),
  // Code that the engine has kept can't import any more, and every Node that is supported can require modules of both kinds.
  supported: { 'dynamic-import': false },
  // The other build of this package runs at half the speed once it is bundled.
  alias: { 'js-yaml': require.resolve('js-yaml') },
};

/** What is to be written of some programs, by name; anybody's that use our code. */
exports.built = function built(entryPoints) {
  return buildSync({ ...options, entryPoints });
};

/**
 * Writes the bundle, and last of all `inputs.txt`: the sources it was made of, a line each. Several processes may do so at a
 * time, and others may read meanwhile: every file is replaced as a whole.
 * @param {string} folder
 */
exports.bundle = function bundle(folder) {
  const { outputFiles, metafile } = exports.built({ lab: 'cli/lab.ts', main: 'main.ts' });
  const sources = Object.keys(metafile.inputs).filter((input) => !input.startsWith('node_modules/'));
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) {
    replace(join(folder, basename(path)), contents);
  }
  readdirSync(folder)
    .filter((file) => file.endsWith('.cache'))
    .forEach((file) => rmSync(join(folder, file), { force: true }));
  replace(join(folder, 'inputs.txt'), [...sources, 'package-lock.json', 'bin/bundle.cjs'].join('\n'));
};

function replace(file, contents) {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, contents);
  renameSync(aside, file);
}
