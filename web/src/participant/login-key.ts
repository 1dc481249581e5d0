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
