import type { MetricUnit } from '@agent/protocol';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MINUS = '−';
/** A number and its unit never stand on two lines. */
const SPACE = '\u00a0';

/** A figure as screens, exports and alerts tell it: `1,234`, `84.2 %`, `31 s`, `5:10`, `1:02:03`, `−0.12`. */
export function formatFigure(unit: MetricUnit, value: number): string {
  switch (unit) {
    case 'calls':
      return formatCount(value);
    case 'share':
      return formatShare(value);
    case 'ms':
      return formatTime(value);
    case 'score':
      return withMinus(value.toFixed(2));
    default:
      return unit satisfies never;
  }
}

/** A whole number with its thousands apart: `12,340`. */
export function formatCount(value: number): string {
  return withMinus(String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ','));
}

/** A share of 0 to 1: `84.2 %`. It is never rounded to all or to nothing. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.05) return `<${SPACE}0.1${SPACE}%`;
  if (percent < 100 && percent >= 99.95) return `>${SPACE}99.9${SPACE}%`;
  return `${percent.toFixed(1).replace(/\.0$/, '')}${SPACE}%`;
}

/** Milliseconds: `4.2 s`, `31 s`, `5:10`, `1:02:03`. */
export function formatTime(ms: number): string {
  if (ms > 0 && ms < 9.95 * SECOND_MS)
    return `${(ms / SECOND_MS).toFixed(1).replace(/\.0$/, '')}${SPACE}s`;
  const wholeMs = Math.round(ms / SECOND_MS) * SECOND_MS;
  if (wholeMs < MINUTE_MS) return `${wholeMs / SECOND_MS}${SPACE}s`;
  const seconds = two((wholeMs % MINUTE_MS) / SECOND_MS);
  if (wholeMs < HOUR_MS) return `${Math.floor(wholeMs / MINUTE_MS)}:${seconds}`;
  const minutes = two(Math.floor((wholeMs % HOUR_MS) / MINUTE_MS));
  return `${formatCount(Math.floor(wholeMs / HOUR_MS))}:${minutes}:${seconds}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A sign as wide as a digit; of what is rounded to nothing none. */
function withMinus(text: string): string {
  return /^-[0.]*$/.test(text) ? text.slice(1) : text.replace('-', MINUS);
}
