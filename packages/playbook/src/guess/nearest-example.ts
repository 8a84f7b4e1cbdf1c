import type { TurnToMatch } from '../turn.ts';
import { featuresOfExample } from './card-guesser.ts';
import { type Features, featuresOf } from './features.ts';

/** The example that has most in common with a turn; undefined when none has anything. */
export function nearestExample(
  examples: readonly string[],
  { spoken, answered }: TurnToMatch,
): string | undefined {
  const turn = featuresOf(spoken.tokens, answered);
  let nearest: string | undefined;
  let greatest = 0;
  for (const example of examples) {
    const likeness = cosine(turn, featuresOfExample(example));
    if (likeness > greatest) [nearest, greatest] = [example, likeness];
  }
  return nearest;
}

function cosine(one: Features, other: Features): number {
  let product = 0;
  for (const [key, amount] of one) product += amount * (other.get(key) ?? 0);
  if (product === 0) return 0;
  return product / (Math.hypot(...one.values()) * Math.hypot(...other.values()));
}
