import type { Ref } from 'react';
import type { CustomerFinderLabels } from './customer-finder-labels.ts';
import type { Finder } from './use-finder.ts';

/** The box that one types into, over the list that it controls. Internal to the finder. */
export function FinderBox({
  id,
  finder,
  text,
  autoFocus,
  boxRef,
}: {
  /** What the ids of the finder's parts begin with. */
  id: string;
  finder: Finder;
  text: CustomerFinderLabels;
  autoFocus: boolean | undefined;
  boxRef: Ref<HTMLInputElement>;
}) {
  const { typed, setTyped, view, activeIndex, onKeyDown } = finder;
  return (
    <>
      <label htmlFor={`${id}-box`} data-slot="field-label" className="aui-field-label">
        {text.name}
      </label>
      <input
        ref={boxRef}
        id={`${id}-box`}
        type="text"
        role="combobox"
        data-slot="input"
        className="aui-input"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: the owner opens the search on request, and asks for it.
        autoFocus={autoFocus}
        placeholder={text.hint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        aria-expanded={view.hasList}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeIndex >= 0 ? `${id}-hit-${activeIndex}` : undefined}
      />
    </>
  );
}
