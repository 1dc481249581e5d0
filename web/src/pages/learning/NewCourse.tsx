import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { Page as Frame } from '../../ui/Page.tsx';
import { CourseForm, courseIn } from './CourseForm.tsx';

/** Makes a course. */
export function Page() {
  const say = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const submit = async (values: FormData) => {
    const body = { ...courseIn(values), key: textIn(values, 'key') };
    const { key } = await unwrap(api.POST('/api/v1/courses', { body }));
    await client.invalidateQueries({ queryKey: ['learning'] });
    await navigate({ to: paths.coursePeople(key) });
  };
  return (
    <Frame title={say('learning.newCourse')}>
      <CourseForm button={say('learning.create')} submit={submit} />
    </Frame>
  );
}
