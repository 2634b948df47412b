/** The name of a check in code: `lostHeader` of `lost-header`. */
function identifierOf(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A check that works, and whose words are still to be written: a test refuses them as they are. */
export function checkTemplate(name: string, code: string): string {
  return `import type { Check } from '../check';

export const ${identifierOf(name)}: Check = {
  code: '${code}',
  level: 'warning',
  title: 'TODO: what holds where nothing is found',
  reason: 'TODO: what goes wrong where it does not hold.',
  remedy: 'TODO: what to write instead',
  link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/',
  *find({ virtualServices }) {
    for (const { manifest, spec } of virtualServices) {
      for (const [index, host] of spec.hosts.entries()) {
        if (host === 'todo.example') {
          yield { manifest, path: ['spec', 'hosts', index], message: \`TODO: what is wrong with \${host}\` };
        }
      }
    }
  },
};
`;
}

/** Its cases: the fault, and what looks like it and is none. The first of each is the example of its page. */
export function casesTemplate(name: string, code: string): string {
  return `import type { CheckCases } from '../../check-cases';

const route = (host: string): string => \`
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: web, namespace: shop }
spec: { hosts: [\${host}], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: shop }
spec: { hosts: [\${host}], http: [{ timeout: 5s, route: [{ destination: { host: \${host} } }] }] }
\`;

export const ${identifierOf(name)}: CheckCases = {
  code: '${code}',
  broken: {
    'TODO: what is wrong': route('todo.example'),
  },
  clean: {
    'TODO: why it is right': route('web.example'),
  },
};
`;
}

/** A table of checks or of cases with one more at its end. */
export function tableWith(name: string, table: string): string {
  const identifier = identifierOf(name);
  const endOfImports = table.indexOf('\n', table.lastIndexOf('\nimport ') + 1);
  const imports = `${table.slice(0, endOfImports)}\nimport { ${identifier} } from './${name}';`;
  const entries = table
    .slice(endOfImports)
    .replace(/,\n\];\n$/, `,\n  ${identifier},\n];\n`)
    .replace(/([^,\s])\];\n$/, `$1, ${identifier}];\n`);
  return imports + entries;
}
