import { suggestionDensities } from '@agent/protocol';
import { ChevronDown } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useDismiss } from '../react/use-dismiss.ts';
import type { AISuggestionPanelLabels } from './ai-suggestion-panel-labels.ts';
import type { SuggestionDensity } from './suggestion-item.ts';

/** How many suggestions the agent wants, behind a button that says the choice. Internal to the panel. */
export function DensityMenu({
  density,
  onChoose,
  text,
}: {
  density: SuggestionDensity;
  onChoose: (density: SuggestionDensity) => void;
  text: AISuggestionPanelLabels;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useDismiss(root, open, (refocus) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  });
  return (
    <div ref={root} data-slot="density-menu">
      <button
        ref={button}
        type="button"
        data-slot="density-menu-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={`${text.densityMenu}: ${text.density[density]}`}
        onClick={() => setOpen(!open)}
      >
        {text.density[density]}
        <ChevronDown aria-hidden="true" />
      </button>
      {open ? <DensityChoices id={id} density={density} onChoose={onChoose} text={text} /> : null}
    </div>
  );
}

function DensityChoices({
  id,
  density,
  onChoose,
  text,
}: {
  id: string;
  density: SuggestionDensity;
  onChoose: (density: SuggestionDensity) => void;
  text: AISuggestionPanelLabels;
}) {
  return (
    <fieldset id={id} data-slot="density-menu-choices">
      <legend data-slot="visually-hidden">{text.densityMenu}</legend>
      <div data-slot="segmented">
        {suggestionDensities.map((choice) => (
          <label
            key={choice}
            data-slot="segment"
            data-state={choice === density ? 'checked' : 'unchecked'}
          >
            <input
              type="radio"
              name={id}
              value={choice}
              checked={choice === density}
              aria-describedby={choice === density ? `${id}-hint` : undefined}
              onChange={() => onChoose(choice)}
            />
            <span>{text.density[choice]}</span>
          </label>
        ))}
      </div>
      <p id={`${id}-hint`} data-slot="field-hint" className="aui-field-hint">
        {text.densityHints[density]}
      </p>
    </fieldset>
  );
}
