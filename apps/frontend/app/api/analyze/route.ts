import { analysis, releaseName, response } from '../../../server/tier';

export async function POST(request: Request): Promise<Response> {
  return response(await analysis(request));
}

function notAllowed({ method }: Request): Response {
  const error = `${method} is not allowed here: use POST`;
  return response({ name: releaseName(), code: 405, error }, { allow: 'POST' });
}

export { notAllowed as DELETE, notAllowed as GET, notAllowed as PATCH, notAllowed as PUT };
