import { createRedaction } from '../redaction.ts';

/** What is kept of what both sides say in turn, the customer in "C: …", the agent in "A: …". */
export function talk(...lines: string[]): string[] {
  const redaction = createRedaction();
  return lines.map(
    (line) => redaction.of(line.startsWith('C: ') ? 'customer' : 'agent').final(line.slice(3)).text,
  );
}
