import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

export { act, fireEvent, render, screen, within } from '@testing-library/react';
export { default as userEvent } from '@testing-library/user-event';

afterEach(cleanup);

const ROW_PX = 72;
const VIEW_PX = 600;

// jsdom has no layout: the least that virtual rows and native dialogs need.
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: {
    configurable: true,
    get(this: HTMLElement) {
      return this.dataset.slot === 'transcript-row' ? ROW_PX : VIEW_PX;
    },
  },
  clientHeight: { configurable: true, get: () => VIEW_PX },
  clientWidth: { configurable: true, get: () => VIEW_PX },
  offsetWidth: { configurable: true, get: () => VIEW_PX },
});
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};
