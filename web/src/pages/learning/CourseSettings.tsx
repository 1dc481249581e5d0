import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { CourseForm, courseIn } from './CourseForm.tsx';
import { CourseFrame } from './CourseFrame.tsx';
import { type Course, Done } from './parts.tsx';

/** Name, dates, places and modes of a course. */
export function Page() {
  return <CourseFrame part="settings">{(course, tag) => <Settings course={course} tag={tag} />}</CourseFrame>;
}

function Settings({ course, tag }: { readonly course: Course; readonly tag: string }) {
  const say = useText();
  const client = useQueryClient();
  // What this form began with: a change by somebody else meanwhile must not be overwritten unseen.
  const [begun, setBegun] = useState(tag);
  const [isSaved, setSaved] = useState(false);
  const submit = async (values: FormData) => {
    setSaved(false);
    const params = { path: { key: course.key } };
    const headers = { 'if-match': begun };
    const asked = api.PATCH('/api/v1/courses/{key}', { params, headers, body: courseIn(values) });
    await unwrap(asked);
    setBegun((await asked).response.headers.get('etag') ?? begun);
    setSaved(true);
    await client.invalidateQueries({ queryKey: ['learning'] });
  };
  return (
    <>
      {isSaved && <Done>{say('learning.saved')}</Done>}
      <CourseForm course={course} button={say('learning.save')} submit={submit} />
    </>
  );
}
