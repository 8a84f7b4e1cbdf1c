import type { CustomerFact } from './record-context.ts';

/** Lines of label and value. Internal to the customer card. */
export function Facts({
  facts,
  changedLabels,
}: {
  facts: readonly CustomerFact[];
  changedLabels?: ReadonlySet<string> | undefined;
}) {
  if (facts.length === 0) return null;
  return (
    <dl data-slot="customer-info-card-facts">
      {facts.map(({ label, value }) => (
        <div key={label} data-fresh={changedLabels?.has(label) || undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
