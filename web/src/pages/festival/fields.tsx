import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { textIn } from '../../forms/values.ts';
import { fieldId, useFieldError } from '../../ui/Form.tsx';
import type { Lookup } from './data.ts';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
}

/** Several lines of text in a `Form`. */
export function AreaField({ name, value = '', ...others }: FieldProps & { readonly value?: string | null }) {
  const pointer = `/${name}`;
  return (
    <Textarea
      {...others}
      id={fieldId(pointer)}
      name={name}
      defaultValue={value ?? ''}
      error={useFieldError(pointer)}
      autosize
      minRows={2}
    />
  );
}

/** Day and time in the clock of the city. @param value as `fieldTime` writes it */
export function TimeField({ name, value = '', ...others }: FieldProps & { readonly value?: string }) {
  const pointer = `/${name}`;
  return (
    <TextInput
      {...others}
      id={fieldId(pointer)}
      name={name}
      type="datetime-local"
      defaultValue={value}
      error={useFieldError(pointer)}
      maw={260}
    />
  );
}

/** Yes or no. */
export function CheckField({ name, label, value }: FieldProps & { readonly value: boolean }) {
  const pointer = `/${name}`;
  return (
    <Checkbox
      id={fieldId(pointer)}
      name={name}
      label={label}
      defaultChecked={value}
      error={useFieldError(pointer)}
    />
  );
}

/** One of a list. */
export function ChoiceField({
  name,
  value,
  data,
  ...others
}: FieldProps & {
  readonly value: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
}) {
  const pointer = `/${name}`;
  return (
    <NativeSelect
      {...others}
      id={fieldId(pointer)}
      name={name}
      defaultValue={value}
      data={[...data]}
      error={useFieldError(pointer)}
    />
  );
}

/** Several of the city's genres. */
export function GenresField({
  label,
  value,
  lookups,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly lookups: readonly Lookup[];
}) {
  return (
    <Checkbox.Group
      label={label}
      defaultValue={[...value]}
      id={fieldId('/genres')}
      error={useFieldError('/genres')}
    >
      <Group mt="xs">
        {lookups
          .filter(({ list }) => list === 'genre')
          .map(({ key, label: text }) => (
            <Checkbox key={key} name="genres" value={key} label={text} />
          ))}
      </Group>
    </Checkbox.Group>
  );
}

/** The entries of a list, as a choice takes them. */
export function choicesOf(lookups: readonly Lookup[], list: Lookup['list']) {
  return lookups.filter((one) => one.list === list).map(({ key, label }) => ({ value: key, label }));
}

/** A text of a form; null where it is empty. */
export function textOrNull(values: FormData, name: string): string | null {
  const text = textIn(values, name).trim();
  return text === '' ? null : text;
}

/** A number of a form; null where it is empty, and for what is none: the field says which it takes. */
export function numberOrNull(values: FormData, name: string): number | null {
  const text = textIn(values, name).trim();
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? null : number;
}

/** The texts of all that is ticked under a name. */
export function tickedIn(values: FormData, name: string): string[] {
  return values.getAll(name).filter((value) => typeof value === 'string');
}
