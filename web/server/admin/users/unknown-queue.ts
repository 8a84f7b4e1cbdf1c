import 'server-only';
import { Problem } from '../../problem.ts';

/** A queue was named that is not there, or no more. */
export function unknownQueue(queueId: string): Problem {
  const why = `There is no queue "${queueId}" any more. Choose another.`;
  return Problem.invalidInput(why, { queues: why });
}
