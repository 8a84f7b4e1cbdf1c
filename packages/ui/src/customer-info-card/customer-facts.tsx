import { part } from '../react/part.ts';
import type { CustomerFact, RecordContext } from './record-context.ts';

/** Lines of label and value. Internal to the customer card. */
export function Facts({
  facts,
  changedLabels,
  classNames,
}: {
  facts: readonly CustomerFact[];
  changedLabels?: ReadonlySet<string> | undefined;
  classNames: RecordContext['classNames'];
}) {
  if (facts.length === 0) return null;
  return (
    <dl {...part('customer-info-card-facts', classNames)}>
      {facts.map(({ label, value }) => (
        <div key={label} data-fresh={changedLabels?.has(label) || undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
