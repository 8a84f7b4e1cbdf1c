import { projectCards } from '@agent/playbook/test-support/project-cards';
import { playbookCardSchema } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { copyOf, draftOf, inForm, isUnchanged, newDraft, textOfDraft } from './card-draft.ts';
import { cardOfFields, fieldsOf } from './card-fields.ts';
import { readYaml, yamlOf } from './card-yaml.ts';

const cards = projectCards();
const text = `id: gift-wrap
title: Gift wrap
phrases:
  - want ... gift wrap
suggestion: Of course.
reasoning: It is asked for often.
action: explain
confidence: 0.8
source: Shop guide
`;
const where = (yaml: string, ownId: string | null = 'gift-wrap') =>
  readYaml(yaml, ownId).faults.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('every card of the project', () => {
  it.each(cards.map((card) => [card.id, card] as const))(
    '%s is the same as form and as text',
    (id, card) => {
      const fields = fieldsOf(card);
      expect(playbookCardSchema.parse(fields && cardOfFields(fields))).toEqual(card);
      const read = readYaml(yamlOf(card), id);
      expect(read.faults).toEqual([]);
      expect(read.card).toEqual(card);
      expect(yamlOf(fields && cardOfFields(fields))).toBe(yamlOf(card));
      const draft = draftOf({ version: 1, card });
      expect(isUnchanged(draft, card)).toBe(true);
      expect(isUnchanged({ ...draft, text: textOfDraft(draft) }, card)).toBe(true);
      expect(inForm({ ...draft, text: textOfDraft(draft) }, id)).toEqual(draft);
    },
  );
});

describe('a text', () => {
  it('is written in the order of the project’s files, without what goes without saying', () => {
    expect(yamlOf(playbookCardSchema.parse(readYaml(text, null).raw))).toBe(text);
  });

  it('may be the only card of a list, as it is copied from a file', () => {
    const list = `# a theme\n- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`;
    expect(readYaml(list, 'gift-wrap').card?.id).toBe('gift-wrap');
    expect(where(`${list}- id: b\n`)[0]).toMatch(/^1:|^2:/);
  });

  it.each([
    ['YAML that is none', `${text}tail: [b`, /^10:/],
    ['a tab', text.replace('  - want', '\t- want'), /^4:1 /],
    ['a field that is there twice', `${text}title: Again\n`, /^10:1 Map keys must be unique/],
    ['an unknown field', `${text}importnat: true\n`, /^10:1 No card has a field “importnat”\.$/],
    [
      'a missing field',
      text.replace('title: Gift wrap\n', ''),
      /^1:1 The field “title” is missing\.$/,
    ],
    [
      'a phrase that does not compile',
      text.replace('gift wrap\ns', '<gft>\ns'),
      /^4:5 There is no word group <gft>\.$/,
    ],
    [
      'a phrase too long',
      text.replace('want ...', 'x'.repeat(10_000)),
      /^4:5 Use at most 400 characters\.$/,
    ],
    ['a wrong value', text.replace('explain', 'shout'), /^7:9 /],
    ['a number too large', text.replace('0.8', '8'), /^8:13 Use a number from 0 to 1\.$/],
    ['another id', text.replace('gift-wrap', 'other'), /^1:5 The id of a card stays what it is/],
    ['text instead of a card', 'hello', /^1:1 /],
    ['nothing', '', /^1:1 /],
    ['too many brackets', '['.repeat(50_000), / This text is nested too deeply/],
    ['too many dashes', '- '.repeat(25_000), / This text is nested too deeply/],
    [
      'more than a card can be',
      'x'.repeat(60_001),
      /^1:1 A card can have at most 60,000 characters\.$/,
    ],
    [
      'a text without end',
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b]\n',
      /^1:1 /,
    ],
  ])('with %s is told so at its place', (_what, yaml, fault) => {
    expect(where(yaml)[0]).toMatch(fault);
    expect(readYaml(yaml, 'gift-wrap').card).toBeUndefined();
  });

  it('with several faults tells each of them, from top to bottom', () => {
    const yaml = text.replace('Gift wrap', '""').replace('0.8', 'high');
    expect(where(yaml).map((fault) => fault.split(' ')[0])).toEqual(['2:8', '8:13']);
  });
});

describe('a draft', () => {
  it('goes back to its form unless it has something that the form has no place for', () => {
    const draft = draftOf({ version: 1, card: cards[0] });
    const withText = (yaml: string) => inForm({ ...draft, text: yaml }, null);
    expect(withText(`${text}importnat: true\n`)).toBeUndefined();
    expect(withText('id: "x')).toBeUndefined();
    expect(withText(text.replace('confidence: 0.8', 'confidence: 8'))?.fields?.confidence).toBe(
      '8',
    );
    expect(withText(text)?.fields?.title).toBe('Gift wrap');
  });

  it('of a card that the form cannot show begins as text', () => {
    const draft = draftOf({ version: 3, card: { id: 'old', phrase: 'x' } });
    expect(draft).toMatchObject({ fields: undefined, text: 'id: old\nphrase: x\n' });
    expect(isUnchanged(draft, { id: 'old', phrase: 'x' })).toBe(true);
  });

  it('of a copy is a new card with the same words', () => {
    const copy = copyOf(cards[0]);
    expect(copy).toMatchObject({ version: 0, fields: { id: `${cards[0]?.id}-copy` } });
    expect(isUnchanged(copy, cards[0])).toBe(false);
    expect(isUnchanged(newDraft(), undefined)).toBe(false);
  });
});
