'use client';
import type { CallId } from '@agent/protocol';
import { Button, EmptyState, formatClock } from '@agent/ui';
import { PhoneOff } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { RoomStayState, StayEnd } from '#client/listening/room-stay.ts';

/** A call whose end was seen. */
export interface OverCall {
  customerName: string;
  agentName: string;
  talkedMs: number | null;
}

/** Why one hears nothing any more, and where to go from here. */
export function StayEnded({
  callId,
  over,
  state,
  againWords,
  again,
}: {
  callId: CallId;
  over: OverCall | null;
  state: RoomStayState;
  againWords: string;
  again: () => void;
}) {
  const why = state.phase === 'ended' ? state.why : undefined;
  const { title, description, mayTry } = over ? wordsOfOver(over) : wordsOf(why);
  const isSignedOut = why?.reason === 'refused' && why.code === 'not-signed-in';
  return (
    <div className="stay-ended" role="status">
      <EmptyState
        icon={<PhoneOff />}
        title={title}
        description={description}
        action={
          <div className="stay-ended-ways">
            {mayTry ? <Button onClick={again}>{againWords}</Button> : null}
            {/* Documents of their own: they have another policy than this one. */}
            {isSignedOut ? (
              <a className="link-button" href={signInHref(callId)}>
                Sign in
              </a>
            ) : null}
            {over || why?.reason === 'over' ? (
              <a className="link-button" data-variant="primary" href={`/calls/${callId}`}>
                Play it again
              </a>
            ) : null}
            <Link className="link-button" href="/supervisor">
              All calls
            </Link>
          </div>
        }
      />
    </div>
  );
}

interface EndWords {
  title: string;
  description: ReactNode;
  mayTry: boolean;
}

function wordsOfOver({ customerName, agentName, talkedMs }: OverCall): EndWords {
  const length = talkedMs === null ? null : ` for ${formatClock(talkedMs)}`;
  return {
    title: 'The call is over',
    description: (
      <>
        <bdi>{agentName}</bdi> and <bdi>{customerName}</bdi> talked{length}.
      </>
    ),
    mayTry: false,
  };
}

function wordsOf(why: StayEnd | undefined): EndWords {
  switch (why?.reason) {
    case undefined:
    case 'lost':
      return {
        title: 'The connection was lost',
        description: 'You have not been in the call since.',
        mayTry: true,
      };
    case 'over':
      return { title: 'The call is over', description: 'It can be played again.', mayTry: false };
    case 'removed':
      return {
        title: 'You have been taken out of this call',
        description: 'It may be over, or you do not look after it any more.',
        mayTry: true,
      };
    case 'refused':
      return { ...wordsOfRefusal(why), mayTry: why.code === 'conflict' };
    default:
      return why satisfies never;
  }
}

function wordsOfRefusal({ code, words }: Extract<StayEnd, { reason: 'refused' }>) {
  switch (code) {
    case 'not-signed-in':
      return { title: 'You are signed out', description: 'Sign in to go on.' };
    case 'forbidden':
      return { title: 'You may not listen to calls', description: 'Ask an administrator.' };
    case 'not-found':
      return {
        title: 'This call is not yours to hear',
        description: 'There is no such call, or you do not look after its queue.',
      };
    default:
      return { title: words, description: 'Once a call is over, it can be played again.' };
  }
}

function signInHref(callId: CallId): string {
  return `/auth/signin?callbackUrl=${encodeURIComponent(`/supervisor/calls/${callId}`)}`;
}
