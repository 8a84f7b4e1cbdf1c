import type { SuggestionItem } from '../ai-suggestion-panel/suggestion-item.ts';
import { sampleNowMs } from './sample-customer.ts';

/** A card of the playbook for a late order. */
export const playbookSuggestion: SuggestionItem = {
  id: 's-delay',
  state: 'offered',
  text: 'I am sorry it is late. I can send a second one by express today, or refund you in full. Which would you prefer?',
  reasoning: 'The order is six days late and the customer has called about it before.',
  action: 'offer_solution',
  confidence: 0.86,
  source: { kind: 'playbook', name: 'Delivery delay' },
  offeredAtMs: sampleNowMs - 6_000,
  important: false,
};

/** A card of the model, newer. */
export const modelSuggestion: SuggestionItem = {
  id: 's-model',
  state: 'offered',
  text: 'You should not have had to call twice. I have the ticket from Wednesday here, and I will stay on it until it is solved.',
  reasoning: 'The customer says that nobody called back; ticket T-1042 is still open.',
  action: 'empathise',
  confidence: 0.62,
  source: { kind: 'model', name: 'gpt-4.1-mini' },
  offeredAtMs: sampleNowMs - 2_000,
  important: false,
};

/** A card that also those see who want important ones only. */
export const importantSuggestion: SuggestionItem = {
  id: 's-card',
  state: 'offered',
  text: 'Please do not read me your card number. I will send you a secure link instead.',
  reasoning: 'The customer began to say a card number.',
  action: 'protect_data',
  confidence: 0.97,
  source: { kind: 'playbook', name: 'Card number offered' },
  offeredAtMs: sampleNowMs - 1_000,
  important: true,
};

/** A card of which only the first words are there. */
export const writingSuggestion: SuggestionItem = {
  id: 's-writing',
  state: 'writing',
  text: 'You should not have had to call twice. I have the',
  reasoning: '',
  action: null,
  confidence: null,
  source: { kind: 'model', name: 'gpt-4.1-mini' },
  offeredAtMs: null,
  important: false,
};

/** The last resort, when nothing better is known. */
export const genericSuggestion: SuggestionItem = {
  id: 's-generic',
  state: 'offered',
  text: 'Listen carefully and ask clarifying questions.',
  reasoning: 'Nothing in the playbook fits what was said.',
  action: 'ask_question',
  confidence: 0.5,
  source: { kind: 'generic', name: 'General advice' },
  offeredAtMs: sampleNowMs - 75_000,
  important: false,
};
