'use client';
import { yaml } from '@codemirror/lang-yaml';
import { forceLinting, linter, lintGutter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';
import { useEffect, useRef } from 'react';
import type { YamlFault } from '#client/admin/playbook/card-yaml.ts';

interface YamlEditorProps {
  text: string;
  faults: readonly YamlFault[];
  onTextChange(text: string): void;
}

/** An editor for YAML with a mark at each fault. Tab leaves it, as anywhere in the page. */
export function YamlEditor({ text, faults, onTextChange }: YamlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const newest = useRef({ faults, onTextChange, text });
  newest.current = { faults, onTextChange, text };

  useEffect(() => {
    if (!place.current) return;
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: newest.current.text,
        extensions: [
          basicSetup,
          yaml(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': 'The card as YAML', tabindex: '0' }),
          lintGutter(),
          linter((shown) => marksOf(newest.current.faults, shown.state.doc.length), { delay: 300 }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) newest.current.onTextChange(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    if (view.current) forceLinting(view.current);
  }, [faults]);

  return <div ref={place} className="playbook-editor" />;
}

function marksOf(faults: readonly YamlFault[], length: number) {
  return faults.map(({ from, to, message }) => ({
    from: Math.min(from, length),
    to: Math.min(Math.max(to, from), length),
    severity: 'error' as const,
    message,
  }));
}
