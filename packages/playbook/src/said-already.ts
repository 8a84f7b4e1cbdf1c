import type { PlaybookCard } from '@agent/protocol';
import type { CompiledCard } from './compile-card.ts';
import { fillPlaces } from './fill-places.ts';
import { findPhrase } from './phrases/find-phrase.ts';
import { NEGATION_ENDS } from './words/function-words.ts';
import { spokenText } from './words/spoken.ts';
import { type Token, tokensOf } from './words/tokens.ts';

/** Who says this share of a suggestion's words has said the suggestion. */
const SAID_SHARE = 0.6;

/** Tells whether the agent's words do what the card suggests: by its own phrases, or word by word. */
export function isSaidAlready(compiled: CompiledCard, agentText: string): boolean {
  const agent = spokenText(agentText);
  if (compiled.doneWhenSaid.some((phrase) => findPhrase(phrase, agent))) return true;
  const wanted = contentOf(compiled.card);
  const said = wanted.filter((stem) => agent.positions.has(stem)).length;
  return wanted.length >= 4 && said / wanted.length >= SAID_SHARE;
}

function contentOf({ suggestion, listensTo }: PlaybookCard): readonly string[] {
  if (listensTo === 'agent') return [];
  const text = fillPlaces(suggestion, { name: undefined, order: undefined });
  return [
    ...new Set(
      tokensOf(text)
        .filter(isContent)
        .map(({ stem }) => stem),
    ),
  ];
}

function isContent({ kind, skippable, stem }: Token): boolean {
  return kind === 'word' && !skippable && !NEGATION_ENDS.has(stem);
}
