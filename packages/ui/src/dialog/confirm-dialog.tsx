import { Button, type ButtonSize } from '../button/button.tsx';
import { Dialog } from './dialog.tsx';

/** Words of a question that is asked before something that cannot be taken back. */
export interface ConfirmWords {
  title: string;
  description: string;
  confirm: string;
  cancel: string;
  close: string;
}

/** Asks once more, with the way back in focus. Internal to the package's components. */
export function ConfirmDialog({
  open,
  words,
  size,
  onClose,
  onConfirm,
}: {
  open: boolean;
  words: ConfirmWords;
  size?: ButtonSize | undefined;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.title}
      labels={words}
      description={words.description}
      actions={
        <>
          <Button size={size} data-initial-focus onClick={onClose}>
            {words.cancel}
          </Button>
          <Button size={size} variant="danger" onClick={confirm}>
            {words.confirm}
          </Button>
        </>
      }
    />
  );
}
