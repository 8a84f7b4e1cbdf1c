import type { Money } from '@agent/protocol';

/** An amount in the way of a language: `€1,284.50`. Currencies without cents are written without. */
export function formatMoney({ cents, currency }: Money, locale = 'en'): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(cents / 10 ** digits);
}
