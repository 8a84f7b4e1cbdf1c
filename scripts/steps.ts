import { createProgress } from './first-start/progress.mjs';

/** One named step; `report` shows what is going on while it runs. */
export interface Step {
  title: string;
  /** Titles of steps that have to be done before. Default: none, it begins at once. */
  after?: readonly string[];
  run: (report: (line: string) => void) => Promise<string | undefined>;
}

/** How progress is shown: a line for each step that runs, or not at all. */
export type ProgressMode = 'shown' | 'silent';

/**
 * Runs steps, each as soon as those before it are done; the first that throws ends it, and what has
 * begun is left to the caller to stop. A returned text joins the title.
 */
export async function runSteps(steps: readonly Step[], mode: ProgressMode): Promise<void> {
  const progress = createProgress(mode === 'silent' ? { write: () => undefined } : process.stdout);
  const done = new Map<string, Promise<void>>();
  const run = async ({ title, after = [], run: work }: Step) => {
    await Promise.all(after.map((name) => done.get(name)));
    const step = progress.step(title);
    try {
      step.done(await work(step.report));
    } catch (error) {
      step.fail();
      throw error;
    }
  };
  // Begun once all are known: a step may wait for one that stands after it.
  for (const step of steps) done.set(step.title, Promise.resolve(step).then(run));
  try {
    await Promise.all(done.values());
  } finally {
    progress.close();
  }
}
