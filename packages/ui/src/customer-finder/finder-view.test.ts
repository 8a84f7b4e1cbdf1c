import { describe, expect, it } from 'vitest';
import { finderView } from './finder-view.ts';

describe('finderView', () => {
  it('is idle while the query is too short, whatever was found before', () => {
    const view = finderView(' s ', { status: 'ready', shown: 3, total: 9 });
    expect(view).toEqual({ state: 'idle', hasList: false, hasMore: false, isEmpty: false });
  });

  it('keeps the hits of the query before while the next is searched for', () => {
    const view = finderView('sa', { status: 'loading', shown: 3, total: 3 });
    expect(view).toMatchObject({ state: 'loading', hasList: true });
  });

  it('offers more while there are more than shown', () => {
    expect(finderView('sa', { status: 'ready', shown: 3, total: 4 }).hasMore).toBe(true);
    expect(finderView('sa', { status: 'ready', shown: 4, total: 4 }).hasMore).toBe(false);
  });

  it('says that nobody was found only once it has searched', () => {
    expect(finderView('sa', { status: 'loading', shown: 0, total: 0 }).isEmpty).toBe(false);
    expect(finderView('sa', { status: 'ready', shown: 0, total: 0 }).isEmpty).toBe(true);
  });

  it('lists nobody after a failure', () => {
    const view = finderView('sa', { status: 'error', shown: 3, total: 4 });
    expect(view).toMatchObject({ state: 'error', hasList: false, hasMore: false });
  });
});
