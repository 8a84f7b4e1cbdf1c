/** What one of each unit is in the unit of the constant, which the end of its name tells. */
const milliseconds = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000, days: 86_400_000 } as const;
const seconds = { s: 1, min: 60, h: 3_600 } as const;
const minutes = { min: 1, h: 60 } as const;
const bytes = { bytes: 1, KiB: 1_024, MiB: 1_048_576 } as const;

/** Whether "20 s" is how a constant of this name and figure is written; a figure without unit stands alone. */
export function isWrittenAs(written: string, name: string, figure: number): boolean {
  const [, sign, digits = '', unit] = /^([−-])?([\d,]+(?:\.\d+)?)(?: (\S+))?$/.exec(written) ?? [];
  const count = Number(digits.replaceAll(',', '')) * (sign === undefined ? 1 : -1);
  const factor = unit === undefined ? unitless(name) : unitsOf(name)[unit];
  return digits !== '' && factor !== undefined && Math.abs(count * factor - figure) < 1e-9;
}

/** A time or a size never stands without its unit. */
function unitless(name: string): 1 | undefined {
  return Object.keys(unitsOf(name)).length === 0 ? 1 : undefined;
}

function unitsOf(name: string): Readonly<Record<string, number>> {
  // Of a setting its default is written.
  const end = name.replace(/\.preset$/, '');
  if (/(Ms|MS)\b/.test(name)) return milliseconds;
  if (/(Seconds|SECONDS|_S)$/.test(end)) return seconds;
  if (/Minutes$/.test(end)) return minutes;
  if (/(BYTES|Bytes)$/.test(name)) return bytes;
  return {};
}
