/** The client that a request names and what proves it; or that it names none, or two different ones. */
export type NamedClient =
  | { readonly clientId: string; readonly clientSecret: string }
  | { readonly none: true }
  | { readonly several: true };

/**
 * Reads which OAuth client calls, from HTTP Basic or from `client_id` and `client_secret` of the body. Naming the same
 * client in both does no harm, two different ones do (RFC 6749 §2.3). An id without a secret proves nothing: none.
 */
export function readClientCredentials(
  authorization: string | undefined,
  body: { readonly client_id?: string | undefined; readonly client_secret?: string | undefined },
): NamedClient {
  const sent = { clientId: body.client_id, clientSecret: body.client_secret };
  const basic = /^\s*basic\s*:?\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
  if (basic === undefined) {
    if (sent.clientId === undefined || sent.clientSecret === undefined) return { none: true };
    return { clientId: sent.clientId, clientSecret: sent.clientSecret };
  }
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(basic, 'base64').toString()) ?? [];
  if (id === undefined || secret === undefined) return { none: true };
  const client = { clientId: formDecoded(id), clientSecret: formDecoded(secret) };
  const differs = (one: string | undefined, other: string) => one !== undefined && one !== other;
  const isAnother =
    differs(sent.clientId, client.clientId) || differs(sent.clientSecret, client.clientSecret);
  return isAnother ? { several: true } : client;
}

/** The RFC encodes both halves, most clients send them as they are: what is no percent-encoding is taken literally. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
