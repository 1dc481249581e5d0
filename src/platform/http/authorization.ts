/** An `Authorization` header, taken apart: the scheme in lower case and the words behind it. */
export interface Authorization {
  readonly scheme: string;
  readonly words: readonly string[];
}

/**
 * Reads an `Authorization` header. The scheme may be in any case and carry a stray colon (`Token: abc`, `Bearer:abc`):
 * two of the five documents' clients send it so (ruling "Header words"). Null: absent or blank.
 */
export function readAuthorization(header: string | undefined): Authorization | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const [, scheme = '', rest = ''] = /^([\w-]+)\s*(?::|\s|$)(.*)$/s.exec(text) ?? [];
  return { scheme: scheme.toLowerCase(), words: rest.split(/\s+/).filter((word) => word !== '') };
}
