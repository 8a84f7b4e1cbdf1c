import { Button, Dialog } from '@agent/ui';

/** Asks once more before something is saved that calls or agents notice at once. */
export function ConfirmSaving({
  open,
  said,
  onClose,
  onConfirm,
}: {
  open: boolean;
  said: readonly string[];
  onClose(): void;
  onConfirm(): void;
}) {
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Save these changes?"
      actions={
        <>
          <Button data-initial-focus onClick={onClose}>
            Go on changing
          </Button>
          <Button variant="primary" onClick={confirm}>
            Save
          </Button>
        </>
      }
    >
      <Consequences said={said} />
    </Dialog>
  );
}

/** What something does, one sentence each. */
export function Consequences({ said }: { said: readonly string[] }) {
  return (
    <ul className="queue-consequences">
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
