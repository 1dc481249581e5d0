import { createContext, useContext } from 'react';
import type { TextKey } from '../i18n/index.ts';

interface NavigationEntry {
  readonly path: string;
  readonly text: TextKey;
}

export const NavigationContext = createContext<readonly NavigationEntry[]>([]);

/** The pages of the navigation that the caller may open, in order. */
export function useNavigation(): readonly NavigationEntry[] {
  return useContext(NavigationContext);
}
