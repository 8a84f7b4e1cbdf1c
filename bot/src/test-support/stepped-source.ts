/** An async iterable whose producer knows when the consumer has dealt with an item. */
export interface SteppedSource<T> extends AsyncIterable<T> {
  /** Hands over one item and resolves when the consumer asks for the next. */
  deliver(item: T): Promise<void>;
  end(): void;
}

/** Creates a source for one consumer, driven step by step. */
export function steppedSource<T>(): SteppedSource<T> {
  let asked = Promise.withResolvers<void>();
  let answer = Promise.withResolvers<IteratorResult<T, undefined>>();

  const next = () => {
    asked.resolve();
    return answer.promise;
  };
  const give = async (result: IteratorResult<T, undefined>) => {
    await asked.promise;
    asked = Promise.withResolvers();
    const given = answer;
    answer = Promise.withResolvers();
    given.resolve(result);
  };
  return {
    [Symbol.asyncIterator]: () => ({ next }),
    async deliver(item) {
      await give({ done: false, value: item });
      await asked.promise;
    },
    end: () => void give({ done: true, value: undefined }),
  };
}
