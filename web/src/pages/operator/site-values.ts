import { textIn } from '../../forms/values.ts';
import type { Site } from './types.ts';

export function siteKey(id: number) {
  return ['sites', id] as const;
}

/** The settings as the form has them; what it does not show stays. */
export function readSettings(present: Site['settings'], values: FormData): Site['settings'] {
  const { registration_fields } = present;
  const language = languages.find((one) => one === textIn(values, 'language'));
  const sender = textIn(values, 'mail_from').trim();
  const filter = linesIn(values, 'course_org_filter');
  const origins = linesIn(values, 'allowed_origin');
  return {
    ...(registration_fields && { registration_fields }),
    ...(language && { language }),
    ...(sender !== '' && { mail_from: sender }),
    ...(filter.length > 0 && { course_org_filter: filter }),
    ...(origins.length > 0 && { allowed_origin: origins }),
  };
}

/** The lines of a field that say something. */
export function linesIn(values: FormData, name: string): string[] {
  return textIn(values, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const languages = ['en', 'nl', 'de'] as const;
