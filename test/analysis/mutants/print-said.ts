/** All that files of findings and pages keep, said anew. Arguments: the YAML files that the lab renders. */
import { readFileSync } from 'node:fs';
import { checksContents } from '../../../lib/analysis/checks/contents';
import { checkPage } from '../../../lib/analysis/checks/page';
import { allDescriptions } from '../../../lib/analysis/checks/table';
import { allCases } from '../cases/table';
import { exampleOf } from '../example';
import { faultless } from '../faultless';
import { keptSection, mutatedOf } from '../mutated';

const inputs = faultless(process.argv.slice(2).map((file) => readFileSync(file, 'utf8')));
for (const cases of allCases) {
  console.log(keptSection(cases, mutatedOf(cases, inputs)));
  for (const description of allDescriptions.filter(({ code }) => code === cases.code)) {
    console.log(checkPage(description, { ...exampleOf(cases), reads: [] }));
  }
}
console.log(checksContents(allDescriptions));
