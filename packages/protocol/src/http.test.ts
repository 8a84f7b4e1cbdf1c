import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chatRequestSchema,
  ratingRequestSchema,
  startCallRequestSchema,
  wrapUpDraftSchema,
  wrapUpRequestSchema,
} from './http.ts';
import { singleLine } from './text.ts';

const start = {
  name: 'Maria Santos',
  contact: 'maria@example.org',
  consent: 'accepted',
  noticeVersion: '1',
};

function messagesOf(result: { error?: { issues: { message: string }[] } | undefined }): string[] {
  return result.error?.issues.map(({ message }) => message) ?? [];
}

test('names are trimmed and otherwise taken as people write them', () => {
  for (const name of ['Maria Santos', "D'Arcy-O'Neill", '李 小龍', 'Zoë', '<b>Bob</b>']) {
    expect(startCallRequestSchema.parse({ ...start, name: `  ${name} ` }).name).toBe(name);
  }
});

test('an empty, too long or invisible name is refused with a sentence', () => {
  const refusal = (name: unknown) =>
    messagesOf(startCallRequestSchema.safeParse({ ...start, name }));
  expect(refusal('   ')).toEqual(['Enter your name.']);
  expect(refusal('x'.repeat(81))).toEqual(['Use at most 80 characters for your name.']);
  for (const name of ['a\u0000b', 'a\nb', 'a\u202eb', 'a\u200bb']) {
    expect(refusal(name)).toEqual(['Remove the special characters from your name.']);
  }
  expect(refusal(7)).toHaveLength(1);
});

test('what is pasted with invisible characters around it is taken without them', () => {
  const contact = '\u202a+1 212 555 0142\u202c';
  expect(startCallRequestSchema.parse({ ...start, contact }).contact).toBe('+1 212 555 0142');
  expect(startCallRequestSchema.safeParse({ ...start, contact: '\u200b' }).success).toBe(false);
});

test('a single line never holds a control character', () => {
  const schema = singleLine('it', 50);
  fc.assert(
    fc.property(fc.array(fc.nat(0x2fff), { maxLength: 8 }), (codePoints) => {
      const result = schema.safeParse(String.fromCodePoint(...codePoints));
      if (result.success) expect(result.data).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }),
  );
});

test('consent is given or declined, never assumed', () => {
  const { consent: _, ...without } = start;
  expect(startCallRequestSchema.safeParse(without).success).toBe(false);
  expect(startCallRequestSchema.safeParse({ ...start, consent: true }).success).toBe(false);
});

test('a chat message may have several lines but no other control characters', () => {
  const messageId = '0b0b5c1e-58a5-4dfb-9f5e-1f1d2c6d0a01';
  const textOf = (text: string) => chatRequestSchema.safeParse({ messageId, text });
  expect(textOf(' one\n\ttwo 👩‍👩‍👧 ').data?.text).toBe('one\n\ttwo 👩‍👩‍👧');
  expect(messagesOf(textOf('a\u0000b'))).toEqual(['Remove the special characters.']);
  expect(messagesOf(textOf(' \n '))).toEqual(['Write a message first.']);
  expect(messagesOf(textOf('x'.repeat(2001)))).toEqual([
    'A message can have at most 2,000 characters.',
  ]);
});

test('a rating is a whole number from 1 to 5, with or without a comment', () => {
  expect(ratingRequestSchema.parse({ score: 5 })).toEqual({ score: 5, comment: '' });
  for (const score of [0, 6, 2.5, '5', null]) {
    expect(ratingRequestSchema.safeParse({ score }).success).toBe(false);
  }
});

test('a wrap-up may lack its outcome, and has whichever its queue has', () => {
  for (const disposition of [null, 'resolved', 'order-cancelled']) {
    const wrapUp = { disposition, notes: '' };
    expect(wrapUpDraftSchema.safeParse(wrapUp).success).toBe(true);
    expect(wrapUpRequestSchema.safeParse(wrapUp).success).toBe(true);
  }
});
