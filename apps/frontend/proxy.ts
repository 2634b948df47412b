import { type NextRequest, NextResponse } from 'next/server';
import { releaseName } from './server/tier';

/** Pages say which release made them, and run no script but their own. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  // Development evaluates code to replace modules while the page is open.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self'${development === '' ? '' : " 'unsafe-inline'"}`,
    "img-src 'self' blob: data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  // The framework takes the nonce of its scripts from here.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-served-by', releaseName());
  return response;
}

/** The page alone, not what programs get in its place. */
export const config = {
  matcher: [{ source: '/', has: [{ type: 'header', key: 'accept', value: '.*text/html.*' }] }],
};
