import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from './client.ts';
import { isRecord, textOf } from './problem.ts';

const roles = ['member', 'staff', 'admin', 'owner'] as const;
export type Role = (typeof roles)[number];

export interface Session {
  readonly site: {
    readonly name: string;
    readonly slug: string;
    readonly language: string | null;
    /** The installation's own site, on which operators work. */
    readonly isDefault: boolean;
  };
  readonly account: {
    readonly uuid: string;
    readonly name: string;
    readonly username: string;
    readonly email: string;
    readonly role: Role;
    readonly locale: string | null;
    /** Whether it runs the installation. */
    readonly isOperator: boolean;
    /** The site demands a second factor, and there is none: only what is about the own account answers. */
    readonly lacksSecondFactor: boolean;
  } | null;
}

/** Who is signed in, on which site. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => readSession(await ask('GET', '/api/v1/session')),
    staleTime: 60_000,
  });
}

/** Signs in; everything that was read as somebody else is read anew. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { readonly login: string; readonly password: string; readonly code?: string }) =>
      readSession(await ask('POST', '/api/v1/session', body)),
    onSuccess: () => client.resetQueries(),
  });
}

/** Signs out. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask('DELETE', '/api/v1/session'),
    onSuccess: () => client.resetQueries(),
  });
}

/** Reads the answer of `/api/v1/session`; what it lacks counts as nobody, who may do nothing. */
export function readSession(body: unknown): Session {
  const facts = isRecord(body) ? body : {};
  const site = isRecord(facts.site) ? facts.site : {};
  return {
    site: {
      name: textOf(site.name) ?? '',
      slug: textOf(site.slug) ?? '',
      language: textOf(site.language),
      isDefault: site.is_default === true,
    },
    account: isRecord(facts.account) ? readAccount(facts.account) : null,
  };
}

function readAccount(facts: Record<string, unknown>): NonNullable<Session['account']> {
  return {
    uuid: textOf(facts.uuid) ?? '',
    name: textOf(facts.name) ?? '',
    username: textOf(facts.username) ?? '',
    email: textOf(facts.email) ?? '',
    role: roles.find((role) => role === facts.role) ?? 'member',
    locale: textOf(facts.locale),
    isOperator: facts.is_operator === true,
    lacksSecondFactor: facts.lacks_second_factor === true,
  };
}
