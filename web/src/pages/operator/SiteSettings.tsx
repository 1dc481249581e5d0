import { NativeSelect, Stack, Text, Textarea, type TextareaProps, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { can } from '../../can.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Form, fieldId, TextField, useFieldError } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { operatorPaths } from './paths.ts';
import { linesIn, readSettings, siteKey } from './site-values.ts';
import { type Tagged, unwrapTagged } from './tagged.ts';
import type { Site } from './types.ts';

/** One site: its name, its hosts and its settings. */
export function Page() {
  const say = useText();
  const id = Number(useParams({ strict: false }).id);
  // Above the form, which is made anew with what was saved.
  const [isSaved, setSaved] = useState(false);
  const site = useQuery({
    queryKey: siteKey(id),
    queryFn: () => unwrapTagged(api.GET('/api/v1/sites/{id}', { params: { path: { id } } })),
  });
  return (
    <Frame
      title={site.data ? say('operator.siteTitle', { name: site.data.data.name }) : say('operator.site')}
    >
      {isSaved && <Text role="status">{say('operator.saved')}</Text>}
      {site.isPending && <Loading />}
      {site.isError && <Refused error={site.error} retry={() => void site.refetch()} />}
      {site.isSuccess && <SiteForm key={site.data.tag} site={site.data} setSaved={setSaved} />}
    </Frame>
  );
}

function SiteForm({
  site: { data, tag },
  setSaved,
}: {
  readonly site: Tagged<Site>;
  readonly setSaved: (isSaved: boolean) => void;
}) {
  const say = useText();
  const client = useQueryClient();
  const session = useSession().data;
  const isOwner = session !== undefined && can.ownTenant(session);
  const isOperator = session !== undefined && can.operate(session);
  const save = async (values: FormData) => {
    setSaved(false);
    const body = {
      name: textIn(values, 'name'),
      organisations: linesIn(values, 'organisations'),
      settings: readSettings(data.settings, values),
      ...(isOwner && { hosts: linesIn(values, 'hosts') }),
    };
    const params = { path: { id: data.id } };
    await unwrap(api.PATCH('/api/v1/sites/{id}', { params, body, headers: { 'if-match': tag } }));
    setSaved(true);
    await client.invalidateQueries({ queryKey: ['sites'] });
    await client.invalidateQueries({ queryKey: ['session'] });
  };
  const { settings } = data;
  return (
    <Stack gap="xl">
      <Text>{say('operator.siteAddress', { address: data.address })}</Text>
      <Form button={say('operator.save')} submit={save}>
        <TextField
          name="name"
          label={say('operator.siteName')}
          defaultValue={data.name}
          maxLength={100}
          required
        />
        <LanguageField language={settings.language} />
        <Lines
          name="organisations"
          hint={say('operator.organisationsHint')}
          values={data.organisations}
          label={say('operator.organisations')}
        />
        <Lines
          name="course_org_filter"
          pointer="/settings/course_org_filter"
          values={settings.course_org_filter}
          label={say('operator.orgFilter')}
          hint={say('operator.orgFilterHint')}
        />
        <Lines
          name="allowed_origin"
          pointer="/settings/allowed_origin"
          values={settings.allowed_origin}
          label={say('operator.origins')}
          hint={say('operator.originsHint')}
        />
        <TextField
          name="mail_from"
          pointer="/settings/mail_from"
          type="email"
          label={say('operator.sender')}
          description={say('operator.senderHint')}
          defaultValue={settings.mail_from ?? ''}
          readOnly={!isOperator}
        />
        <Lines
          name="hosts"
          values={data.hosts}
          label={say('operator.hosts')}
          hint={say('operator.hostsHint')}
          readOnly={!isOwner}
        />
      </Form>
      {isOwner && !data.is_installation && <DeleteSite site={data} tag={tag} />}
    </Stack>
  );
}

function DeleteSite({ site, tag }: { readonly site: Site; readonly tag: string }) {
  const say = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async () => {
    const params = { path: { id: site.id } };
    await unwrap(api.DELETE('/api/v1/sites/{id}', { params, headers: { 'if-match': tag } }));
    await navigate({ to: operatorPaths.settings });
    client.removeQueries({ queryKey: siteKey(site.id) });
    await client.invalidateQueries({ queryKey: ['sites'] });
  };
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {say('operator.deleteSite')}
      </Title>
      <ConfirmButton
        label={say('operator.deleteSite')}
        question={say('operator.deleteSiteQuestion', { name: site.name, hosts: site.hosts.join(', ') })}
        act={remove}
      />
    </section>
  );
}

function LanguageField({ language }: { readonly language: string | undefined }) {
  const say = useText();
  const pointer = '/settings/language';
  return (
    <NativeSelect
      id={fieldId(pointer)}
      name="language"
      label={say('operator.language')}
      description={say('operator.languageHint')}
      error={useFieldError(pointer)}
      defaultValue={language ?? ''}
      data={[
        { value: '', label: say('operator.languageNone') },
        { value: 'en', label: 'English' },
        { value: 'nl', label: 'Nederlands' },
        { value: 'de', label: 'Deutsch' },
      ]}
    />
  );
}

/** A list, a line for each. */
function Lines({
  name,
  pointer = `/${name}`,
  values = [],
  hint,
  ...others
}: Omit<TextareaProps, 'pointer'> & {
  readonly name: string;
  readonly pointer?: string;
  readonly values?: readonly string[] | undefined;
  readonly hint: string;
}) {
  return (
    <Textarea
      {...others}
      id={fieldId(pointer)}
      name={name}
      description={hint}
      error={useFieldError(pointer)}
      defaultValue={values.join('\n')}
      autosize
      minRows={2}
    />
  );
}
