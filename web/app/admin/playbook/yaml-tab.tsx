'use client';
import { useMemo } from 'react';
import { readYaml } from '#client/admin/playbook/card-yaml.ts';
import { YamlEditor } from './yaml-editor.tsx';

interface YamlTabProps {
  text: string;
  ownId: string | null;
  onTextChange(text: string): void;
}

/** A card as text; faults are marked where they stand and told below by line and column. */
export function YamlTab({ text, ownId, onTextChange }: YamlTabProps) {
  const { faults } = useMemo(() => readYaml(text, ownId), [text, ownId]);
  return (
    <div className="playbook-yaml">
      <YamlEditor text={text} faults={faults} onTextChange={onTextChange} />
      <div role="status">
        {faults.length > 0 ? (
          <ol className="playbook-faults" aria-label="What is wrong">
            {faults.map(({ line, column, message }, index) => (
              <li key={`${index}-${line}:${column}`}>
                Line {line}, column {column}: {message}
              </li>
            ))}
          </ol>
        ) : (
          <p className="playbook-muted">
            This text is a card. Remarks (#) and the order of fields are not kept.
          </p>
        )}
      </div>
    </div>
  );
}
