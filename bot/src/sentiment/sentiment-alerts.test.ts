import { settingPresets } from '@agent/protocol';
import { describe, expect, it } from 'vitest';
import { adviceAbout } from './advice.ts';
import { createSentimentAlerts } from './sentiment-alerts.ts';

const alerts = createSentimentAlerts(() => settingPresets);
const upset = { text: 'I am furious.', score: -0.8, atMs: 60_000 };

describe('createSentimentAlerts', () => {
  it('is due below −0.5, not at it', () => {
    expect(alerts.adviceFor({ ...upset, score: -0.501 }, null)).toBeDefined();
    expect(alerts.adviceFor({ ...upset, score: -0.5 }, null)).toBeUndefined();
    expect(alerts.adviceFor({ ...upset, score: 0.9 }, null)).toBeUndefined();
  });

  it('rests for 30 s after an alert', () => {
    expect(alerts.adviceFor(upset, 30_001)).toBeUndefined();
    expect(alerts.adviceFor(upset, 30_000)).toBeDefined();
  });

  it('counts an alert at the very start of the call', () => {
    expect(alerts.adviceFor({ ...upset, atMs: 10_000 }, 0)).toBeUndefined();
  });

  it('goes by the rules of the moment', () => {
    const rules = { alertBelow: -0.9, alertPauseSeconds: 30 };
    const changing = createSentimentAlerts(() => rules);
    expect(changing.adviceFor(upset, null)).toBeUndefined();
    Object.assign(rules, { alertBelow: -0.3, alertPauseSeconds: 1 });
    expect(changing.adviceFor(upset, 59_000)).toBeDefined();
    expect(changing.adviceFor(upset, 59_001)).toBeUndefined();
  });

  it.each([
    ['I have been on hold for an hour, this is ridiculous.', 'wait'],
    ['It still hasn’t arrived and I am really angry.', 'wait'],
    ['You charged me twice, that is outrageous.', 'money'],
    ['I want my money back, you useless company wasted it.', 'person'],
    ['Your colleague was so rude to me.', 'person'],
    ['I am angry, and I am thinking about cancelling my account.', 'threat-to-leave'],
    ['This is really frustrating. Nobody told me anything.', 'general'],
  ] as const)('answers "%s" with advice about %s', (text, cause) => {
    expect(alerts.adviceFor({ ...upset, text }, null)).toBe(adviceAbout(cause, 'first'));
  });

  it('goes a step further the second time, and says the same to the same', () => {
    const again = alerts.adviceFor(upset, 0);
    expect(again).toBe(adviceAbout('general', 'again'));
    expect(again).not.toBe(alerts.adviceFor(upset, null));
    expect(alerts.adviceFor(upset, 0)).toBe(again);
  });
});
