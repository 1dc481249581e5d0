import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { Choice, type Course, Switch } from './parts.tsx';

const moments = ['starts_at', 'ends_at', 'enrolment_starts_at', 'enrolment_ends_at'] as const;
const labels = {
  starts_at: 'learning.startsAt',
  ends_at: 'learning.endsAt',
  enrolment_starts_at: 'learning.enrolFrom',
  enrolment_ends_at: 'learning.enrolUntil',
} as const;

/** The fields of a course. @param course none: a new one, whose key is asked for */
export function CourseForm({
  course,
  button,
  submit,
}: {
  readonly course?: Course;
  readonly button: string;
  readonly submit: (values: FormData) => Promise<unknown>;
}) {
  const say = useText();
  return (
    <Form button={button} submit={submit}>
      {!course && (
        <TextField name="key" label={say('learning.key')} description={say('learning.keyHint')} required />
      )}
      <TextField name="name" label={say('learning.name')} defaultValue={course?.name} required />
      {moments.map((field) => (
        <TextField
          key={field}
          name={field}
          type="datetime-local"
          label={say(labels[field])}
          defaultValue={localOf(course?.[field] ?? null)}
          maw={280}
        />
      ))}
      <TextField
        name="capacity"
        type="number"
        min={0}
        label={say('learning.capacity')}
        description={say('learning.capacityHint')}
        defaultValue={course?.capacity ?? ''}
        maw={280}
      />
      <Choice
        name="pacing"
        label={say('learning.pacing')}
        value={course?.pacing ?? 'instructor'}
        options={(['instructor', 'self'] as const).map((value) => ({
          value,
          label: say(`learning.${value}`),
        }))}
      />
      <TextField
        name="modes"
        label={say('learning.modes')}
        description={say('learning.modesHint')}
        defaultValue={course?.modes.map(({ slug }) => slug).join(', ') ?? 'audit'}
      />
      <Switch
        name="invitation_only"
        label={say('learning.invitationOnly')}
        checked={course?.invitation_only ?? false}
      />
    </Form>
  );
}

/** What the form says, as the server takes it. */
export function courseIn(values: FormData) {
  const capacity = textIn(values, 'capacity').trim();
  return {
    name: textIn(values, 'name'),
    starts_at: momentIn(values, 'starts_at'),
    ends_at: momentIn(values, 'ends_at'),
    enrolment_starts_at: momentIn(values, 'enrolment_starts_at'),
    enrolment_ends_at: momentIn(values, 'enrolment_ends_at'),
    capacity: capacity === '' ? null : Number(capacity),
    pacing: textIn(values, 'pacing') === 'self' ? ('self' as const) : ('instructor' as const),
    modes: textIn(values, 'modes')
      .split(',')
      .map((slug) => slug.trim())
      .filter((slug) => slug !== ''),
    invitation_only: values.has('invitation_only'),
  };
}

/** In the time of whoever looks, as the input of a date and time wants it. */
function localOf(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function momentIn(values: FormData, name: string): string | null {
  const text = textIn(values, name);
  return text === '' ? null : new Date(text).toISOString();
}
