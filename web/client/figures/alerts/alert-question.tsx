'use client';
import type { FigureAlert } from '@agent/protocol';
import { Button, Dialog } from '@agent/ui';

/** What somebody wants to do about an alert, and is asked about first. */
export interface AskedAct {
  alert: FigureAlert;
  act: 'new-normal' | 'leave-out';
}

const questions = {
  'new-normal': {
    title: 'Is this the new normal?',
    happens:
      'What was before this alert is not compared with any more. For four weeks there are no alerts of this figure, while it is learned anew.',
    answer: 'This is the new normal',
  },
  'leave-out': {
    title: 'Leave these hours out?',
    happens:
      'These hours are never compared with, as on a holiday. If things go on like this, there will be another alert.',
    answer: 'Leave these hours out',
  },
} as const;

/** Says what will happen before it does; both can be undone for a week. */
export function AlertQuestion({
  asked,
  onAnswer,
}: {
  asked: AskedAct | null;
  /** Null: nothing is to be done. */
  onAnswer: (act: AskedAct['act'] | null) => void;
}) {
  const question = questions[asked?.act ?? 'new-normal'];
  return (
    <Dialog
      open={asked !== null}
      onClose={() => onAnswer(null)}
      title={question.title}
      description={`${question.happens} The alert closes. You can undo this for a week.`}
      actions={
        <>
          <Button onClick={() => onAnswer(null)}>Cancel</Button>
          <Button variant="primary" onClick={() => onAnswer(asked?.act ?? null)}>
            {question.answer}
          </Button>
        </>
      }
    >
      <p>{asked?.alert.text}</p>
    </Dialog>
  );
}
