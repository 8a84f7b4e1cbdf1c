import type { CardIssue } from '#client/admin/playbook/card-issues.ts';

/** What is wrong with a field itself; undefined: nothing. */
export function errorAt(
  issues: readonly CardIssue[],
  ...path: readonly PropertyKey[]
): string | undefined {
  return issues.find((issue) => issue.path.join('.') === path.join('.'))?.message;
}

/** What is wrong with a list: with itself, and with which of its lines. */
export function errorIn(
  issues: readonly CardIssue[],
  ...path: readonly PropertyKey[]
): { message: string; index: number | null }[] {
  const start = path.join('.');
  return issues.flatMap(({ path: at, message }) => {
    if (at.slice(0, path.length).join('.') !== start) return [];
    const index = at[path.length];
    return [{ message, index: typeof index === 'number' ? index : null }];
  });
}
