import { request } from 'undici';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export async function get(url: string, sent: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { statusCode, headers, body } = await request(url, { headers: sent });
  await body.dump();
  return { status: statusCode, headers };
}

/** The answers to a number of requests, one after the other. */
export async function getInTurn(url: string, times: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < times) {
    answers.push(await get(url));
  }
  return answers;
}
