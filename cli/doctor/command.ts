import type { Command } from 'commander';
import { examples } from '../examples';
import { print } from '../print';

/** Adds `lab doctor`. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'whether this machine, and the cluster, have what `lab up` needs; ends with 1 if something would stop it',
    )
    .option('--json', 'print one JSON document')
    .addHelpText('after', examples({ doctor: '', 'doctor --json': '' }))
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const [{ readLab }, { examine }, { doctorReport }, { isColoured, painter }] = await Promise.all([
        import('../read/read-lab'),
        import('./doctor'),
        import('./report'),
        import('../terminal'),
      ]);
      const examinations = await examine(readLab(process.env), process.env);
      const report = doctorReport(examinations, painter(!json && isColoured(process.stdout, process.env)));
      print(json ? JSON.stringify(report.json, undefined, 2) : report.text);
      process.exitCode = report.isFine ? 0 : 1;
    });
}
