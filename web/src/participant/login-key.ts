/**
 * The login key that the link of a card carries in its fragment (`/app/choose#key=…`, also `/app/choose/#key=…`), taken
 * out of the address at once: it stays neither in the history nor before the eyes of others, and no server ever saw it.
 */
export function takeKey(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key === null) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return key.trim() === '' ? null : key;
}

/** Begins anew for whoever opens the link of another card in this very tab, which by itself changes the fragment only. */
export function beginAnewWithKeys(): void {
  window.addEventListener('hashchange', () => {
    if (new URLSearchParams(location.hash.slice(1)).has('key')) location.reload();
  });
}
