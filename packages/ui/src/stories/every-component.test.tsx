import { createElement, createRef, type ForwardRefExoticComponent } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fireEvent, render } from '../testing/dom.ts';
import { allExports } from './all-exports.ts';
import { componentSamples } from './component-samples.tsx';

/** Fields: label and hint stand around the control, which is what ref and rest props are for. */
const fields = ['Select', 'TextArea', 'TextField'];
/** Views without a state of their own. */
const stateless = [
  'AppShell',
  'Avatar',
  'Badge',
  'ChartTooltip',
  'EmptyState',
  'KeyboardHint',
  'Skeleton',
  'StartCard',
];

afterEach(() => vi.restoreAllMocks());

test('covers every component of the package', () => {
  const exported = Object.entries(allExports).filter(([, value]) => isComponent(value));
  expect(Object.keys(componentSamples).sort()).toEqual(exported.map(([name]) => name).sort());
});

describe.each(Object.entries(componentSamples))('%s', (name, { component, props }) => {
  function show(more: object = {}) {
    const ref = createRef<HTMLElement>();
    const { container, unmount } = render(
      createElement(component, { ...props, ...more, ref } as object),
    );
    const root = container.firstElementChild as HTMLElement;
    return { root, element: ref.current as HTMLElement, container, unmount };
  }

  test('forwards its ref to the root, as object and as function', () => {
    const { root, element } = show();
    expect(element).toBe(fields.includes(name) ? root.querySelector('[data-slot=input]') : root);
    const cleanUp = vi.fn();
    const forwarded = vi.fn((_element: HTMLElement | null) => cleanUp);
    const { unmount } = render(createElement(component, { ...props, ref: forwarded } as object));
    expect(forwarded).toHaveBeenCalledExactlyOnceWith(expect.any(HTMLElement));
    unmount();
    expect(cleanUp).toHaveBeenCalledOnce();
  });

  test('names its slot, and its state in words', () => {
    const { root } = show();
    expect([...root.classList]).toContain(`aui-${root.dataset.slot}`);
    if (stateless.includes(name)) expect(root.dataset.state).toBeUndefined();
    else expect(root.dataset.state).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test('adds a class name and a style to its own', () => {
    const own = show().root.classList.length;
    const { root, element } = show({ className: 'mine', style: { marginBlockStart: '3px' } });
    expect([...root.classList]).toContain('mine');
    expect(root.classList.length).toBe(own + 1);
    expect(element.style.marginBlockStart).toBe('3px');
  });

  test('passes rest props on', () => {
    const rest = {
      id: 'mine',
      lang: 'el',
      'data-testid': 'here',
      'aria-description': 'More about it',
      'aria-describedby': 'elsewhere',
      ...(name === 'IconButton' ? {} : { 'aria-label': 'Mine' }),
    };
    const { element } = show(rest);
    expect(element.hasAttribute('aria-labelledby')).toBe(false);
    for (const [key, value] of Object.entries(rest)) {
      expect(element.getAttribute(key)?.split(' '), key).toEqual(
        expect.arrayContaining(value.split(' ')),
      );
    }
  });

  test('calls the handlers it is given', () => {
    const handlers = { onClick: vi.fn(), onKeyDown: vi.fn(), onFocus: vi.fn(), onBlur: vi.fn() };
    const { element } = show(handlers);
    fireEvent.click(element);
    fireEvent.keyDown(element, { key: 'q' });
    fireEvent.focus(element);
    fireEvent.blur(element);
    for (const [key, handler] of Object.entries(handlers)) {
      expect(handler, key).toHaveBeenCalled();
    }
  });

  test('renders on a server, and the browser takes over without a difference', () => {
    const complaints = vi.spyOn(console, 'error');
    const onRecoverableError = vi.fn();
    const container = document.createElement('div');
    container.innerHTML = renderToString(createElement(component, props));
    expect(container.querySelector('[data-slot]')).not.toBeNull();
    document.body.append(container);
    render(createElement(component, props), { container, hydrate: true, onRecoverableError });
    expect(complaints).not.toHaveBeenCalled();
    expect(onRecoverableError).not.toHaveBeenCalled();
    container.remove();
  });
});

function isComponent(value: unknown): value is ForwardRefExoticComponent<object> {
  return typeof value === 'object' && value !== null && '$$typeof' in value && 'render' in value;
}
