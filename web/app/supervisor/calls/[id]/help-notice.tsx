'use client';
import { openHelp } from '@agent/calls';
import { Button, Notice } from '@agent/ui';
import { useAction } from '#client/http/use-action.ts';
import { actOnAlert } from '#client/supervision/wall-api.ts';
import { agentNameOf, type WatchedCall } from './watched-call.tsx';

/** That the agent asks for help, or who sees to it, and what to do about it from here. */
export function HelpNotice({ watched }: { watched: WatchedCall }) {
  const { view, call, feed } = watched;
  const help = openHelp(call.supervision);
  const act = useAction(async (incident: string, what: 'take' | 'done') => {
    await actOnAlert(view.callId, incident, { act: what });
    feed.resync();
  });
  if (!help) return null;
  const { taken, reason } = help;
  const next = taken ? ({ act: 'done', words: 'Done' } as const) : takeIt;
  return (
    <Notice
      tone="warning"
      title={
        taken ? (
          <>
            <bdi>{taken.by}</bdi> helps <bdi>{agentNameOf(watched)}</bdi>
          </>
        ) : (
          <>
            <bdi>{agentNameOf(watched)}</bdi> asks for help
          </>
        )
      }
      action={
        <Button
          size="sm"
          variant={taken ? 'secondary' : 'primary'}
          pending={act.pending}
          onClick={() => void act.run(`help:${help.id}`, next.act)}
        >
          {next.words}
        </Button>
      }
    >
      {reason ? `“${reason}” ` : null}
      {act.problem}
    </Notice>
  );
}

const takeIt = { act: 'take', words: 'I take it' } as const;
