import { Pencil, Undo2, X } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '../button/button.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { part } from '../react/part.ts';
import type { DraftLineProps } from './draft-line-props.ts';
import { LineEditor } from './line-editor.tsx';
import { MomentButton } from './moment-button.tsx';

/** One line: its moment, its words, and what can be done with it. */
export function DraftLine(props: DraftLineProps) {
  const { line, onShow, classNames, text } = props;
  const { fate, atMs } = line;
  const [isEditing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const moveFocus = useMovedFocus(row, `${fate} ${isEditing}`);
  const isOpen = isEditing && fate !== 'removed';
  return (
    <li
      ref={row}
      {...part('wrap-up-draft-line', classNames)}
      data-kind={line.kind}
      data-state={isOpen ? 'editing' : fate}
    >
      {atMs === null ? null : (
        <span data-slot="wrap-up-draft-time">
          <MomentButton atMs={atMs} onShow={onShow} text={text} />
        </span>
      )}
      {isOpen ? (
        <LineEditor
          {...props}
          onClose={() => {
            setEditing(false);
            moveFocus();
          }}
        />
      ) : (
        <ShownLine
          {...props}
          onOpen={() => setEditing(true)}
          onLeave={() => {
            setEditing(false);
            moveFocus();
          }}
        />
      )}
    </li>
  );
}

function ShownLine({
  line,
  names,
  onEdit,
  onRemove,
  onRestore,
  onOpen,
  onLeave,
  classNames,
  text,
}: DraftLineProps & { onOpen: () => void; onLeave: () => void }) {
  const { id, kind, fate, speaker, agentName, original } = line;
  const isQuote = speaker !== null && fate !== 'edited';
  const leave = (act: ((id: string) => void) | undefined) => () => {
    act?.(id);
    onLeave();
  };
  return (
    <>
      <div data-slot="wrap-up-draft-words">
        {kind === 'amount' && speaker ? (
          <span data-slot="wrap-up-draft-speaker">{agentName ?? names[speaker]}</span>
        ) : null}
        <p {...part('wrap-up-draft-text', classNames)} dir="auto">
          {isQuote ? text.quote(line.text) : line.text}
        </p>
        {fate === 'kept' ? null : (
          <span data-slot="wrap-up-draft-fate">
            {fate === 'edited' ? text.edited : text.removed}
          </span>
        )}
      </div>
      {fate === 'removed' ? (
        onRestore ? (
          <Button size="sm" variant="ghost" icon={<Undo2 />} onClick={leave(onRestore)}>
            {text.undoRemove}
          </Button>
        ) : null
      ) : (
        <span data-slot="wrap-up-draft-actions">
          {fate === 'edited' && original !== null && onRestore ? (
            <IconButton
              size="sm"
              label={text.undoEdit}
              icon={<Undo2 />}
              onClick={leave(onRestore)}
            />
          ) : null}
          {onEdit ? (
            <IconButton size="sm" label={text.edit} icon={<Pencil />} onClick={onOpen} />
          ) : null}
          {onRemove ? (
            <IconButton size="sm" label={text.remove} icon={<X />} onClick={leave(onRemove)} />
          ) : null}
        </span>
      )}
    </>
  );
}

/** After a press the button may be gone: the focus stays in the row, on what can be done there now. */
function useMovedFocus(row: RefObject<HTMLElement | null>, state: string): () => void {
  const isMoving = useRef(false);
  // It moves when the row has changed, not before.
  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    const buttons = row.current?.querySelectorAll<HTMLElement>(
      ':scope > button, [data-slot=wrap-up-draft-actions] > button',
    );
    buttons?.[0]?.focus();
  }, [state, row]);
  return () => {
    isMoving.current = true;
  };
}
