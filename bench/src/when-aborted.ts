/**
 * Rejects when the user stops the bench. What is under way then ends with its process; what was
 * opened is closed by the code that races against this.
 */
export function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
