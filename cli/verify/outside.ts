import { type Outcome, outsideOutcome } from '../../lib/verify/outcome';
import type { Question } from '../../lib/verify/question';
import { ask, type GatewayAddress, type OutsideAnswer } from '../gateway/ask';

/** Milliseconds that one request has. */
const patience = 10_000;
/** Requests of one question at a time. */
const together = 8;

/** Asks the gateway as often as a question wants. */
export async function askOutside(gateway: GatewayAddress, { ask: wanted, times }: Question): Promise<Outcome[]> {
  const { scheme, host, path, method, headers } = wanted;
  const outcomes: Outcome[] = [];
  while (outcomes.length < times) {
    const size = Math.min(together, times - outcomes.length);
    const answers = await Promise.all(
      Array.from({ length: size }, () => ask(gateway, { scheme, host, path, method, headers }, patience)),
    );
    outcomes.push(...answers.map(outcomeFor));
  }
  return outcomes;
}

function outcomeFor({ status = 0, headers, body, failure = '' }: OutsideAnswer): Outcome {
  const isForwarded = headers['x-envoy-upstream-service-time'] !== undefined;
  return outsideOutcome({ status, exit: 0, isConnected: status > 0, isForwarded, body, error: failure });
}
