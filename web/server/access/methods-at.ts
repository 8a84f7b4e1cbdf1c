import { routeAccess } from './route-access.ts';

interface RoutesOfPath {
  pattern: RegExp;
  isFixed: boolean;
  methods: Set<string>;
}

/** As Next looks for them: a path without variable parts goes before one with them. */
const routes = routesByPath().toSorted((one, other) => Number(other.isFixed) - Number(one.isFixed));

/** The methods that a route of ours takes at this path, without its query; undefined where there is none. */
export function methodsAt(path: string): ReadonlySet<string> | undefined {
  return routes.find(({ pattern }) => pattern.test(path))?.methods;
}

function routesByPath(): RoutesOfPath[] {
  const byPath = new Map<string, RoutesOfPath>();
  for (const name of Object.keys(routeAccess)) {
    const [method = '', path = ''] = name.split(' ');
    const known = byPath.get(path) ?? {
      pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      isFixed: !path.includes('{'),
      methods: new Set<string>(),
    };
    known.methods.add(method);
    // Next answers both by itself.
    if (method === 'GET') known.methods.add('HEAD');
    known.methods.add('OPTIONS');
    byPath.set(path, known);
  }
  return [...byPath.values()];
}
