import { People } from './People.tsx';

/** Those of an event who have chosen nothing. */
export function Page() {
  return <People undecided />;
}
