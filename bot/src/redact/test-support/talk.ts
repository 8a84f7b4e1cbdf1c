import { createRedaction } from '../redaction.ts';

const speakers = { C: 'customer', A: 'agent', S: 'supervisor' } as const;

/** What is kept of what people say in turn: the customer in "C: …", the agent in "A: …", a supervisor in "S: …". */
export function talk(...lines: string[]): string[] {
  const redaction = createRedaction();
  return lines.map((line) => {
    const speaker = speakers[line.charAt(0) as keyof typeof speakers];
    return redaction.of(speaker).final(line.slice(3)).text;
  });
}
