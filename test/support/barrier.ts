/**
 * A place where so many wait for each other: a control that looks first and acts then shows what it is to show only where
 * several have looked before one acts, which a busy machine does not promise.
 * @returns to be awaited by each of them, once
 */
export function openBarrier(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let missing = count;
  return () => {
    missing -= 1;
    if (missing <= 0) resolve();
    return promise;
  };
}
