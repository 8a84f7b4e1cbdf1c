import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import * as ui from '../index.ts';
import { render } from '../testing/dom.ts';
import { componentSamples } from './component-samples.tsx';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** Components of parts, and the slots that the README names for each. */
const components = [
  'Transcript',
  'Captions',
  'CallControls',
  'ChatPanel',
  'ChatMessage',
  'OfferCard',
  'AISuggestionPanel',
  'SuggestionCard',
  'SentimentTrend',
  'MetricTile',
  'ChartFrame',
  'SessionList',
  'CallWall',
  'CustomerInfoCard',
  'CoachMessages',
  'WrapUpDraft',
  'WrapUpForm',
].map((name) => {
  const row = readme.split('\n').find((line) => line.startsWith(`| **\`${name}\`**`)) ?? '';
  const slots = [...(row.split(' | ')[2] ?? '').matchAll(/`([a-z-]+)`/g)].map(
    ([, slot = '']) => slot,
  );
  return { name, slots };
});

/** What shows every part of these at once. */
const further: Readonly<Record<string, object>> = {
  CallControls: { children: 'Στάθμη' },
};

describe.each(components)('$name', ({ name, slots }) => {
  test('has names for its parts', () => {
    expect(slots.length).toBeGreaterThan(1);
  });

  test.each(slots)('gives %s the class that its owner wants', (slot) => {
    const found = (componentSamples[name]?.views ?? []).flatMap((view) =>
      elements(name, slot, view),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { classList } of found) expect([...classList]).toContain('mine');
  });
});

function elements(name: string, slot: string, view: object): Element[] {
  const sample = componentSamples[name];
  if (!sample) throw new Error(`No sample of ${name}.`);
  const props = { ...sample.props, ...view, ...further[name], classNames: { [slot]: 'mine' } };
  const { container } = render(createElement(sample.component, props));
  return [...container.querySelectorAll(`[data-slot="${slot}"]`)];
}

test('knows its parts by type', () => {
  // @ts-expect-error: no such part.
  const captions = <ui.Captions items={[]} classNames={{ 'captions-bx': 'mine' }} />;
  expect(captions).toBeTruthy();
});
