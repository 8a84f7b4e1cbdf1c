import { aSegmentId } from '@agent/testing/ids';
import { describe, expect, it } from 'vitest';
import type { SegmentUpdate } from '../transcript/segment-update.ts';
import { redactUpdate } from './redact-update.ts';
import { createRedaction } from './redaction.ts';

const times = { segmentId: aSegmentId(), startMs: 0, endMs: 900 };
const final = (text: string): SegmentUpdate => ({
  kind: 'final',
  segment: { ...times, text, language: 'en', meanLogProbability: -0.2 },
});
const interim = (stable: string, tail: string): SegmentUpdate => ({
  kind: 'interim',
  segment: { ...times, revision: 1, stable, tail },
});
const redactor = () => createRedaction().of('customer');

describe('redactUpdate', () => {
  it('masks the text of a final and keeps the rest', () => {
    expect(redactUpdate(final('4111 1111 1111 1111'), redactor()).update).toEqual(
      final('[card number]'),
    );
    const order = final('Sure, the order number is four five two one.');
    expect(redactUpdate(order, redactor()).update).toEqual(order);
  });

  const orphelia = {
    text: 'My Orphelia is new.',
    corrections: [{ from: 'Arphelia', to: 'Orphelia', at: 3 }],
  };

  it('tells a final with its terms restored', () => {
    const update = { ...final('My Arphelia is new.'), restored: orphelia } as SegmentUpdate;
    expect(redactUpdate(update, redactor()).update).toEqual({
      kind: 'final',
      segment: { ...times, ...orphelia, language: 'en', meanLogProbability: -0.2 },
    });
  });

  it('restores nothing where a card number is, neither in the text nor beside it', () => {
    const number = '4111 1111 1111 1111';
    const update = {
      ...final(`My Arphelia, ${number}.`),
      restored: { ...orphelia, text: `My Orphelia, ${number}.` },
    } as SegmentUpdate;
    expect(redactUpdate(update, redactor()).update).toEqual(final('My Arphelia, [card number].'));
  });

  it('looks for the talk of a card in what was heard, though a term takes the place of it', () => {
    const both = redactor();
    const heard = final('My vizza is');
    const update = {
      ...final('My visa is'),
      restored: { text: 'My Vizza is', corrections: [{ from: 'visa', to: 'Vizza', at: 3 }] },
    } as SegmentUpdate;
    redactUpdate(update, both);
    const after = final('4111 1111');
    expect(redactUpdate(after, both).update).toEqual(final('[card number]'));
    const other = redactor();
    redactUpdate(heard, other);
    expect(redactUpdate(after, other).update).toEqual(after);
  });

  it('masks a number that begins in the stable part of an interim and ends in its tail', () => {
    const update = interim('sure it is 4111 1111 ', '1111 1111');
    expect(redactUpdate(update, redactor()).update).toEqual(
      interim('sure it is ', '[card number]'),
    );
  });

  it('leaves interims without a card number as they are', () => {
    const update = interim('the order number ', 'is four five');
    expect(redactUpdate(update, redactor()).update).toEqual(update);
  });

  it('lets what has no words pass', () => {
    const withdrawn: SegmentUpdate = {
      kind: 'withdrawn',
      ...times,
      reason: 'loop',
      wasShown: true,
    };
    expect(redactUpdate(withdrawn, redactor()).update).toBe(withdrawn);
  });
});
