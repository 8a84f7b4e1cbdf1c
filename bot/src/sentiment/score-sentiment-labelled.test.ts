import { readFileSync } from 'node:fs';
import { type SentimentLabel, sentimentLabels } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { scoreSentiment } from './score-sentiment.ts';

const partSchema = z.record(z.enum(sentimentLabels), z.array(z.string().min(1)));

interface Labelled {
  label: SentimentLabel;
  text: string;
}

function load(part: 'development' | 'held-out'): Labelled[] {
  const file = new URL(`labelled-sentences/${part}.yaml`, import.meta.url);
  const sentences = partSchema.parse(parse(readFileSync(file, 'utf8')));
  return sentimentLabels.flatMap((label) => sentences[label].map((text) => ({ label, text })));
}

const isRight = ({ label, text }: Labelled) => scoreSentiment(text).label === label;
const accuracy = (sentences: readonly Labelled[]) =>
  sentences.filter(isRight).length / sentences.length;

const print = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

describe('scoreSentiment on the labelled sentences', () => {
  const development = load('development');
  const heldOut = load('held-out');
  const all = [...development, ...heldOut];

  it('gives at least 80 % of all sentences their label', () => {
    const wrong = development.filter((sentence) => !isRight(sentence));
    for (const { label, text } of wrong)
      print(`  ${label}, scored ${scoreSentiment(text).score}: ${text}`);
    print(`Sentiment: accuracy ${percent(accuracy(all))} of ${all.length} sentences`);
    expect(all.length).toBeGreaterThanOrEqual(120);
    expect(accuracy(all)).toBeGreaterThanOrEqual(0.8);
  });

  it('gives at least 80 % of the held-out third their label', () => {
    print(`Sentiment: accuracy ${percent(accuracy(heldOut))} of ${heldOut.length} held out`);
    expect(heldOut.length).toBeGreaterThanOrEqual(40);
    expect(accuracy(heldOut)).toBeGreaterThanOrEqual(0.8);
  });
});
