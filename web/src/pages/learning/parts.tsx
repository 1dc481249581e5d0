import { Alert, Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { paths as routes } from '../../api/schema.generated.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { fieldId, useFieldError } from '../../ui/Form.tsx';

type Listed<Path extends keyof routes> = routes[Path] extends {
  get: { responses: { 200: { content: { 'application/json': { items: (infer Item)[] } } } } };
}
  ? Item
  : never;

export type Course = Listed<'/api/v1/courses'>;
export type Enrolment = Listed<'/api/v1/enrolments'>;
export type Batch = Listed<'/api/v1/code-batches'>;
export type Code = Listed<'/api/v1/enrolment-codes'>;
export type Certificate = Listed<'/api/v1/certificates'>;

/** The page of a list that a `DataTable` asks for, as the parameters of the server's lists. */
export function pageOf(cursor: string | null): { cursor?: string } {
  return cursor === null ? {} : { cursor };
}

/** Says a day in the language of the page. */
export function useDay(): (moment: string) => string {
  const { language } = useLanguage();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  return (moment) => format.format(new Date(moment));
}

/** Good news, said to screen readers as well. */
export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <Alert color="green" role="status" my="md">
      {children}
    </Alert>
  );
}

/** How many places of a course are taken, in words. */
export function Places({ course }: { readonly course: Course }) {
  const say = useText();
  if (course.capacity === null) return course.taken;
  return say('learning.placesTaken', { taken: course.taken, capacity: course.capacity });
}

/** A switch of a `Form`: `on` where it is set. */
export function Switch({
  name,
  label,
  checked = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly checked?: boolean;
}) {
  const pointer = `/${name}`;
  return (
    <Checkbox
      id={fieldId(pointer)}
      name={name}
      label={label}
      defaultChecked={checked}
      error={useFieldError(pointer)}
    />
  );
}

/** One of few, in a `Form`. */
export function Choice({
  name,
  label,
  options,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
}) {
  const pointer = `/${name}`;
  return (
    <NativeSelect
      id={fieldId(pointer)}
      name={name}
      label={label}
      data={[...options]}
      {...(value !== undefined && { defaultValue: value })}
      error={useFieldError(pointer)}
    />
  );
}
