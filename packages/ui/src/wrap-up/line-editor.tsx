import { useEffect, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { isComposing } from '../react/is-composing.ts';
import { TextArea } from '../text-area/text-area.tsx';
import type { DraftLineProps } from './draft-line-props.ts';

/** The words of a line in a box. Each change is told at once; Escape takes them all back. */
export function LineEditor({
  line,
  onEdit,
  onRemove,
  onRestore,
  onClose,
  maxLineLength,
  text,
}: DraftLineProps & { onClose: () => void }) {
  const { id, kind } = line;
  const box = useRef<HTMLTextAreaElement>(null);
  const before = useRef(line);
  useEffect(() => {
    const element = box.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const over = line.text.length - maxLineLength;
  const done = () => {
    if (over > 0) return;
    if (line.text.trim() === '') onRemove?.(id);
    else if (line.text === line.original) onRestore?.(id);
    onClose();
  };
  const cancel = () => {
    const { fate, text: words } = before.current;
    if (fate === 'edited') onEdit?.(id, words);
    else onRestore?.(id);
    onClose();
  };
  return (
    <div data-slot="wrap-up-draft-editor">
      <TextArea
        ref={box}
        label={text.editing(text.kinds[kind])}
        rows={2}
        value={line.text}
        error={over > 0 ? text.tooLong(over) : null}
        onChange={(event) => onEdit?.(id, event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape') {
            event.stopPropagation();
            cancel();
          } else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            done();
          }
        }}
      />
      <div data-slot="wrap-up-draft-editor-foot">
        <Button size="sm" variant="ghost" onClick={cancel}>
          {text.cancel}
        </Button>
        <Button size="sm" onClick={done}>
          {text.done}
        </Button>
      </div>
    </div>
  );
}
