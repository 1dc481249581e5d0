import { Checkbox, Fieldset, Stack, Textarea } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, fieldId, TextField, useFieldError } from '../../ui/Form.tsx';
import { Choice, Switch } from './parts.tsx';

export interface BulkOrder {
  readonly action: 'enrol' | 'unenrol';
  readonly identifiers: string[];
  readonly courses: string[];
  readonly wait_for_accounts: boolean;
  readonly notify: boolean;
  readonly force: boolean;
  readonly reason: string;
}

/** Who, into or out of which courses. @param changed what was looked at is no longer what the form says */
export function BulkForm({
  courses,
  submit,
  changed,
}: {
  readonly courses: readonly { readonly key: string; readonly name: string }[];
  readonly submit: (order: BulkOrder) => Promise<unknown>;
  readonly changed: () => void;
}) {
  const say = useText();
  return (
    <div onInput={changed}>
      <Form button={say('learning.look')} submit={(values) => submit(orderIn(values))}>
        <Identifiers changed={changed} />
        <Fieldset legend={say('learning.chooseCourses')}>
          <Stack gap="xs" mah={240} className="table-frame">
            {courses.map(({ key, name }) => (
              <Checkbox key={key} name="courses" value={key} label={`${name} (${key})`} />
            ))}
          </Stack>
          <CoursesError />
        </Fieldset>
        <Choice
          name="action"
          label={say('learning.action')}
          options={[
            { value: 'enrol', label: say('learning.actionEnrol') },
            { value: 'unenrol', label: say('learning.actionUnenrol') },
          ]}
        />
        <Switch name="wait_for_accounts" label={say('learning.waitForAccounts')} checked />
        <Switch name="notify" label={say('learning.notify')} />
        <Switch name="force" label={say('learning.force')} />
        <TextField name="reason" label={say('learning.reason')} maxLength={1000} />
      </Form>
    </div>
  );
}

function CoursesError() {
  const error = useFieldError('/courses');
  return error === null ? null : (
    <div id={fieldId('/courses')} tabIndex={-1}>
      {error}
    </div>
  );
}

function Identifiers({ changed }: { readonly changed: () => void }) {
  const say = useText();
  const [text, setText] = useState('');
  const error = useFieldError('/identifiers');
  const read = async (file: File | undefined) => {
    if (!file) return;
    setText(await file.text());
    changed();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  };
  return (
    <>
      <Textarea
        id={fieldId('/identifiers')}
        name="identifiers"
        label={say('learning.identifiers')}
        description={say('learning.identifiersHint')}
        error={error}
        rows={6}
        required
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      />
      <label>
        {say('learning.file')}{' '}
        <input
          type="file"
          accept=".txt,.csv,text/plain,text/csv"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
    </>
  );
}

function orderIn(values: FormData): BulkOrder {
  const identifiers = textIn(values, 'identifiers')
    .split(/[\s,;"]+/)
    .filter((one) => one !== '');
  return {
    action: textIn(values, 'action') === 'unenrol' ? 'unenrol' : 'enrol',
    identifiers,
    courses: values.getAll('courses').filter((one) => typeof one === 'string'),
    wait_for_accounts: values.has('wait_for_accounts'),
    notify: values.has('notify'),
    force: values.has('force'),
    reason: textIn(values, 'reason'),
  };
}
