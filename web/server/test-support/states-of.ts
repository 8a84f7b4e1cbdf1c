/** The states of an event stream, read one after another. */
export function statesOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('The stream has no body.');
  let rest = '';
  return { next, nextMessage, until, close: () => reader.cancel() };

  async function next(): Promise<unknown> {
    for (;;) {
      const message = await nextMessage();
      if (message.startsWith('data: ')) return JSON.parse(message.slice('data: '.length));
    }
  }

  /** Whatever comes next, comments and settings too, as sent. */
  async function nextMessage(): Promise<string> {
    for (;;) {
      const [message = '', ...others] = rest.split('\n\n');
      if (others.length > 0) {
        rest = others.join('\n\n');
        return message;
      }
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) throw new Error('The stream has ended.');
      rest += value;
    }
  }

  /** The first state that is as wanted. */
  async function until(isWanted: (state: unknown) => boolean): Promise<unknown> {
    for (;;) {
      const state = await next();
      if (isWanted(state)) return state;
    }
  }
}
