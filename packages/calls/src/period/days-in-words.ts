/** Days as a page tells them: `30 Nov`, `24–30 Nov`, `28 Oct – 3 Nov`, `30 Dec 2025 – 2 Jan 2026`. */
export function daysInWords(from: string, to: string, thisYear: number): string {
  const [first, last] = [partsOf(from), partsOf(to)];
  const isThisYear = first.year === thisYear && last.year === thisYear;
  const year = isThisYear ? '' : ` ${last.year}`;
  if (from === to) return `${last.day} ${last.month}${year}`;
  if (first.year !== last.year) {
    return `${first.day} ${first.month} ${first.year} – ${last.day} ${last.month} ${last.year}`;
  }
  if (first.month !== last.month) {
    return `${first.day} ${first.month} – ${last.day} ${last.month}${year}`;
  }
  return `${first.day}–${last.day} ${last.month}${year}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function partsOf(isoDay: string) {
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number);
  return { year, month: months[month - 1] ?? '', day };
}
