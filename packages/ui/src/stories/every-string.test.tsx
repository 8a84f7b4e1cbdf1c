import { createElement } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import * as ui from '../index.ts';
import { render } from '../testing/dom.ts';
import { allExports } from './all-exports.ts';
import { componentSamples } from './component-samples.tsx';

const defaults = allExports as unknown as Readonly<Record<string, object | undefined>>;

/** Labels of components within components, and props that carry further words. */
const furtherProps: Readonly<Record<string, () => object>> = {
  AISuggestionPanel: () => ({ labels: { ...labelsOf('AISuggestionPanel'), card: cardLabels() } }),
  Button: () => ({ shortcutLabels: labelsOf('KeyboardHint') }),
  CallControls: () => withKeys('CallControls'),
  CallWall: () => ({ labels: { ...labelsOf('CallWall'), sentiment: labelsOf('SentimentSpark') } }),
  ChatPanel: () => ({
    labels: {
      ...labelsOf('ChatPanel'),
      message: labelsOf('ChatMessage'),
      composer: labelsOf('ChatComposer'),
    },
  }),
  HelpRequest: () => withKeys('HelpRequest'),
  MetricTile: () => ({
    labels: { ...labelsOf('MetricTile'), definition: labelsOf('MetricDefinition') },
  }),
  MicrophoneTest: () => ({
    labels: { ...labelsOf('MicrophoneTest'), picker: labelsOf('DevicePicker') },
  }),
  OfferCard: () => withKeys('OfferCard'),
  ReplayTranscript: () => ({
    labels: { ...labelsOf('ReplayTranscript'), sentiment: labelsOf('SentimentMark') },
  }),
  SentimentTrend: () => ({ markLabels: labelsOf('SentimentMark') }),
  SessionFilters: () => ({ keyLabels: labelsOf('KeyboardHint') }),
  ShortcutList: () => withKeys('ShortcutList'),
  SuggestionCard: () => ({ labels: cardLabels() }),
  Transcript: () => ({ sentimentLabels: labelsOf('SentimentMark') }),
};

const views = Object.entries(componentSamples).flatMap(([name, { component, props, views }]) =>
  views.map((view, index) => ({ name, index, component, props: { ...props, ...view } })),
);

test('hears a string that was not replaced', () => {
  const { container } = render(<ui.IconButton label="⟦Mute⟧" icon="Sound off" />);
  expect(visibleWords(container).map(unmarked)).toContain('Sound off');
});

test('hears a number that we wrote ourselves, and one that labels were given as text', () => {
  const { container } = render(
    <ui.StartCard title="00:42" description={marked((text: string) => text)('0.4 s')} />,
  );
  expect(visibleWords(container).filter(isOurs)).toEqual(['00:42']);
  expect(writtenNumbers).toEqual(['0.4 s']);
});

describe('every string can be replaced', () => {
  test.each(views)('$name, view $index', ({ name, component, props }) => {
    const { container } = render(
      createElement(component, {
        ...props,
        labels: labelsOf(name),
        ...furtherProps[name]?.(),
      } as object),
    );
    expect(visibleWords(container).filter(isOurs)).toEqual([]);
    expect(writtenNumbers).toEqual([]);
  });
});

function labelsOf(name: string): object | undefined {
  const labels = defaults[`default${name}Labels`];
  return labels && marked(labels);
}

function cardLabels(): object {
  return withKeys('SuggestionCard').labels;
}

function withKeys(name: string): { labels: object } {
  return { labels: { ...labelsOf(name), keys: labelsOf('KeyboardHint') } };
}

/** Numbers that functions of labels were given as text: how to write them is for the language. */
let writtenNumbers: unknown[] = [];
beforeEach(() => {
  writtenNumbers = [];
});

/** The same labels with every string, also those that functions give, between ⟦ and ⟧. */
function marked<T>(labels: T): T;
function marked(labels: unknown): unknown {
  if (typeof labels === 'string') return labels && `⟦${labels}⟧`;
  if (typeof labels === 'function') {
    return (...args: unknown[]) => {
      writtenNumbers.push(...args.filter((arg) => typeof arg === 'string' && /\d/.test(arg)));
      return marked((labels as (...args: unknown[]) => unknown)(...args));
    };
  }
  if (typeof labels !== 'object' || labels === null) return labels;
  return Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, marked(value)]));
}

/** Words of a language, times and scores; not bare whole numbers, nor what has Greek in it. */
function isOurs(words: string): boolean {
  const rest = unmarked(words);
  return /[a-z]{2,}/i.test(rest) || (/\d:\d\d|−\d/.test(rest) && !/[α-ω]/i.test(rest));
}

function unmarked(words: string): string {
  const rest = words.replace(/⟦[^⟦⟧]*⟧/g, '');
  return rest === words ? rest : unmarked(rest);
}

const spokenAttributes = ['aria-label', 'aria-valuetext', 'title', 'placeholder'];

/** All that is read, heard or shown on hover. */
function visibleWords(root: Element): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const texts = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent ?? '');
    const attributes = spokenAttributes.map((name) => element.getAttribute(name) ?? '');
    return [...texts, ...attributes];
  });
}
