import type { paths } from '../../api/schema.generated.ts';

type Answer<Path extends keyof paths> = paths[Path] extends {
  readonly get: {
    readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Body } } };
  };
}
  ? Body
  : never;
type Item<Path extends keyof paths> = Answer<Path> extends { readonly items: (infer One)[] } ? One : never;

/** What the server answers, by the names of these pages. */
export type Client = Item<'/api/v1/oauth-clients'>;
export type ClientUse = Item<'/api/v1/oauth-client-uses'>;
export type Health = Answer<'/api/v1/health'>;
export type Job = Item<'/api/v1/jobs'>;
export type JobRow = Item<'/api/v1/jobs/{uuid}/rows'>;
export type Letter = Item<'/api/v1/letters'>;
export type Queue = Answer<'/api/v1/queue'>;
export type Site = Item<'/api/v1/sites'>;
export type Tenant = Item<'/api/v1/tenants'>;
export type Token = Item<'/api/v1/tokens'>;
