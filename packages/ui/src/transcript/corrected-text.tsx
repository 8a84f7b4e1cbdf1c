import type { TextCorrection } from './transcript-item.ts';

/** A text in which what was restored is marked, and says what was heard. */
export function CorrectedText({
  text,
  corrections,
  heard,
}: {
  text: string;
  corrections: readonly TextCorrection[];
  heard: (words: string) => string;
}) {
  return corrections.map(({ from, to, at }, index) => {
    const before = corrections[index - 1];
    const rest = index === corrections.length - 1 ? text.slice(at + to.length) : '';
    return [
      text.slice(before ? before.at + before.to.length : 0, at),
      <ins key={at} title={heard(from)}>
        {to}
      </ins>,
      rest,
    ];
  });
}
