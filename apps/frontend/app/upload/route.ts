import { flash } from '../../server/flash';
import { analysis, answerHeaders } from '../../server/tier';
import { shownOf } from '../../shared/answer';

/** For forms of browsers without JavaScript: the page shows the result, and can be loaded again without a second upload. */
export async function POST(request: Request): Promise<Response> {
  const answer = await analysis(request);
  return new Response(null, {
    status: 303,
    headers: { ...answerHeaders(answer), location: '/#result', 'set-cookie': flash(shownOf(answer)) },
  });
}
