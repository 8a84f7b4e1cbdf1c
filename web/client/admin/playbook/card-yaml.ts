import { isMap, isSeq, LineCounter, type Node, parseDocument, stringify, type YAMLMap } from 'yaml';
import { type CardIssue, type CheckedCard, checkCard } from './card-issues.ts';

/** Something that is wrong with a text, and where; `from` and `to` are positions in it. */
export interface YamlFault {
  from: number;
  to: number;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  message: string;
}

/** A text that was read as a card. */
export interface ReadYaml extends Pick<CheckedCard, 'card'> {
  /** What stands there, whether or not it is a card; undefined when it is no YAML. */
  raw: unknown;
  faults: readonly YamlFault[];
}

/** As much as a card can have: no request may carry more. */
export const MAX_YAML_LENGTH = 60_000;

const TOO_DEEP = 'This text is nested too deeply for a card.';

/** The order in which a card is written. */
const order = [
  ...['id', 'title', 'kind', 'listensTo', 'phrases', 'examples', 'followUps', 'butNot', 'when'],
  ...['doneWhenSaid', 'suggestion', 'reasoning', 'action', 'confidence', 'important', 'source'],
  ...['sentiment', 'after', 'within', 'record', 'recordNot', 'said', 'notSaid'],
];
const defaults: Readonly<Record<string, unknown>> = {
  ...{ kind: 'guidance', listensTo: 'customer', within: 6, important: false },
};

/** A card as text, as the project's files have it: in their order, without what goes without saying. */
export function yamlOf(card: unknown): string {
  return stringify(tidy(card), { lineWidth: 100 });
}

function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, part]) => [key, tidy(part)] as const)
    .filter(([key, part]) => part !== defaults[key] && !isEmpty(part));
  const placeOf = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(entries.toSorted(([one], [other]) => placeOf(one) - placeOf(other)));
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === undefined;
  return Object.keys(value).length === 0;
}

/**
 * Reads a text as one card, alone or as the only one of a list, as the project's files have them; `ownId`
 * is the id that it must keep. Each fault has its place.
 */
export function readYaml(text: string, ownId: string | null): ReadYaml {
  const lines = new LineCounter();
  const asFault = ({ from, to, message }: Place): YamlFault => {
    const { line, col } = lines.linePos(from);
    // An empty text has no lines yet.
    return {
      from,
      to: Math.min(Math.max(to, from), text.length),
      line: line || 1,
      column: col || 1,
      message,
    };
  };
  const read = parseText(text, lines);
  if (read.faults) return { raw: undefined, card: undefined, faults: read.faults.map(asFault) };
  const { card, issues } = checkCard(read.raw, ownId);
  const places = issues.map((issue) => {
    const [from, to] = placeOf(read.root, issue) ?? [0, text.trimEnd().length];
    return asFault({ from, to, message: issue.message });
  });
  return {
    raw: read.raw,
    card,
    faults: places.toSorted((one, other) => one.from - other.from),
  };
}

interface Place {
  from: number;
  to: number;
  message: string;
}
type Parsed = { faults: Place[] } | { faults?: undefined; raw: unknown; root: Node | null };

/** Long texts, deep ones and those that name themselves again and again are refused: they would have no end. */
function parseText(text: string, lineCounter: LineCounter): Parsed {
  const refuse = (message: string) => ({ faults: [{ from: 0, to: text.length, message }] });
  if (text.length > MAX_YAML_LENGTH) {
    return refuse(`A card can have at most ${MAX_YAML_LENGTH.toLocaleString('en')} characters.`);
  }
  try {
    const doc = parseDocument(text, { lineCounter, prettyErrors: false });
    const { errors, contents } = doc;
    if (errors.length > 0) {
      return {
        faults: errors.map(({ pos: [from, to], message }) => ({
          from,
          to,
          message: sentence(message),
        })),
      };
    }
    const value: unknown = doc.toJS({ maxAliasCount: 20 });
    if (!isSeq(contents) || contents.items.length !== 1) return { raw: value, root: contents };
    return { raw: (value as unknown[])[0], root: contents.items[0] as Node };
  } catch {
    return refuse('This text refers to itself too often.');
  }
}

/** Where a fault stands: at its field, or at the nearest thing around it that is there. */
function placeOf(root: Node | null, { path, isUnknown }: CardIssue): [number, number] | undefined {
  let node: Node | null | undefined = root;
  let place = rangeOf(root);
  for (const [index, key] of path.entries()) {
    if (isMap(node)) {
      const pair: YAMLMap['items'][number] | undefined = node.items.find(
        (item) => String((item.key as { value?: unknown } | null)?.value) === String(key),
      );
      if (!pair) return headOf(place);
      const isLast = index === path.length - 1;
      place = rangeOf((isUnknown && isLast ? pair.key : (pair.value ?? pair.key)) as Node) ?? place;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = node.items[Number(key)] as Node | undefined;
      place = rangeOf(node) ?? place;
    } else return place;
  }
  return path.length === 0 ? headOf(place) : place;
}

function rangeOf(node: Node | null | undefined): [number, number] | undefined {
  return node?.range ? [node.range[0], node.range[1]] : undefined;
}

/** What is missing is told at the beginning of what it is missing from. */
function headOf(place: [number, number] | undefined): [number, number] | undefined {
  return place && [place[0], place[0] + 1];
}

/** Deep nesting exhausts the parser, which says so in words of its own. */
function sentence(message: string): string {
  if (message.startsWith('Maximum call stack')) return TOO_DEEP;
  return message.endsWith('.') ? message : `${message}.`;
}
