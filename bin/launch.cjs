'use strict';
const { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// Most runs are over before what the engine optimizes is used: it begins with that after fifteen times the work it else waits
// for. Engines after that of Node 20 wait by themselves.
if (process.version.startsWith('v20.')) {
  setFlagsFromString('--interrupt-budget=1000000');
}

const root = join(__dirname, '..');
const folder = join(root, 'build');

/**
 * Runs a bundled program. In a checkout the bundle is made anew first where a source is newer than it.
 * @param {'lab' | 'main'} name
 */
exports.launch = function launch(name) {
  if (isStale()) {
    makeBundle();
  }
  const file = join(folder, `${name}.cjs`);
  if (process.argv.includes('--debug')) {
    // Stack traces lead to the sources.
    process.setSourceMapsEnabled(true);
    require(file);
  } else {
    run(file);
  }
};

function makeBundle() {
  try {
    require('./bundle.cjs').bundle(folder);
  } catch (error) {
    if (process.argv.includes('--debug')) {
      throw error;
    }
    console.error(`${folder}: "build"\n  rule:   the program can be bundled there: ${error.message}`);
    console.error('  remedy: let this user write there, or mend the source; `rm -r build` is always safe');
    process.exit(2);
  }
}

/** Whether a source has changed since the bundle was made. */
function isStale() {
  const inputs = join(folder, 'inputs.txt');
  const made = statSync(inputs, { throwIfNoEntry: false });
  const isNewer = (input) => {
    const source = statSync(`${root}/${input}`, { throwIfNoEntry: false });
    return source === undefined || source.mtimeMs > made.mtimeMs;
  };
  return made === undefined || readFileSync(inputs, 'utf8').split('\n').some(isNewer);
}

/**
 * Runs a file as `require` does, with what the engine has compiled of it in an earlier run. The first run that comes to its end
 * keeps that; where it can't be written, every run compiles.
 */
function run(file) {
  const { source, mtime } = read(file);
  const cache = [file, command(), mtime, process.version, process.arch, 'cache'].join('.');
  const cachedData = readIfThere(cache);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', (code) => {
      if (code < 2) {
        keep(script, cache);
      }
    });
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, folder);
}
exports.run = run;

/** The engine takes any text of the same length for the one it has compiled, so the time has to be that of this very text. */
function read(file) {
  const descriptor = openSync(file);
  try {
    // It is ASCII, and read several times as fast if that is known.
    return { source: readFileSync(descriptor, 'latin1'), mtime: fstatSync(descriptor).mtimeMs };
  } finally {
    closeSync(descriptor);
  }
}

/** Commands use different parts of the program. */
function command() {
  const [, , word = ''] = process.argv;
  return /^[a-z]+$/.test(word) ? word : 'none';
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function keep(script, cache) {
  const aside = `${cache}.${process.pid}`;
  try {
    writeFileSync(aside, script.createCachedData());
    renameSync(aside, cache);
  } catch {
    // A folder that nobody may write to is fine: see above.
  }
}
