import { describe, expect, it } from 'vitest';
import { isCustomersTurn } from './turn-taking.ts';

const at = (nowMs: number, agentSpeech?: { speaking: boolean; atMs: number }) =>
  isCustomersTurn({ nowMs, quietSinceMs: 10_000, agentSpeech });

describe('isCustomersTurn', () => {
  it('leaves an agent who says nothing 2.5 s', () => {
    expect(at(12_400)).toBe(false);
    expect(at(12_500)).toBe(true);
  });

  it('does not interrupt an agent who speaks', () => {
    expect(at(20_000, { speaking: true, atMs: 11_000 })).toBe(false);
  });

  it('goes on 1.2 s after the agent has answered', () => {
    const agentSpeech = { speaking: false, atMs: 14_000 };
    expect(at(15_100, agentSpeech)).toBe(false);
    expect(at(15_200, agentSpeech)).toBe(true);
  });

  it('does not take what the agent said before for an answer', () => {
    const agentSpeech = { speaking: false, atMs: 9000 };
    expect(at(11_500, agentSpeech)).toBe(false);
    expect(at(12_500, agentSpeech)).toBe(true);
  });

  it('loses patience with an agent who never stops', () => {
    expect(at(30_000, { speaking: true, atMs: 11_000 })).toBe(true);
  });
});
