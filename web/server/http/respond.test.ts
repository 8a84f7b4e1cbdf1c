import { apiErrorSchema } from '@agent/protocol';
import { UnavailableError } from '@agent/store';
import { describe, expect, it } from 'vitest';
import { Problem } from '../problem.ts';
import { asProblem, problemResponse } from './respond.ts';

describe('errors as answers', () => {
  it('shows a problem word by word, with its fields', async () => {
    const problem = Problem.invalidInput('Look again.', { name: 'Enter your name.' });
    const response = problemResponse(asProblem(problem));
    expect(response.status).toBe(400);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(apiErrorSchema.parse(await response.json()).error).toEqual({
      code: 'invalid-input',
      message: 'Look again.',
      fields: { name: 'Enter your name.' },
    });
  });

  it('asks to come back when Postgres is away', () => {
    const response = problemResponse(asProblem(new UnavailableError(new Error('refused'))));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
  });

  it.each([new Error('secret detail'), 'secret detail', undefined, { detail: 'secret detail' }])(
    'says nothing of what went wrong inside (%s)',
    async (error) => {
      const response = problemResponse(asProblem(error));
      expect(response.status).toBe(500);
      expect(await response.text()).not.toContain('secret');
    },
  );
});
