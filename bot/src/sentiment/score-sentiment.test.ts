import { settingPresets } from '@agent/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreSentiment } from './score-sentiment.ts';

const scoreOf = (text: string) => scoreSentiment(text).score;
const labelOf = (text: string) => scoreSentiment(text).label;

describe('scoreSentiment', () => {
  it('hears the disappointed customer, whole and sentence by sentence', () => {
    const sentences = [
      'This is really frustrating.',
      "Nobody told me anything, and I needed it for my daughter's birthday.",
      'I am very disappointed.',
    ] as const;
    expect(scoreOf(sentences.join(' '))).toBeLessThan(settingPresets.alertBelow);
    expect(scoreOf(sentences[0])).toBeLessThan(settingPresets.alertBelow);
    expect(scoreOf(sentences[2])).toBeLessThan(settingPresets.alertBelow);
    expect(labelOf(sentences[1])).toBe('negative');
  });

  it('hears the thanks at the end', () => {
    expect(scoreOf('Okay, thank you very much, you have been very helpful.')).toBeGreaterThan(0.6);
    expect(scoreOf('Great, thanks a lot for fixing it so quickly.')).toBeGreaterThan(0.6);
  });

  it('turns praise round that is negated', () => {
    expect(labelOf('I am happy.')).toBe('positive');
    for (const text of ['I am not happy.', "I'm not very happy.", 'That was never helpful.']) {
      expect(labelOf(text), text).toBe('negative');
    }
  });

  it.each([
    "It's far from good.",
    "I'm less than happy.",
    'That is not what I would call good service.',
    'It was anything but fast.',
    'You have been no help at all.',
    "They weren't much help.",
    'It looks nothing like the picture.',
    "It isn't as good as it used to be.",
    'With all due respect, that is unfair.',
    'You do not even answer my mails.',
  ])('hears a negation that has no "not": %s', (text) => {
    expect(labelOf(text)).toBe('negative');
  });

  it.each([
    'You have never let me down.',
    'I never regretted it.',
    'No problems whatsoever.',
    'It went without a hitch.',
    'I thought it was broken, but it works perfectly.',
  ])('hears praise in blame that never was: %s', (text) => {
    expect(labelOf(text)).toBe('positive');
  });

  it('knows that long waits, and what is missing or soaked, are complaints', () => {
    for (const text of [
      'I have been waiting since Monday.',
      'We had to wait two months.',
      'Two parts were missing.',
      'The parcel was soaking wet.',
    ]) {
      expect(labelOf(text), text).toBe('negative');
      expect(scoreOf(text), text).toBeGreaterThan(settingPresets.alertBelow);
    }
    expect(labelOf('I am waiting for the courier.')).toBe('neutral');
    expect(labelOf('Is less than two days possible?')).toBe('neutral');
  });

  it('takes no name for a feeling', () => {
    for (const name of [
      'My name is Grace Love.',
      'This is Mrs Best.',
      "It's Dr Joy Good speaking.",
    ]) {
      expect(scoreOf(name), name).toBe(0);
    }
    expect(labelOf('My name is Mark Love and I am very happy.')).toBe('positive');
    expect(labelOf('My name is wrong on the bill, and I am angry.')).toBe('negative');
  });

  it('takes blame that is negated for neutral', () => {
    expect(labelOf("I'm not angry.")).toBe('neutral');
    expect(labelOf('No problem.')).toBe('neutral');
    expect(labelOf('It went without any trouble.')).toBe('neutral');
  });

  it('lets a negation reach no further than its clause', () => {
    expect(labelOf("I don't know, you were wonderful.")).toBe('positive');
    expect(labelOf('It is not here, I am angry.')).toBe('negative');
    expect(labelOf('Not only friendly, great service!')).toBe('positive');
  });

  it('never takes "not bad" for bad', () => {
    expect(labelOf('Not bad.')).toBe('neutral');
    expect(scoreOf("That's not bad at all.")).toBeGreaterThan(0.3);
    expect(labelOf('Bad.')).toBe('negative');
  });

  it('knows that what never arrived is a complaint, and not yet an alarm', () => {
    for (const text of [
      'My parcel never arrived.',
      'It still has not arrived.',
      "It hasn't come.",
      'I was charged twice for my subscription this month.',
    ]) {
      expect(labelOf(text), text).toBe('negative');
      expect(scoreOf(text), text).toBeGreaterThan(settingPresets.alertBelow);
    }
  });

  it('lets facts add up to an alarm only when there are three', () => {
    const [one, two, three] = ['It is broken.', 'It is late.', 'You charged me twice.'];
    expect(scoreOf(`${one} ${two}`)).toBeGreaterThan(settingPresets.alertBelow);
    expect(scoreOf(`${one} ${two} ${three}`)).toBeLessThan(settingPresets.alertBelow);
  });

  it('weighs "very" up and "a bit" down', () => {
    expect(scoreOf('I am very angry.')).toBeLessThan(scoreOf('I am angry.'));
    expect(scoreOf('I am a bit angry.')).toBeGreaterThan(scoreOf('I am angry.'));
    expect(scoreOf('You were really nice.')).toBeGreaterThan(scoreOf('You were nice.'));
    expect(scoreOf('I am angry!')).toBeLessThan(scoreOf('I am angry.'));
  });

  it('lets what follows a "but" decide', () => {
    expect(scoreOf('You are friendly, but this is terrible.')).toBeLessThan(-0.3);
    expect(scoreOf('It was terrible, but you are friendly and wonderful.')).toBeGreaterThan(0.3);
    expect(scoreOf('Although it was late, I am very happy.')).toBeGreaterThan(0.3);
  });

  it('is unsure of mixed sentences', () => {
    const mixed = scoreSentiment('The chair is beautiful, and the delivery was terrible.');
    expect(mixed.label).toBe('neutral');
    expect(mixed.confidence).toBeLessThan(scoreSentiment('The delivery was terrible.').confidence);
  });

  it('does not take questions for praise', () => {
    expect(labelOf('Is it any good?')).toBe('neutral');
    expect(labelOf('Could you help me, please?')).toBe('neutral');
    expect(labelOf('Why is it always broken?')).toBe('negative');
  });

  it('does not take polite words for praise', () => {
    expect(labelOf('Thank you.')).toBe('neutral');
    expect(labelOf('Good morning, thank you for taking my call.')).toBe('neutral');
    const complaint = "It's broken and I'm annoyed.";
    expect(scoreOf(`${complaint} Thank you so much.`)).toBe(scoreOf(complaint));
  });

  it('sees through mockery', () => {
    expect(labelOf('Great, another delay.')).toBe('negative');
    expect(labelOf('Oh wonderful, now I have to do it all again.')).toBe('negative');
    expect(labelOf('Thanks for nothing.')).toBe('negative');
    expect(labelOf('Great, that works again, thanks a lot.')).toBe('positive');
  });

  it('knows nothing of a text without feeling', () => {
    expect(scoreSentiment('The order number is four five two one.')).toEqual({
      score: 0,
      label: 'neutral',
      confidence: 0.5,
    });
    expect(scoreOf('')).toBe(0);
  });

  it('is not misled by typographic apostrophes', () => {
    expect(scoreOf('I don’t like it, it isn’t good.')).toBe(
      scoreOf("I don't like it, it isn't good."),
    );
  });

  it('is never surer than certain, also of thanks that were refused', () => {
    const { confidence } = scoreSentiment('not thanks thanks !');
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it('stays within its bounds whatever is said', () => {
    const words = fc.array(
      fc.constantFrom('very', 'not', 'angry', 'great', 'but', 'thanks', '!', '?', ',', '.'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((list) => list.join(' ')),
          fc.string(),
        ),
        (text) => {
          const { score, confidence } = scoreSentiment(text);
          expect(Math.abs(score)).toBeLessThanOrEqual(1);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
