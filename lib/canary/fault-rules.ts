import type { Reason } from './judgement';
import type { Fault } from './measurement';

/** What a fault means for whoever reads the verdict. It is an ERROR, whatever else was found. */
export function faultRule(fault: Fault): Reason {
  const what = 'caller' in fault ? `scraping of ${fault.caller}` : 'answer of Prometheus';
  return { verdict: 'ERROR', what, value: valueOf(fault), limit: limitOf(fault), because: advice[fault.kind] };
}

const advice: Readonly<Record<Fault['kind'], string>> = {
  unreachable: 'Nobody answered. See whether Prometheus runs, and whether promotion.prometheus is its address.',
  timeout: 'Prometheus is too slow or does not answer. See whether it is out of memory or still starting.',
  http: 'Whoever answers there refuses the query. See whether it is Prometheus.',
  malformed: 'Whoever answers there is not Prometheus, or the answer was cut short.',
  partial: 'Prometheus says that its answer is not the whole one. What is missing may be the errors.',
  unscraped: 'Requests are counted by their callers, and what this one saw is unknown. See its target in Prometheus.',
  young: 'What happened before that in the window is unknown. Wait, or begin the observation anew.',
};

function valueOf(fault: Fault): string {
  switch (fault.kind) {
    case 'timeout':
      return `none within ${fault.after} ms`;
    case 'http':
      return `${fault.status} ${fault.because}`.trim();
    case 'partial':
      return fault.warnings.join('; ');
    case 'young':
      return `watched for ${Math.round(fault.watched)} s`;
    case 'unreachable':
    case 'malformed':
    case 'unscraped':
      return fault.because;
  }
}

function limitOf(fault: Fault): string {
  switch (fault.kind) {
    case 'timeout':
      return `${fault.after} ms`;
    case 'http':
      return '200';
    case 'partial':
      return 'no warning';
    case 'young':
      return `${Math.round(fault.window)} s`;
    case 'unscraped':
      return 'every pod scraped';
    case 'unreachable':
      return 'an answer';
    case 'malformed':
      return "the form of Prometheus' answers";
  }
}
