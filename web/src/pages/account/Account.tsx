import { Alert, Checkbox, NativeSelect, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { languageNames, languages } from '../../i18n/language.ts';
import { paths } from '../../paths.ts';
import { Form, fieldId, TextField, useFieldError } from '../../ui/Form.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { changesIn, type Me } from './account-changes.ts';

/** What people may know and change of themselves. */
export function Page() {
  const say = useText();
  const me = useQuery({ queryKey: ['me'], queryFn: () => unwrap(api.GET('/api/v1/me')) });
  return (
    <Frame title={say('account.accountTitle')}>
      {me.isPending && <Loading />}
      {me.isError && <Refused error={me.error} retry={() => void me.refetch()} />}
      {me.data && <AccountForm me={me.data} />}
    </Frame>
  );
}

function AccountForm({ me }: { readonly me: Me }) {
  const say = useText();
  const client = useQueryClient();
  const { choose } = useLanguage();
  const [saved, setSaved] = useState(false);
  const submit = async (values: FormData) => {
    setSaved(false);
    const body = changesIn(me, values);
    const now = await unwrap(api.PATCH('/api/v1/me', { body }));
    client.setQueryData(['me'], now);
    await client.invalidateQueries({ queryKey: ['session'] });
    const language = languages.find((one) => one === now.locale);
    if (body.locale !== undefined && language) choose(language);
    setSaved(true);
  };
  return (
    <Paper maw={520}>
      <Stack gap="xs" mb="md">
        <Text>{say('account.youAre', { username: me.username, email: me.email })}</Text>
        <LinkTo to={paths.security}>{say('account.securityTitle')}</LinkTo>
        <LinkTo to={paths.notificationSettings}>{say('account.settingsTitle')}</LinkTo>
      </Stack>
      {saved && (
        <Alert role="status" mb="md">
          {say('account.saved')}
        </Alert>
      )}
      <Form button={say('account.save')} submit={submit}>
        <TextField
          name="name"
          label={say('account.name')}
          defaultValue={me.name}
          autoComplete="name"
          required
        />
        <NativeSelect
          name="locale"
          label={say('account.language')}
          defaultValue={me.locale ?? ''}
          data={[
            ...(languages.some((one) => one === me.locale)
              ? []
              : [{ value: '', label: say('account.asBrowser') }]),
            ...languages.map((value) => ({ value, label: languageNames[value] })),
          ]}
        />
        <TextField
          name="phone"
          label={say('account.phone')}
          type="tel"
          defaultValue={me.phone ?? ''}
          autoComplete="tel"
        />
        <Checkbox
          name="wants_letters"
          label={say('account.wantsLetters')}
          defaultChecked={me.wants_letters}
        />
        <ProfileFields me={me} />
      </Form>
    </Paper>
  );
}

function ProfileFields({ me: { profile } }: { readonly me: Me }) {
  const say = useText();
  const genders = ['m', 'f', 'o'] as const;
  return (
    <>
      <ProfileText
        name="city"
        label={say('account.city')}
        value={profile.city}
        autoComplete="address-level2"
      />
      <ProfileText
        name="country"
        label={say('account.country')}
        description={say('account.countryHelp')}
        value={profile.country}
        autoComplete="country"
      />
      <ProfileText
        name="year_of_birth"
        label={say('account.yearOfBirth')}
        value={profile.year_of_birth}
        inputMode="numeric"
        autoComplete="bday-year"
      />
      <NativeSelect
        name="gender"
        label={say('account.gender')}
        defaultValue={profile.gender ?? ''}
        data={[
          { value: '', label: say('account.unsaid') },
          ...genders.map((value) => ({ value, label: say(`account.gender_${value}`) })),
        ]}
      />
      <Bio value={profile.bio} />
    </>
  );
}

function ProfileText({
  name,
  value,
  ...others
}: Omit<Parameters<typeof TextField>[0], 'value'> & { readonly value: string | number | null }) {
  return <TextField {...others} name={name} pointer={`/profile/${name}`} defaultValue={value ?? ''} />;
}

function Bio({ value }: { readonly value: string | null }) {
  const say = useText();
  const pointer = '/profile/bio';
  return (
    <Textarea
      id={fieldId(pointer)}
      name="bio"
      label={say('account.bio')}
      defaultValue={value ?? ''}
      error={useFieldError(pointer)}
      autosize
      minRows={3}
    />
  );
}
