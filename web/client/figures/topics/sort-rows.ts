/** A column that rows can be sorted by. */
export interface SortColumn<Row> {
  label: string;
  /** null: the row has none, and stands last however it is sorted. */
  value: (row: Row) => number | string | null;
  /** As its cell tells it. */
  words: (row: Row) => string;
}

/** Rows in the order of a column; those that are equal keep theirs. */
export function sortRows<Row>(
  rows: readonly Row[],
  { value }: SortColumn<Row>,
  order: 'up' | 'down',
): Row[] {
  const sign = order === 'up' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * compare(one, other);
  });
}

function compare(one: number | string, other: number | string): number {
  return typeof one === 'string' ? one.localeCompare(String(other)) : one - Number(other);
}
