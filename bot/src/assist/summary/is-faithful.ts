import { stemOf } from '@agent/playbook';
import type { Side } from '@agent/protocol';
import { amountsIn } from '../model/grounding/amounts.ts';
import { readingsOf } from '../model/grounding/figures.ts';
import { isGrounded } from '../model/grounding/grounding.ts';
import { plainNumbers } from '../model/grounding/plain-numbers.ts';
import {
  type Clause,
  clausesOf,
  plainSentences,
  type SaidClause,
  type SaidLine,
  saidClauses,
  thingIn,
} from './clauses.ts';
import {
  ACTING,
  AGENT_SUBJECT,
  ASKS,
  BEFORE_TIMES,
  CUSTOMER_SUBJECT,
  DONE,
  FOR_A_SIDE,
  OFFERS,
  PASSIVE,
  PERSON_SUBJECT,
  PROMISES,
  RECEIVES,
  REPORTING,
  SAME,
  SAYS,
  SMALL,
  TIMES,
  WISHES,
} from './summary-words.ts';

/** What a summary is held against. */
export interface Talk {
  said: readonly SaidLine[];
  /** As the summary may call them. */
  names: { customer: string | null; agent: string | null };
}

/** A summary has at most so many sentences. */
export const MAX_SUMMARY_SENTENCES = 5;
/** What one clause of a summary tells was said within so many clauses of one side. */
const MAX_SOURCE_CLAUSES = 4;

const small = new Set([...SMALL, ...ACTING].map(stemOf));
const free = new Set([...small, ...REPORTING.map(stemOf)]);
/** What an agent asks may be asked of somebody else. */
const asking = new Set(['ask', 'question', 'inquire', 'enquire', 'request'].map(stemOf));
const times = new Set(TIMES.map(stemOf));
const beforeTimes = new Set(BEFORE_TIMES.map(stemOf));
const isTime = (stem: string) => /^\d/u.test(stem) || times.has(stem);

/**
 * Whether all that a summary tells was said: each word that carries a fact, each number with what it
 * counts, each amount and name stands in what one side said in one go; what was denied is told as
 * denied, what was asked as asked, what was wished as wished, and what is told as promised or done was
 * promised or done by the agent. Doubt counts against it: a summary that is not shown costs nothing.
 */
export function isFaithful(summary: string, { said, names }: Talk): boolean {
  if (!areNamesSaid(summary, { said, names })) return false;
  const sentences = plainSentences(summary);
  if (sentences.length === 0 || sentences.length > MAX_SUMMARY_SENTENCES) return false;
  if (!isGrounded(summary, knownFromTalk(said))) return false;
  const source = saidClauses(said);
  const find = (side: Side) => source.filter(({ speaker }) => speaker === side);
  const sides = { customer: find('customer'), agent: find('agent') };
  return sentences.every((sentence) => isSentenceFaithful(sentence, sides, namesOf(names)));
}

