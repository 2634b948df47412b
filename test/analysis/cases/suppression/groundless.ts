import type { CheckCases } from '../../check-cases';
import { suppressed } from './suppressed';

export const groundless: CheckCases = {
  code: 'LAB002',
  broken: {
    'no reason': suppressed("suppress.mesh-lab/LAB010: ''"),
    blanks: suppressed("suppress.mesh-lab/LAB010: ' '"),
  },
  clean: {
    'a reason': suppressed("suppress.mesh-lab/LAB010: 'a tenth goes nowhere on purpose'"),
  },
};
