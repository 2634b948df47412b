/** Parses every file of the folder that the first argument names, and does nothing else with it. */
import { parseAllDocuments } from 'yaml';
import { readSources } from '../cli/read/sources';

const [folder = ''] = process.argv.slice(2);
for (const { text } of readSources([folder])) {
  for (const document of parseAllDocuments(text)) {
    document.toJS();
  }
}
