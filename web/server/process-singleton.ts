import 'server-only';

/**
 * One value per process. Next bundles routes and instrumentation separately and reloads modules in
 * development, so a variable of a module would exist several times.
 */
export function processSingleton<T>(name: string, create: () => T): T {
  const key = Symbol.for(`@agent/web/${name}`);
  const holder = globalThis as { [key: symbol]: unknown };
  holder[key] ??= create();
  return holder[key] as T;
}
