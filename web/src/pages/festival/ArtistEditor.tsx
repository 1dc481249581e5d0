import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { type Artist, type City, keyOf, readTagged, type Tagged, useChange, useLookups } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { AreaField, CheckField, GenresField, numberOrNull, textOrNull, tickedIn } from './fields.tsx';
import { PictureForm } from './PictureForm.tsx';
import { ProfileFields, readProfile } from './ProfileFields.tsx';
import { festivalPaths as paths } from './paths.ts';

/** Makes or changes an artist of one's own. */
export function Page() {
  const say = useText();
  const { uuid = 'new' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: keyOf('artist', uuid),
    queryFn: async ({ signal }) =>
      uuid === 'new'
        ? null
        : readTagged(api.GET('/api/v1/artists/{uuid}', { params: { path: { uuid } }, signal })),
  });
  const title =
    uuid === 'new' ? say('festival.newArtist') : (found.data?.shown.name ?? say('festival.artist'));
  return (
    <FestivalPage title={title}>
      {(city) => {
        if (found.isPending) return <Loading />;
        if (found.isError) return <Refused error={found.error} retry={() => void found.refetch()} />;
        // Somebody else's is looked at where everybody looks at it.
        if (found.data && !found.data.shown.may_change)
          return <Navigate to={paths.publicArtist(uuid)} replace />;
        return <Editor key={found.data?.etag ?? 'new'} city={city} found={found.data} />;
      }}
    </FestivalPage>
  );
}

function Editor({ city, found }: { readonly city: City; readonly found: Tagged<Artist> | null }) {
  const say = useText();
  const navigate = useNavigate();
  const change = useChange();
  const lookups = useLookups(city.slug);
  if (lookups.isPending) return <Loading />;
  if (lookups.isError) return <Refused error={lookups.error} retry={() => void lookups.refetch()} />;
  const present = found?.shown;
  const submit = async (values: FormData) => {
    const body = {
      ...readProfile(values),
      description: textIn(values, 'description'),
      genres: tickedIn(values, 'genres'),
      group_size: numberOrNull(values, 'group_size'),
      soundcloud_url: textOrNull(values, 'soundcloud_url'),
      needs_electricity: values.has('needs_electricity'),
      needs_pa: values.has('needs_pa'),
      needs_piano: values.has('needs_piano'),
    };
    if (!found) {
      await change(unwrap(api.POST('/api/v1/artists', { body })));
      return navigate({ to: paths.profiles });
    }
    const params = { path: { uuid: found.shown.uuid } };
    const headers = { 'if-match': found.etag };
    return change(unwrap(api.PATCH('/api/v1/artists/{uuid}', { params, body, headers })));
  };
  return (
    <Stack maw={640}>
      <Form button={say('festival.save')} submit={submit}>
        <TextField name="name" label={say('festival.name')} defaultValue={present?.name ?? ''} required />
        <AreaField
          name="description"
          label={say('festival.description')}
          value={present?.description ?? ''}
          required
        />
        <GenresField label={say('festival.genres')} value={present?.genres ?? []} lookups={lookups.data} />
        <TextField
          name="group_size"
          type="number"
          min={1}
          label={say('festival.groupSize')}
          defaultValue={present?.group_size ?? ''}
        />
        <CheckField
          name="needs_electricity"
          label={say('festival.needsElectricity')}
          value={present?.needs_electricity ?? false}
        />
        <CheckField name="needs_pa" label={say('festival.needsPa')} value={present?.needs_pa ?? false} />
        <CheckField
          name="needs_piano"
          label={say('festival.needsPiano')}
          value={present?.needs_piano ?? false}
        />
        <TextField
          name="soundcloud_url"
          type="url"
          label="SoundCloud"
          defaultValue={present?.soundcloud_url ?? ''}
        />
        <ProfileFields present={present} zone={city.time_zone} />
      </Form>
      {present && <PictureForm uuid={present.uuid} picture={present.picture_url} name={present.name} />}
      {present && (
        <ConfirmButton
          label={say('festival.remove')}
          question={say('festival.removeQuestion', { name: present.name })}
          act={async () => {
            const params = { path: { uuid: present.uuid } };
            await unwrap(api.DELETE('/api/v1/artists/{uuid}', { params }));
            await navigate({ to: paths.profiles });
            await change(Promise.resolve());
          }}
        />
      )}
    </Stack>
  );
}
