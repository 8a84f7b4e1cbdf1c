'use client';
import { Notice, Skeleton } from '@agent/ui';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import {
  type CardDraft,
  checkDraft,
  inForm,
  textOfDraft,
} from '#client/admin/playbook/card-draft.ts';
import { PanelTabs } from '#client/staff/panel-tabs.tsx';
import { CardForm } from './card-form.tsx';
import { TryPanel } from './try-panel.tsx';

/** An editor for text weighs more than all the rest of the page. */
const YamlTab = lazy(() => import('./yaml-tab.tsx').then(({ YamlTab }) => ({ default: YamlTab })));

interface CardTabsProps {
  draft: CardDraft;
  onDraftChange(draft: CardDraft): void;
  /** The id that the card must keep; null: it is a new one. */
  ownId: string | null;
  titleOf(id: string): string;
  /** Whether the card would be on. */
  enabled: boolean;
  /** What the card has been; null: nothing yet. */
  history: ReactNode;
}

type Tab = 'form' | 'yaml' | 'try' | 'history';

/** The same card as a form and as text, what it brings up, and what it has been. */
export function CardTabs({
  draft,
  onDraftChange,
  ownId,
  titleOf,
  enabled,
  history,
}: CardTabsProps) {
  const [shown, setShown] = useState<Tab>(draft.text === null ? 'form' : 'yaml');
  const [hasNoForm, setHasNoForm] = useState(false);
  const show = (tab: Tab) => {
    setHasNoForm(false);
    if (tab === 'form' && draft.text !== null) {
      const formed = inForm(draft, ownId);
      if (!formed) {
        setHasNoForm(true);
        setShown('yaml');
        return;
      }
      onDraftChange(formed);
    }
    setShown(tab);
  };
  const isText = draft.text !== null;
  const tab = shown === 'form' && isText ? 'yaml' : shown;
  return (
    <div className="playbook-tabs">
      <PanelTabs<Tab>
        label="Card"
        panels={{ form: 'Form', yaml: 'YAML', try: 'Try', ...(history && { history: 'History' }) }}
        shown={tab}
        onShow={show}
      >
        {hasNoForm ? (
          <Notice
            tone="warning"
            title="This text cannot be shown as a form yet"
            onDismiss={() => setHasNoForm(false)}
          >
            Mend what is marked: the form has no place for it.
          </Notice>
        ) : null}
        {tab === 'form' && draft.fields ? (
          <CardForm
            fields={draft.fields}
            issues={checkDraft(draft, ownId).issues}
            isNew={ownId === null}
            onFieldsChange={(fields) => onDraftChange({ ...draft, fields })}
          />
        ) : tab === 'yaml' ? (
          <Suspense fallback={<Skeleton lines={12} />}>
            <YamlTab
              text={textOfDraft(draft)}
              ownId={ownId}
              onTextChange={(text) => onDraftChange({ ...draft, text })}
            />
          </Suspense>
        ) : tab === 'try' ? (
          <TryPanel draft={{ draft, ownId, enabled }} titleOf={titleOf} />
        ) : (
          history
        )}
      </PanelTabs>
    </div>
  );
}
