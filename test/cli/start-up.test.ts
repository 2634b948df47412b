import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const loader = pathToFileURL(require.resolve('tsx')).href;

/** The packages that are loaded before a module of `cli/` can do anything. */
function packagesOf(module: string): string[] {
  const file = JSON.stringify(join(__dirname, '..', '..', 'cli', module));
  const program = `require(${file}); console.log(JSON.stringify(Object.keys(require.cache)))`;
  const loaded = execFileSync(process.execPath, ['--import', loader, '-e', program], { encoding: 'utf8' });
  return [...new Set(loaded.match(/node_modules\/(@[^/"]+\/)?[^/"]+/g))].map((path) =>
    path.replace('node_modules/', ''),
  );
}

describe('who looks at a cluster, or acts in a hurry', () => {
  it.each(['status/watch.ts', 'doctor/doctor.ts', 'open/places.ts', 'canary/rollback.ts', 'canary/promote.ts'])(
    'does not wait for what renders: %s',
    (module) => {
      const loaded = packagesOf(module);
      expect(loaded).toContain('zod');
      expect(loaded.filter((name) => /cdktf|cdk8s|constructs|grafana|ajv/.test(name))).toEqual([]);
    },
  );
});
