'use client';
import { type TopicFigureId, topicFigures } from '@agent/calls';
import { MetricDefinition } from '@agent/ui/figures';

/** What a figure of topics means, behind a small button. */
export function TopicDefinition({
  id,
  worked,
}: {
  id: TopicFigureId;
  /** The formula with numbers of now. */
  worked?: string | null;
}) {
  const { name, sentence, formula, notes } = topicFigures[id];
  return (
    <MetricDefinition
      {...{ name, sentence, formula, worked }}
      more={notes.map((note) => <p key={note}>{note}</p>)}
    />
  );
}
