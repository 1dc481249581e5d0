import type { paths } from '../../api/schema.generated.ts';
import { textIn } from '../../forms/values.ts';
import { languages } from '../../i18n/language.ts';

type Routes = paths['/api/v1/me'];
export type Me = Routes['get']['responses'][200]['content']['application/json'];
type Change = Routes['patch']['requestBody'] extends { content: { 'application/json': infer Body } }
  ? Body
  : never;

/** Facts of the profile that the page asks for. */
const facts = ['city', 'country', 'gender', 'bio'] as const;

/** What a person altered in the form: only that is sent, so that two pages of one person overwrite nothing else. */
export function changesIn(me: Me, values: FormData): Change {
  const [name, phone] = [textIn(values, 'name').trim(), textIn(values, 'phone').trim()];
  const locale = languages.find((one) => one === textIn(values, 'locale'));
  const wantsLetters = values.get('wants_letters') !== null;
  const profile = profileIn(me, values);
  return {
    ...(name !== me.name && { name }),
    ...(phone !== (me.phone ?? '') && { phone: phone || null }),
    ...(locale && locale !== me.locale && { locale }),
    ...(wantsLetters !== me.wants_letters && { wants_letters: wantsLetters }),
    ...(Object.keys(profile).length > 0 && { profile }),
  };
}

function profileIn({ profile }: Me, values: FormData): NonNullable<Change['profile']> {
  const changed = facts.flatMap((fact) => {
    const written = textIn(values, fact).trim();
    return written === (profile[fact] ?? '') ? [] : [[fact, written || null] as const];
  });
  const year = textIn(values, 'year_of_birth').trim();
  // What is no number goes to the server as one that it refuses, with its sentence.
  const number = year === '' ? null : /^\d{1,4}$/.test(year) ? Number(year) : 0;
  return {
    ...Object.fromEntries(changed),
    ...(number !== profile.year_of_birth && { year_of_birth: number }),
  };
}
