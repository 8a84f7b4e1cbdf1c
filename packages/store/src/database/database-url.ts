/**
 * An address with the password that is kept beside it, whatever characters that has: put into an
 * address as it is, a `/`, `+` or `@` would end the password early.
 */
export function databaseUrl(address: string, password?: string): string {
  if (password === undefined || password === '') return address;
  const url = new URL(address);
  // The setter leaves `%` alone, so what is escaped here stays as it is.
  url.password = encodeURIComponent(password);
  return url.href;
}
