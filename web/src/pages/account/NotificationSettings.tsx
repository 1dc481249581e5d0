import { Alert, Checkbox, Fieldset, NativeSelect, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';

const key = ['notification-settings'];
const kinds = ['comment', 'invitation', 'enrolment', 'booking'] as const;
const paces = ['instantly', 'daily', 'off'] as const;

type Kind = (typeof kinds)[number];
interface Setting {
  readonly in_page: boolean;
  readonly by_mail: (typeof paces)[number];
}

/** How the person is told of each kind. */
export function Page() {
  const say = useText();
  const client = useQueryClient();
  const [saved, setSaved] = useState(false);
  const settings = useQuery({
    queryKey: key,
    queryFn: () => unwrap(api.GET('/api/v1/notification-settings')),
  });
  const submit = async (values: FormData) => {
    setSaved(false);
    const body = {
      comment: settingIn(values, 'comment'),
      invitation: settingIn(values, 'invitation'),
      enrolment: settingIn(values, 'enrolment'),
      booking: settingIn(values, 'booking'),
    };
    client.setQueryData(key, await unwrap(api.PUT('/api/v1/notification-settings', { body })));
    setSaved(true);
  };
  return (
    <Frame title={say('account.settingsTitle')}>
      {settings.isPending && <Loading />}
      {settings.isError && <Refused error={settings.error} retry={() => void settings.refetch()} />}
      {saved && (
        <Alert role="status" mb="md">
          {say('account.saved')}
        </Alert>
      )}
      {settings.data && (
        <Stack maw={480}>
          <Form button={say('account.save')} submit={submit}>
            {kinds.map((kind) => (
              <OneKind key={kind} kind={kind} setting={settings.data[kind]} />
            ))}
          </Form>
        </Stack>
      )}
    </Frame>
  );
}

function OneKind({ kind, setting }: { readonly kind: Kind; readonly setting: Setting }) {
  const say = useText();
  return (
    <Fieldset legend={say(`account.about_${kind}`)}>
      <Stack gap="sm">
        <Checkbox name={`${kind}.in_page`} label={say('account.inPage')} defaultChecked={setting.in_page} />
        <NativeSelect
          name={`${kind}.by_mail`}
          label={say('account.byMail')}
          defaultValue={setting.by_mail}
          data={paces.map((value) => ({ value, label: say(`account.mail_${value}`) }))}
        />
      </Stack>
    </Fieldset>
  );
}

function settingIn(values: FormData, kind: Kind): Setting {
  const pace = textIn(values, `${kind}.by_mail`);
  return {
    in_page: values.get(`${kind}.in_page`) !== null,
    by_mail: paces.find((one) => one === pace) ?? 'off',
  };
}