/** Words with a capital letter within a sentence name somebody or something: "May" is a month. */
function areNamesSaid(summary: string, { said, names }: Talk): boolean {
  const told = [names.customer ?? '', names.agent ?? '', ...said.map(({ text }) => text)].join(
    '\n',
  );
  const found = summary.matchAll(/(?<=[\p{L}\d,;:] )\p{Lu}[\p{L}']*/gu);
  return [...found].every(([name]) => {
    const isKnown = name === 'I' || told.toLowerCase().includes(name.toLowerCase());
    return name === 'May' ? /(?<=[\p{L}\d,] )May\b/u.test(told) : isKnown;
  });
}

function knownFromTalk(said: readonly SaidLine[]) {
  const told = said.map(({ text }) => text).join('\n');
  const plain = plainNumbers(told);
  const amounts = new Set([...amountsIn(plain), ...readingsOf(plain)]);
  const spelled = told.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ');
  return { told: `${spelled} ${plain}`, amounts, company: new Set<string>() };
}

type Sides = Record<Side, readonly SaidClause[]>;
type Names = Record<Side, readonly string[]>;

function namesOf(names: Talk['names']): Names {
  const stems = (name: string | null) =>
    (name ?? '').toLowerCase().split(/\s+/u).filter(Boolean).map(stemOf);
  return { customer: stems(names.customer), agent: stems(names.agent) };
}

/** Who acts, whether it is asked or wished, and what is promised holds on to the end of a sentence. */
interface Telling {
  subject: Side | null;
  asks: boolean;
  wishes: boolean;
  /** Words of the one who acts are told. */
  says: boolean;
  kind: 'told' | 'offered' | 'promised' | 'done';
}

function isSentenceFaithful(sentence: string, sides: Sides, names: Names): boolean {
  let telling: Telling = {
    ...{ subject: null, asks: false, wishes: false, says: false },
    kind: 'told',
  };
  return clausesOf(sentence).every((clause) => {
    telling = goesOn(telling, clause, names);
    return isClauseFaithful(clause, telling, sides, names);
  });
}

function goesOn(before: Telling, { plain }: Clause, names: Names): Telling {
  const subject = subjectOf(plain, names);
  const kind = ASKS.test(plain) ? 'told' : kindOf(plain);
  const goes = subject === null && kind === undefined;
  return {
    subject: subject ?? before.subject,
    asks: ASKS.test(plain) || (goes && before.asks),
    wishes: isWished(plain, subject ?? before.subject) || (goes && before.wishes),
    says: SAYS.test(plain) || (goes && before.says),
    kind: kind ?? (goes ? before.kind : 'told'),
  };
}

/** That the agent asked somebody is told as done. */
function isWished(plain: string, subject: Side | null): boolean {
  return WISHES.test(subject === 'agent' ? plain.replace(ASKS, ' ') : plain);
}

/** Whoever is named first acts. */
function subjectOf(plain: string, names: Names): Side | null {
  const agent = placeOf(plain, AGENT_SUBJECT, names.agent);
  const customer = placeOf(plain, CUSTOMER_SUBJECT, names.customer);
  if (agent === customer) return null;
  return agent < customer ? 'agent' : 'customer';
}

function placeOf(plain: string, pattern: RegExp, names: readonly string[]): number {
  const words = [...plain.matchAll(/\p{L}+/gu)];
  const named = words.find(([word]) => names.includes(stemOf(word)))?.index;
  return Math.min(
    pattern.exec(plain)?.index ?? Number.POSITIVE_INFINITY,
    named ?? Number.POSITIVE_INFINITY,
  );
}

function kindOf(plain: string): Telling['kind'] | undefined {
  if (OFFERS.test(plain)) return 'offered';
  if (PROMISES.test(plain)) return 'promised';
  return DONE.test(plain) ? 'done' : undefined;
}

function isClauseFaithful(clause: Clause, telling: Telling, sides: Sides, names: Names): boolean {
  const facts = factsOf(clause, telling, names);
  if (facts.length > 0 && facts.every(isTime)) return false;
  if (telling.kind !== 'told' && FOR_A_SIDE.test(clause.plain)) return false;
  if (facts.length === 0) return telling.kind === 'told' || telling.wishes || telling.asks;
  return speakersOf(clause, telling).some((side) =>
    windowsOf(sides[side]).some((window) => supports(window, clause, facts, telling)),
  );
}

/** The words of a clause that tell something. */
function factsOf({ stems }: Clause, { kind, subject }: Telling, names: Names): string[] {
  const known = new Set([...names.customer, ...names.agent]);
  const tellsNothing = kind === 'told' ? free : small;
  const tells = (stem: string) =>
    !tellsNothing.has(stem) || (subject === 'agent' && asking.has(stem));
  return stems.filter((stem) => tells(stem) && !known.has(stem));
}

/** Whose words may bear it out. */
function speakersOf({ plain }: Clause, { subject, kind, wishes, asks, says }: Telling): Side[] {
  const isAboutUs = kind !== 'told' && !((wishes || asks) && kind !== 'offered');
  if (isAboutUs) return subject === 'customer' && !RECEIVES.test(plain) ? [] : ['agent'];
  if (subject === 'agent') return ['agent'];
  return subject === 'customer' && (wishes || asks || says) ? ['customer'] : ['customer', 'agent'];
}

/** Clauses that one side said one after another. */
function* windowsIn(clauses: readonly SaidClause[]): Generator<readonly SaidClause[]> {
  for (let from = 0; from < clauses.length; from += 1) {
    for (let length = 1; length <= MAX_SOURCE_CLAUSES; length += 1) {
      if (from + length <= clauses.length) yield clauses.slice(from, from + length);
    }
  }
}

function windowsOf(clauses: readonly SaidClause[]): (readonly SaidClause[])[] {
  return [...windowsIn(clauses)];
}

function supports(
  window: readonly SaidClause[],
  clause: Clause,
  facts: readonly string[],
  telling: Telling,
): boolean {
  const stems = window.flatMap((one) => one.stems);
  if (!facts.every((fact) => isSaid(fact, stems))) return false;
  if (!countsTheSame(clause.stems, stems) || !isTimedTheSame(clause.stems, stems)) return false;
  if (telling.kind !== 'told' && new Set(window.map(({ sentence }) => sentence)).size > 1)
    return false;
  const bearing = window.filter((one) => facts.some((fact) => isSaid(fact, one.stems)));
  if (bearing.some((one) => one.isDenied) !== clause.isDenied) return false;
  if (bearing.slice(1).some((one) => !one.goesOn)) return false;
  if (!isOfOneTime(facts, bearing) || isOfAnother(clause, facts, bearing, telling)) return false;
  if (!telling.asks && bearing.some(({ isQuestion }) => isQuestion)) return false;
  if (!telling.wishes && bearing.some(({ isUnreal }) => isUnreal)) return false;
  return bearsOut(bearing, telling, clause.isDenied);
}

function isSaid(fact: string, stems: readonly string[]): boolean {
  return stems.includes(fact) || (SAME[fact] ?? []).some((same) => stems.includes(same));
}

/** "3 days" is borne out by "3 business days", not by "3 weeks" and some days. */
function countsTheSame(told: readonly string[], said: readonly string[]): boolean {
  return told.every((stem, index) => {
    const counted = told[index + 1];
    if (!isTime(stem) || counted === undefined || free.has(counted)) return true;
    return said.some((other, at) => other === stem && said.slice(at + 1, at + 4).includes(counted));
  });
}

/** "Before noon" is not "at noon". */
function isTimedTheSame(told: readonly string[], said: readonly string[]): boolean {
  return told.every((stem, index) => {
    const time = told[index + 1];
    if (!beforeTimes.has(stem) || time === undefined || !isTime(time)) return true;
    return said.some((other, at) => other === stem && said[at + 1] === time);
  });
}

/** When something was stands in the same clause as what it was. */
function isOfOneTime(facts: readonly string[], bearing: readonly SaidClause[]): boolean {
  const when = facts.filter(isTime);
  if (when.length === 0) return true;
  const what = facts.filter((fact) => !isTime(fact));
  return bearing.some(
    ({ stems }) =>
      when.every((fact) => isSaid(fact, stems)) && what.some((fact) => isSaid(fact, stems)),
  );
}

/** What was said of somebody or something else is told of one of the two sides. */
function isOfAnother(
  { plain }: Clause,
  facts: readonly string[],
  bearing: readonly SaidClause[],
  { subject }: Telling,
): boolean {
  const thing = subject === null && !PASSIVE.test(plain) ? thingIn(plain) : undefined;
  if (thing !== undefined) return !bearing.some(({ others }) => others.includes(thing));
  if (subject === null && !PERSON_SUBJECT.test(plain)) return false;
  return bearing.some(({ others }) => others.some((other) => !facts.includes(other)));
}

function bearsOut(
  bearing: readonly SaidClause[],
  { kind, wishes, asks, subject }: Telling,
  isDenied: boolean,
): boolean {
  if (isDenied || kind === 'told') return true;
  if ((wishes || asks) && kind !== 'offered' && subject !== 'agent') return true;
  if (kind === 'done') return bearing.some((one) => one.isDone && !one.isUnreal);
  return kind === 'offered' || bearing.some((one) => one.isPromise);
}
