import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { cacheFolder } from './cache';
import { Program } from './program';

/** A program that exists as a Go module, so that the module proxy is all it takes to get it. */
export interface GoProgram {
  readonly name: string;
  readonly module: string;
  readonly version: string;
  /** The main package. */
  readonly package: string;
  /** The published version of the modules that the program's repository keeps beside it, under version v0.0.0. */
  readonly siblings?: string;
  /** Values for string variables, as `import/path.name=value`. */
  readonly variables?: readonly string[];
  /** Build tags that the program's own build sets. @default - none */
  readonly tags?: readonly string[];
  readonly why: string;
  readonly duration: string;
  /** What to do on a machine without Go. */
  readonly otherwise: string;
}

const Download = z.object({ Dir: z.string() });

/** The path of the built program. The first call on a machine builds it; the version in its name retires an old one. */
export async function goBuild(program: GoProgram): Promise<string> {
  const { name, version } = program;
  const cache = cacheFolder();
  const binary = join(cache, `${name}-${version}`);
  if (existsSync(binary)) {
    return binary;
  }
  process.stderr.write(
    `Building ${name} ${version} from source, once, ${program.why}: ${program.duration}. It is kept as ${binary}\n`,
  );
  mkdirSync(cache, { recursive: true });
  const build = startBuild(program, moduleFolder(program, cache), cache);
  try {
    await build.success();
    // Complete or absent, also when two runs build at once: the later one replaces an equal file.
    renameSync(join(build.folder, name), binary);
  } finally {
    await build.stop();
  }
  return binary;
}

function moduleFolder({ name, module, version, otherwise }: GoProgram, cwd: string): string {
  const go = spawnSync('go', ['mod', 'download', '-json', `${module}@${version}`], { cwd, encoding: 'utf8' });
  if (go.error !== undefined) {
    throw new Error(
      `${name} is built with Go, which did not start (${go.error.message}). Install Go, or ${otherwise}.`,
    );
  }
  if (go.status !== 0) {
    throw new Error(`go mod download ${module}@${version} failed:\n${go.stderr}${go.stdout}`);
  }
  return Download.parse(JSON.parse(go.stdout)).Dir;
}

/**
 * `go install module@version` refuses a module with `replace` lines, and these programs have them. So a module of our own
 * requires exactly what theirs requires, and takes from the proxy what theirs takes from the folders beside it.
 */
function startBuild(program: GoProgram, source: string, cache: string): Program {
  const { name, module, version, siblings = version, variables = [], tags = [] } = program;
  const requirements = readFileSync(join(source, 'go.mod'), 'utf8')
    .replace(/^module .*$/m, 'module mesh-lab.invalid/build')
    .replace(/^.* => \.\.?\/.*$/gm, '')
    .replace(/ v0\.0\.0$/gm, ` ${siblings}`);
  // Two compilers at a time: with more, a small machine runs out of memory.
  const options = ['-p', '2', '-mod=mod', '-trimpath', '-tags', tags.join(','), '-o', name];
  const ldflags = ['-s', '-w', ...variables.map((variable) => `-X ${variable}`)].join(' ');
  return new Program(`build-${name}`, ['go', 'build', ...options, '-ldflags', ldflags, program.package], {
    under: cache,
    files: {
      'go.mod': `${requirements}\nrequire ${module} ${version}\n`,
      'go.sum': readFileSync(join(source, 'go.sum'), 'utf8'),
    },
    env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GOTMPDIR: '.' },
  });
}
