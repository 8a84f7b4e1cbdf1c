import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEnding } from './ending.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The end of a session whose parts note what they are told; `drains`: how long the log needs. */
function setUp({ drains = async () => undefined }: { drains?: () => Promise<void> } = {}) {
  const happened: string[] = [];
  const note = (what: string) => async () => void happened.push(what);
  const ending = createEnding({
    attendance: { stopHearing: () => void happened.push('hears no more') },
    hearing: { finish: note('all is text'), giveUp: () => void happened.push('gives up') },
    publisher: {
      async drained() {
        await drains();
        happened.push('all is stored');
      },
      stop: () => void happened.push('stops'),
    },
    assist: { finish: note('all is dealt with') },
    recording: {
      finish: note('the sound is kept'),
      abandon: () => void happened.push('the sound is left'),
    },
    leave: note('leaves'),
  });
  return { ending, happened };
}

const never = () => new Promise<void>(() => undefined);

describe('createEnding', () => {
  it('leaves once what was said last is text, stored and dealt with', async () => {
    const { ending, happened } = setUp();
    await ending.finish();
    expect(happened).toEqual([
      'hears no more',
      'all is text',
      'the sound is kept',
      'all is stored',
      'all is dealt with',
      'all is stored',
      'leaves',
      'stops',
      'all is dealt with',
    ]);
  });

  it('ends once, however often and in whatever way it is asked to', async () => {
    const { ending, happened } = setUp();
    await Promise.all([ending.finish(), ending.finish(), ending.abandon()]);
    expect(happened.filter((what) => what === 'leaves')).toHaveLength(1);
  });

  it('leaves after three seconds, and goes on storing for a minute', async () => {
    const { ending, happened } = setUp({ drains: never });
    const finished = ending.finish();
    await vi.advanceTimersByTimeAsync(2_900);
    expect(happened).not.toContain('leaves');
    await vi.advanceTimersByTimeAsync(200);
    expect(happened).toContain('leaves');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(happened).not.toContain('stops');
    await vi.advanceTimersByTimeAsync(1_100);
    await finished;
    expect(happened).toContain('stops');
  });

  it('stores no longer than it stays in the room when it has to hurry', async () => {
    const { ending, happened } = setUp({ drains: never });
    ending.hurry();
    const finished = ending.finish();
    await vi.advanceTimersByTimeAsync(3_100);
    await finished;
    expect(happened.slice(-3)).toEqual(['leaves', 'stops', 'all is dealt with']);
  });

  it('says nothing more of a call that is another bot’s', async () => {
    const { ending, happened } = setUp();
    await ending.abandon();
    expect(happened).toEqual([
      'stops',
      'gives up',
      'the sound is left',
      'leaves',
      'stops',
      'all is dealt with',
    ]);
  });
});
