import { language } from '../language.ts';

/** What a customer is upset about, as far as it bears on what helps. */
export type AlertCause = keyof typeof language.alertAdvice;

/** Whether it is the first alert of the call; the second advice goes a step further. */
export type AlertTurn = 'first' | 'again';

/** A calm sentence for the agent. */
export function adviceAbout(cause: AlertCause, turn: AlertTurn): string {
  return language.alertAdvice[cause][turn];
}
