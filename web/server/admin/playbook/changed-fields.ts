/** Names of the fields that differ between two stored cards, in order; never what stands in them. */
export function changedFields(before: unknown, after: unknown): string[] {
  const [then, now] = [fieldsOf(before), fieldsOf(after)];
  const names = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...names]
    .filter((name) => JSON.stringify(now[name]) !== JSON.stringify(then[name]))
    .toSorted();
}

function fieldsOf(card: unknown): Record<string, unknown> {
  return typeof card === 'object' && card !== null ? { ...card } : {};
}
