import { isTemplate } from '../../../authorization/patterns';

/**
 * Why a path of an AuthorizationPolicy is none: `{*}` is one segment, and `{**}` any number of them, once and behind all `{*}`.
 * @see https://github.com/istio/istio/blob/release-1.30/pkg/config/security/security.go CheckValidPathTemplate
 */
export function faultOfPath(path: string): string | undefined {
  const segments = path.replace(/^\/+|\/+$/g, '').split('/');
  const rest = segments.slice(segments.indexOf('{**}') + 1);
  if (segments.includes('{**}') && rest.some(isOperator)) {
    return '{**} has to be the last template in it';
  }
  const others = segments.filter((segment) => !isOperator(segment));
  if (others.some((segment) => /[{}]/.test(segment))) {
    return 'braces stand for templates alone, each a whole segment: {*} or {**}';
  }
  const isLiteral = others.every((segment) => /^[\w.~%!$&'()+,;:@=-]+$/.test(segment));
  return isTemplate(path) && !isLiteral ? 'beside a template stand letters that a URL escapes' : undefined;
}

function isOperator(segment: string): boolean {
  return segment === '{*}' || segment === '{**}';
}
