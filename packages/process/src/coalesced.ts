/** Lets at most one run of `work` go on; a call meanwhile makes one more run after it. */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;

  async function run() {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = undefined;
    }
  }

  return () => {
    again = running !== undefined;
    running ??= run();
    return running;
  };
}
