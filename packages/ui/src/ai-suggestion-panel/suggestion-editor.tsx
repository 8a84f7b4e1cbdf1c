import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import { isComposing } from '../react/is-composing.ts';
import { type PartClassNames, part } from '../react/part.ts';
import type { SuggestionCardLabels } from './ai-suggestion-panel-labels.ts';

/** The suggestion's text to be changed, in its card. Internal to the card. */
export function SuggestionEditor({
  initialText,
  text,
  classNames,
  pending,
  onSend,
  onBack,
}: {
  initialText: string;
  text: SuggestionCardLabels;
  classNames: PartClassNames<'suggestion-card-buttons'> | undefined;
  pending: boolean;
  onSend: (words: string) => void;
  onBack: () => void;
}) {
  const [words, setWords] = useState(initialText);
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    const element = box.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  const send = () => {
    if (words.trim() && !pending) onSend(words.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') onBack();
    else if (event.key === 'Enter' && !event.shiftKey) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div data-slot="suggestion-card-editor">
      <label htmlFor={id} data-slot="visually-hidden">
        {text.editor}
      </label>
      <textarea
        ref={box}
        id={id}
        dir="auto"
        data-slot="input"
        className="aui-input"
        maxLength={2000}
        value={words}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} data-slot="field-hint" className="aui-field-hint">
        {text.editHint}
      </p>
      <div {...part('suggestion-card-buttons', classNames)}>
        <Button
          size="sm"
          variant="primary"
          shortcut="Enter"
          shortcutLabels={text.keys}
          pending={pending}
          disabled={!words.trim()}
          onClick={send}
        >
          {text.send}
        </Button>
        <Button size="sm" shortcut="Escape" shortcutLabels={text.keys} onClick={onBack}>
          {text.back}
        </Button>
      </div>
    </div>
  );
}
