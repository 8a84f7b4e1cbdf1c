'use client';
import { Button, EmptyState, useShortcuts } from '@agent/ui';
import { BookOpenText } from 'lucide-react';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useRef } from 'react';
import { BackToList } from '#client/admin/back-to-list.tsx';
import { type CardDraft, copyOf } from '#client/admin/playbook/card-draft.ts';
import type { CardFilters } from '#client/admin/playbook/playbook-api.ts';
import { useCardList, useKnownCard } from '#client/admin/playbook/use-playbook.ts';
import { useDrafts } from '#client/admin/unsaved.tsx';
import { useQuiet } from '#client/admin/use-quiet.ts';
import { CardEditor } from './card-editor.tsx';
import { CardList } from './card-list.tsx';
import { NewCard } from './new-card.tsx';
import { TryPanel } from './try-panel.tsx';

/** In the address, in the place of a card's id; no id has such a sign. */
const NEW = '_new';
/** The playbook as it is, to be tried. */
const TRY = '_try';

const address = {
  query: parseAsString.withDefault(''),
  enabled: parseAsStringLiteral(['on', 'off'] as const),
  kind: parseAsStringLiteral(['guidance', 'must-say', 'never-say'] as const),
  card: parseAsString,
};

/** The cards at the left, the one that is edited, added or tried at the right. */
export function PlaybookPage() {
  const [{ query, enabled, kind, card }, setAddress] = useQueryStates(address, {
    history: 'replace',
  });
  const filters: CardFilters = { query, enabled: enabled ?? '', kind: kind ?? '' };
  const list = useCardList({ ...filters, query: useQuiet(query) });
  const drafts = useDrafts<CardDraft>('/admin/playbook');
  const known = useKnownCard();
  const search = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: '/', label: 'Search cards', run: () => search.current?.select() }]);
  const open = (id: string | null) => void setAddress({ card: id }, { history: 'push' });
  const copy = (card: unknown) => {
    drafts.set(NEW, copyOf(card));
    open(NEW);
  };
  const titleOf = (id: string) => list.data?.cards.find((one) => one.id === id)?.title ?? id;
  return (
    <div className="admin-panes playbook" data-editing={card !== null}>
      <CardList
        list={list}
        filters={filters}
        onFiltersChange={(next) =>
          void setAddress({
            query: next.query,
            enabled: next.enabled || null,
            kind: next.kind || null,
          })
        }
        selectedId={card}
        isEdited={drafts.has}
        onOpen={open}
        onAdd={() => open(NEW)}
        onTry={() => open(TRY)}
        searchRef={search}
      />
      <section className="admin-edit" aria-label="Card">
        {card === NEW ? (
          <NewCard
            drafts={drafts}
            draftKey={NEW}
            titleOf={titleOf}
            onClose={() => open(null)}
            onAdded={(added) => {
              known(added);
              drafts.set(NEW, undefined);
              open(added.id);
            }}
          />
        ) : card === TRY ? (
          <div className="playbook-edit">
            <BackToList onBack={() => open(null)}>All cards</BackToList>
            <h2>Try the playbook</h2>
            <TryPanel draft={null} titleOf={titleOf} />
          </div>
        ) : card ? (
          <CardEditor
            key={card}
            id={card}
            drafts={drafts}
            titleOf={titleOf}
            onCopy={copy}
            onClose={() => open(null)}
          />
        ) : (
          <EmptyState
            icon={<BookOpenText />}
            title="Choose a card"
            description="Whichever you choose at the left can be read, changed and tried here. Or see what comes up for a sentence."
            action={<Button onClick={() => open(TRY)}>Try a sentence</Button>}
          />
        )}
      </section>
    </div>
  );
}
