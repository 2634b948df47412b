/** Parses every file of the folder that the first argument names, and does nothing else with it. */
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { readSources } from '../cli/read/sources';

const [folder = ''] = process.argv.slice(2);
for (const { text } of readSources([folder]).files) {
  loadAll(text, { schema: CORE_SCHEMA });
}
