import type { FunctionComponent } from 'react';
import type { Ability } from '../can.ts';
import type { TextKey } from '../i18n/index.ts';

/** One page of an area. */
export interface PageRoute {
  /** From `paths`; of one with a parameter by its name: `paths.person('$uuid')`. */
  readonly path: string;
  /** Who is shown the page: others are asked to sign in, or told that it is not theirs. */
  readonly can: Ability;
  /** Its place in the navigation, where it has one: a text. */
  readonly navigation?: TextKey;
  /** Loads the file of the page, which exports `Page`. */
  readonly load: () => Promise<{ readonly Page: FunctionComponent }>;
}
