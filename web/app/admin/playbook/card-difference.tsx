import { textDifference } from '#client/admin/playbook/text-difference.ts';

/** The lines that differ between two texts, marked by sign, word and colour. */
export function CardDifference({ before, after }: { before: string; after: string }) {
  const lines = textDifference(before, after);
  if (lines.every((line) => line === null || line.kind === 'same')) {
    return <p className="playbook-muted">The words are the same.</p>;
  }
  return (
    <ol className="playbook-difference" aria-label="Difference">
      {lines.map((line, index) =>
        line === null ? (
          <li key={index} data-kind="left-out" aria-hidden="true">
            …
          </li>
        ) : (
          <li key={index} data-kind={line.kind}>
            {line.kind === 'same' ? null : (
              <span className="playbook-sr">{line.kind === 'added' ? 'Added: ' : 'Removed: '}</span>
            )}
            <span dir="auto">{line.text}</span>
          </li>
        ),
      )}
    </ol>
  );
}
