import type { TestApp, TestLetter, TestSite } from './app.ts';

/** A person whom nobody has registered yet, as a client sends one: a type, since only those pass as a record. */
export type Registrant = { readonly username: string; readonly email: string; readonly name: string };

export interface RegistrantRow {
  readonly id: number;
  readonly is_active: boolean;
  readonly password_hash: string | null;
  readonly year_of_birth: number | null;
}

export interface Registrants {
  someone(): Registrant;
  withPassword(): Registrant & { readonly password: string };
  /** The stored row, all of its columns. Fails where there is none. */
  rowOf(one: Pick<Registrant, 'username'>, at: TestSite): Promise<RegistrantRow>;
  lettersTo(one: Pick<Registrant, 'email'>, at: TestSite): Promise<TestLetter[]>;
}

export function registrants(muster: TestApp): Registrants {
  let round = 0;
  const someone = () => {
    round += 1;
    return { username: `person${round}`, email: `person${round}@example.com`, name: 'Some One' };
  };
  return {
    someone,
    withPassword: () => ({ ...someone(), password: 'not like the name' }),
    async rowOf({ username }, at) {
      const [row] = await muster.query<RegistrantRow>(
        'select a.*, a.id::int as id from accounts a where tenant_id = $1 and username_key = lower($2)',
        [at.site.tenantId, username],
      );
      if (!row) throw new Error(`Nobody is called ${username}.`);
      return row;
    },
    async lettersTo({ email }, at) {
      return (await muster.letters(at)).filter((letter) => letter.to_address === email);
    },
  };
}
