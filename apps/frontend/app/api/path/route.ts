import { callTree, response } from '../../../server/tier';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  return response(await callTree(request));
}
