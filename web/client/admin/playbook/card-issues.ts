import { cardFaults } from '@agent/playbook/card-faults';
import { type PlaybookCard, playbookCardSchema, reservedCardIds } from '@agent/protocol';

/** Something that is wrong with a card, and where. */
export interface CardIssue {
  path: readonly PropertyKey[];
  message: string;
  /** A field that no card has; `path` is where it stands. */
  isUnknown: boolean;
}

/** A card that was checked: it can be used when there are no issues. */
export interface CheckedCard {
  card: PlaybookCard | undefined;
  issues: readonly CardIssue[];
}

/** Checks what somebody writes by the format and the language of phrases; `ownId` is the id it must keep. */
export function checkCard(raw: unknown, ownId: string | null): CheckedCard {
  const parsed = playbookCardSchema.safeParse(raw);
  if (!parsed.success) {
    return {
      card: undefined,
      issues: [...parsed.error.issues.flatMap(asIssues), ...idIssues(raw, ownId)],
    };
  }
  const faults = cardFaults(parsed.data).map((fault) => ({ ...fault, isUnknown: false }));
  const issues = [...faults, ...idIssues(raw, ownId)];
  return { card: issues.length === 0 ? parsed.data : undefined, issues };
}

type ZodIssue = NonNullable<
  ReturnType<typeof playbookCardSchema.safeParse>['error']
>['issues'][number];

function asIssues(issue: ZodIssue): CardIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `No card has a field “${key}”.`,
      isUnknown: true,
    }));
  }
  const isMissing = issue.code === 'invalid_type' && issue.message.includes('undefined');
  const message = isMissing ? missing(issue.path) : issue.message;
  return [{ path: issue.path, message, isUnknown: false }];
}

function missing(path: readonly PropertyKey[]): string {
  const field = path.at(-1);
  return typeof field === 'string' ? `The field “${field}” is missing.` : 'This is missing.';
}

function idIssues(raw: unknown, ownId: string | null): CardIssue[] {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  const issue = (message: string) => [{ path: ['id'], message, isUnknown: false }];
  if (ownId !== null && typeof id === 'string' && id !== ownId) {
    return issue(`The id of a card stays what it is: ${ownId}. Copy the card to give it another.`);
  }
  if (ownId === null && typeof id === 'string' && reservedCardIds.includes(id)) {
    return issue('Choose another id: this one stands for something else in our addresses.');
  }
  return [];
}
