import { Button } from '../button/button.tsx';
import { Notice } from './notice.tsx';

/** Says that something could not be had, with a way to try again. Internal to the package's views. */
export function RetryNotice({
  text,
  onRetry,
}: {
  text: { errorTitle: string; errorDescription: string; retry: string };
  onRetry: (() => void) | undefined;
}) {
  const retry = onRetry && (
    <Button size="sm" onClick={onRetry}>
      {text.retry}
    </Button>
  );
  return (
    <Notice tone="error" title={text.errorTitle} action={retry}>
      {text.errorDescription}
    </Notice>
  );
}
