'use client';
import type { Role, Session } from '@agent/protocol';
import { Badge, Button } from '@agent/ui';
import { Download, Lock, LockOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAction } from '#client/http/use-action.ts';
import {
  checkDownload,
  downloadUrl,
  eraseSession,
  setLegalHold,
} from '#client/replay/keeping-api.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import './session-actions.css';

type Asking = 'erase' | 'hold';

/** What can be done with a call that is over: download it; for admins, keep it by a legal hold or erase it. */
export function SessionActions({
  session,
  viewerRole,
  onErased,
}: {
  session: Session;
  viewerRole: Role;
  onErased(): void;
}) {
  const { callId } = session;
  const [isHeld, setHeld] = useState(session.legalHold);
  const [asking, setAsking] = useState<Asking | null>(null);
  const download = useAction(async () => {
    await checkDownload(callId);
    window.location.assign(downloadUrl(callId));
  });
  const hold = useAction(async (reason: string) => {
    await setLegalHold(callId, { held: !isHeld, reason });
    setHeld(!isHeld);
    setAsking(null);
  });
  const erase = useAction(async (reason: string) => {
    await eraseSession(callId, { reason });
    setAsking(null);
    onErased();
  });
  return (
    <div className="session-actions">
      {isHeld ? (
        <Badge tone="warning" icon={<Lock />}>
          Legal hold
        </Badge>
      ) : null}
      <Button
        size="sm"
        icon={<Download />}
        pending={download.pending}
        title="Call, transcript and sound as one zip file"
        onClick={() => void download.run()}
      >
        Download
      </Button>
      {viewerRole === 'admin' ? (
        <>
          <Button
            size="sm"
            icon={isHeld ? <LockOpen /> : <Lock />}
            onClick={() => setAsking('hold')}
          >
            {isHeld ? 'End legal hold' : 'Legal hold'}
          </Button>
          <Button
            size="sm"
            variant="danger"
            icon={<Trash2 />}
            disabled={isHeld}
            title={isHeld ? 'A legal hold keeps this call' : undefined}
            onClick={() => setAsking('erase')}
          >
            Erase
          </Button>
        </>
      ) : null}
      <p className="session-actions-problem" role="alert">
        {download.problem}
      </p>
      <ReasonDialog
        open={asking === 'hold'}
        words={isHeld ? endHoldWords : holdWords}
        action={hold}
        onClose={() => setAsking(null)}
      />
      <ReasonDialog
        open={asking === 'erase'}
        words={eraseWords}
        action={erase}
        isDangerous
        onClose={() => setAsking(null)}
      />
    </div>
  );
}

const holdWords = {
  title: 'Keep this call?',
  description:
    'Nobody and no rule deletes anything of it until the hold is ended, however old it gets.',
  confirm: 'Keep it',
};
const endHoldWords = {
  title: 'End the legal hold?',
  description: 'The call may be erased again. If it is older than the rules allow, it is tonight.',
  confirm: 'End the hold',
};
const eraseWords = {
  title: 'Erase this call?',
  description:
    'What was said, written, noted and recorded is deleted for good, and so are the customer’s name and contact. That there was a call, when, with whom of us and with which outcome stays for the figures. This cannot be undone.',
  confirm: 'Erase for good',
};
