import { ANY_NUMBER } from '../words/spoken.ts';
import { isNeeded, type PhraseNode } from './parse-phrase.ts';

/** Words that a gap may hold. */
const MAX_GAP_WORDS = 6;

/**
 * A state of the machine that reads one part of a phrase. `words` and `number` consume a word of the
 * phrase, `any` a word of a gap, `free` nothing.
 */
export interface State {
  id: number;
  words: Map<string, State[]>;
  number: State | undefined;
  any: State | undefined;
  free: State[];
}

/** A part of a phrase, ready to run. */
export interface PhraseMachine {
  start: State;
  accept: State;
  stateCount: number;
  /** Stems that can come first; `ANY_NUMBER` when a number can. */
  firstStems: readonly string[];
  /** Of each set at least one stem is needed; the smallest set is first. */
  needed: readonly (readonly string[])[];
}

/** Builds the machine of one part. */
export function phraseMachine(part: readonly PhraseNode[]): PhraseMachine {
  const states: State[] = [];
  const start = newState(states);
  const accept = addSequence(states, start, part);
  const firstStems = firstStemsOf(start);
  return { start, accept, stateCount: states.length, firstStems, needed: neededOf(part) };
}

function addSequence(states: State[], from: State, nodes: readonly PhraseNode[]): State {
  return nodes.reduce((state, node) => add(states, state, node), from);
}

function add(states: State[], from: State, node: PhraseNode): State {
  switch (node.kind) {
    case 'word':
      return addWord(from, node.stem, newState(states));
    case 'number':
      from.number = newState(states);
      return from.number;
    case 'gap':
      return addGap(states, from);
    case 'choice':
      return addChoice(states, from, node);
    default:
      return node satisfies never;
  }
}

function addChoice(
  states: State[],
  from: State,
  { options, optional }: Extract<PhraseNode, { kind: 'choice' }>,
): State {
  const end = newState(states);
  for (const option of options) {
    const [only] = option;
    if (option.length === 1 && only?.kind === 'word') addWord(from, only.stem, end);
    else addSequence(states, from, option).free.push(end);
  }
  if (optional) from.free.push(end);
  return end;
}

function addGap(states: State[], from: State): State {
  const end = newState(states);
  let state = newState(states);
  from.free.push(state);
  for (let words = 0; words < MAX_GAP_WORDS; words += 1) {
    state.free.push(end);
    state.any = newState(states);
    state = state.any;
  }
  state.free.push(end);
  return end;
}

function addWord(from: State, stem: string, to: State): State {
  from.words.set(stem, [...(from.words.get(stem) ?? []), to]);
  return to;
}

function newState(states: State[]): State {
  const state: State = {
    id: states.length,
    words: new Map(),
    number: undefined,
    any: undefined,
    free: [],
  };
  states.push(state);
  return state;
}

function firstStemsOf(start: State): string[] {
  const stems = new Set<string>();
  const waiting = [start];
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    if (state.number) stems.add(ANY_NUMBER);
    for (const stem of state.words.keys()) stems.add(stem);
    waiting.push(...state.free);
  }
  return [...stems];
}

function neededOf(part: readonly PhraseNode[]): string[][] {
  return part
    .filter(isNeeded)
    .map((node) => {
      const start = newState([]);
      add([start], start, node);
      return firstStemsOf(start);
    })
    .sort((left, right) => left.length - right.length);
}
