/** Longer names do not exist. */
const longest = 64;

/** Whether this is the name of an IANA time zone, such as `Europe/Berlin`. */
export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > longest) return false;
  // `Intl` takes offsets such as +01:00 as well, which have no summer.
  if (!/^[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)*$/.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
