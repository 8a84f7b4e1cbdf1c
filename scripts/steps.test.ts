import { expect, it } from 'vitest';
import { runSteps, type Step } from './steps.ts';

/** Steps that write down when they begin and end; each ends when told to. */
function steps(...given: readonly (Pick<Step, 'title' | 'after'> & { fails?: boolean })[]) {
  const log: string[] = [];
  const made = given.map(
    ({ fails = false, ...step }): Step => ({
      ...step,
      run: async () => {
        log.push(`${step.title} begins`);
        await Promise.resolve();
        if (fails) throw new Error(`${step.title} failed`);
        log.push(`${step.title} ends`);
        return undefined;
      },
    }),
  );
  return { log, made };
}

it('begins a step when those before it are done, and others meanwhile', async () => {
  const { log, made } = steps(
    { title: 'a' },
    { title: 'b' },
    { title: 'c', after: ['a', 'b'] },
    { title: 'd', after: ['c'] },
  );
  await runSteps(made, 'silent');
  expect(log.slice(0, 2)).toEqual(['a begins', 'b begins']);
  expect(log.slice(-4)).toEqual(['c begins', 'c ends', 'd begins', 'd ends']);
});

it('waits for a step that stands after it, too', async () => {
  const { log, made } = steps({ title: 'a', after: ['c', 'b'] }, { title: 'b' }, { title: 'c' });
  await runSteps(made, 'silent');
  expect(log.slice(-2)).toEqual(['a begins', 'a ends']);
});

it('ends with the first failure, and begins nothing that needed it', async () => {
  const { log, made } = steps({ title: 'a', fails: true }, { title: 'b', after: ['a'] });
  await expect(runSteps(made, 'silent')).rejects.toThrow('a failed');
  expect(log).toEqual(['a begins']);
});
