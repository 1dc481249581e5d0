import { People } from './People.tsx';

/** Everybody of an event. */
export function Page() {
  return <People />;
}
