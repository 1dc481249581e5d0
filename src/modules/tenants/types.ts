export type TenantStatus = 'pending' | 'active' | 'suspended';

/** The isolation boundary: it owns people, courses, events, everything. */
export interface Tenant {
  readonly id: number;
  readonly uuid: string;
  readonly slug: string;
  readonly name: string;
  readonly status: TenantStatus;
  readonly createdAt: Date;
}

/** Settings of one site, as an organiser writes them; unknown keys are refused. */
export interface SiteConfig {
  /** Short names of organisations whose courses the site shows. */
  readonly course_org_filter?: string | readonly string[];
  /** JSON schema of an object: the site's own fields of a registration. */
  readonly registration_fields?: Readonly<Record<string, unknown>>;
  /** Language of letters and pages for those who have not chosen one. */
  readonly language?: 'en' | 'de' | 'nl';
  /** Sender of the site's letters. */
  readonly mail_from?: string;
  readonly allowed_origin?: string | readonly string[];
}

/** A host name of a tenant and what it shows. */
export interface Site {
  readonly tenantId: number;
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly config: SiteConfig;
  /** The hosts it answers on, the one that letters name first. */
  readonly hosts: readonly string[];
  /** Short names of its organisations. */
  readonly organisations: readonly string[];
  readonly tenantUuid: string;
  readonly tenantSlug: string;
  readonly tenantName: string;
  readonly tenantStatus: TenantStatus;
  /** Its staff must sign in with a second factor. */
  readonly demandsSecondFactor: boolean;
  readonly isDefault: boolean;
}

export interface NewSite {
  readonly slug: string;
  readonly name: string;
  readonly hosts: readonly string[];
  readonly organisations: readonly string[];
  readonly config: SiteConfig;
}

/** What `site update` may change; an absent key stays as it is, a list replaces the list. */
export interface SiteChange {
  readonly name?: string;
  readonly hosts?: readonly string[];
  readonly organisations?: readonly string[];
  readonly config?: SiteConfig;
}

/** What the installation knows of itself. */
export interface Installation {
  readonly uuid: string;
  readonly secretFingerprint: string;
  readonly defaultTenantId: number;
  readonly defaultSiteId: number;
}

/** What an operator looks at first. */
export interface DatabaseFacts {
  /** As the server says it: `18.4`. */
  readonly version: string;
  readonly bytes: number;
  readonly tenants: number;
}

/** Which tenants an operator looks for. */
export interface TenantFilter {
  readonly status?: TenantStatus;
  /** The beginning of a slug. */
  readonly slug?: string;
}
