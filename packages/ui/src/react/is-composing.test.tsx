import { expect, test, vi } from 'vitest';
import { AISuggestionPanel } from '../ai-suggestion-panel/ai-suggestion-panel.tsx';
import { ChatComposer } from '../chat-panel/chat-composer.tsx';
import { CustomerFinder } from '../customer-finder/customer-finder.tsx';
import { sampleHits } from '../stories/sample-customer.ts';
import { playbookSuggestion } from '../stories/sample-suggestions.ts';
import { fireEvent, render, screen } from '../testing/dom.ts';

/** A key while text is composed, and the one that ends it as Safari tells it. */
const composing = [
  ['Chrome and Firefox', { isComposing: true }],
  ['Safari', { isComposing: false, keyCode: 229 }],
] as const;

test.each(composing)(
  'a message is not sent by the Enter that chooses a word in %s',
  (_where, of) => {
    const onSend = vi.fn();
    render(<ChatComposer onSend={onSend} defaultValue="注文" />);
    const box = screen.getByRole('textbox');
    fireEvent.keyDown(box, { key: 'Enter', ...of });
    expect(onSend).not.toHaveBeenCalled();
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onSend).toHaveBeenCalledOnce();
  },
);

test.each(composing)(
  'a suggestion is neither sent nor left while one is composed in %s',
  (_where, of) => {
    const on = {
      onUse: vi.fn(),
      onSaid: vi.fn(),
      onEdit: vi.fn(),
      onDismiss: vi.fn(),
      onWrong: vi.fn(),
    };
    render(<AISuggestionPanel suggestions={[playbookSuggestion]} {...on} />);
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    const box = screen.getByLabelText('Your words');
    fireEvent.keyDown(box, { key: 'Enter', ...of });
    fireEvent.keyDown(box, { key: 'Escape', ...of });
    expect(box.isConnected).toBe(true);
    expect(on.onEdit).not.toHaveBeenCalled();
  },
);

test.each(composing)(
  'a search neither chooses nor forgets while one is composed in %s',
  (_where, of) => {
    const onChoose = vi.fn();
    render(
      <CustomerFinder
        defaultQuery="santos"
        hits={sampleHits}
        total={4}
        status="ready"
        onChoose={onChoose}
      />,
    );
    const box = screen.getByRole<HTMLInputElement>('combobox');
    fireEvent.keyDown(box, { key: 'ArrowDown' });
    fireEvent.keyDown(box, { key: 'Enter', ...of });
    fireEvent.keyDown(box, { key: 'Escape', ...of });
    expect(onChoose).not.toHaveBeenCalled();
    expect(box.value).toBe('santos');
  },
);
