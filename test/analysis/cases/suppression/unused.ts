import type { CheckCases } from '../../check-cases';
import { suppressed } from './suppressed';

export const unused: CheckCases = {
  code: 'LAB001',
  broken: {
    'weights that add up by now': suppressed("suppress.mesh-lab/LAB010: 'a tenth goes nowhere on purpose'", 90),
    'another code': suppressed("suppress.mesh-lab/KIA1105: 'a tenth goes nowhere on purpose'"),
  },
  clean: {
    'weights that do not': suppressed("suppress.mesh-lab/LAB010: 'a tenth goes nowhere on purpose'"),
  },
};
