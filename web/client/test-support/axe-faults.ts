import axe from 'axe-core';

/**
 * What axe finds wrong with what is shown now: the rule, and where. Colours and sizes are looked at in real browsers
 * (`e2e/axe.ts`); here nothing is laid out.
 */
export async function axeFaults(within: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(within, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
