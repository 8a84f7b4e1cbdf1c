import type { CardObstacle, CardReason } from '@agent/protocol';
import { factWords } from './card-words.ts';

/** Why a card comes up or stays away, in sentences; `titleOf` names other cards. */
export function reasonWords(reason: CardReason, titleOf: (cardId: string) => string): string[] {
  return [
    ...phraseWords(reason),
    ...likenessWords(reason, titleOf),
    ...(reason.obstacle ? [obstacleWords(reason.obstacle, titleOf)] : []),
  ];
}

function phraseWords({ phrase }: CardReason): string[] {
  if (!phrase) return [];
  const { text, words, clarity, followsAfter } = phrase;
  const found = `Found by “${words.join(' … ')}”, as in its ${followsAfter === null ? 'phrase' : 'follow-up'} “${text}”.`;
  const topic =
    followsAfter === null || followsAfter === 0
      ? []
      : [`Its topic came up ${turns(followsAfter)} before.`];
  const unclear = clarity < 0.995 && followsAfter === null;
  return [
    found,
    ...topic,
    ...(unclear ? [`The words stand ${percent(clarity)} as close as in the phrase.`] : []),
  ];
}

function likenessWords(
  { phrase, likeness, cardId }: CardReason,
  titleOf: (cardId: string) => string,
): string[] {
  if (!likeness) return [];
  const { share, top, topCardId, example } = likeness;
  const nearest = example && share >= 0.01 ? `, most like ${quoted(example)}` : '.';
  const own = `${percent(share)} like its examples${nearest}`;
  const isLikest = topCardId === cardId || top - share < 0.01;
  if (isLikest) return [own];
  const other = topCardId === null ? 'everyday talk' : `“${titleOf(topCardId)}”`;
  const doubt = phrase ? ', so it is less sure' : '';
  return [own, `More like ${other} (${percent(top)})${doubt}.`];
}

function obstacleWords(obstacle: CardObstacle, titleOf: (cardId: string) => string): string {
  switch (obstacle.kind) {
    case 'denied':
      return `Stays away: its phrase “${obstacle.phrase}” was denied.`;
    case 'other-side':
      return `Stays away: “${obstacle.phrase}” was said by the side that it does not listen to.`;
    case 'but-not':
      return `Stays away: “${obstacle.words.join(' … ')}” means something else (“${obstacle.phrase}”).`;
    case 'record':
      return `Stays away: it needs to be known that ${factWords[obstacle.fact]}.`;
    case 'record-not':
      return `Stays away, as ${factWords[obstacle.fact]}.`;
    case 'sentiment':
      return obstacle.wanted === 'negative'
        ? 'Stays away: the customer does not sound upset.'
        : 'Stays away: the customer sounds pleased.';
    case 'not-said':
      return 'Stays away: nothing was said before that it waits for.';
    case 'said-before':
      return `Stays away: the agent has said it already, ${turns(obstacle.turnsAgo)} before.`;
    case 'no-sign':
      return `Stays away: no phrase of it was said, and by examples alone it needs ${percent(obstacle.neededShare)}.`;
    case 'unsure':
      return `Stays away: it is less sure than ${percent(obstacle.needed)}.`;
    case 'part-of':
      return `Stays away: its words are a part of those of “${titleOf(obstacle.cardId)}”.`;
    case 'behind':
      return `Stays away: “${titleOf(obstacle.cardId)}” is far surer.`;
    default:
      return obstacle satisfies never;
  }
}

/** At the end of a sentence; a quote that ends one itself needs no other dot. */
function quoted(text: string): string {
  return /[.!?…]$/.test(text) ? `“${text}”` : `“${text}”.`;
}

function turns(count: number): string {
  return count === 1 ? 'one turn' : `${count} turns`;
}

/** A share in whole hundredths. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
