import { releaseName, response } from '../../server/tier';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return response({ name: releaseName(), code: 200 });
}
