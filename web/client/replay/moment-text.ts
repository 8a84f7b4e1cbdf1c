import { formatClock } from '@agent/ui';

/** A moment of a call in an address: `75`, `1:15` or `1:02:03`; null for anything else. */
export function parseMoment(text: string): number | null {
  const match = /^(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,6})$/.exec(text);
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
}

/** A moment of a call as an address has it: `1:15`. Begun seconds are left out. */
export function momentText(atMs: number): string {
  return formatClock(atMs);
}
