import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { type City, keyOf, readTagged, type Tagged, useChange, useLookups, type Venue } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { numberOrNull, textOrNull, tickedIn } from './fields.tsx';
import { ProfileFields, readProfile } from './ProfileFields.tsx';
import { festivalPaths as paths } from './paths.ts';
import { VenueFields } from './VenueFields.tsx';

/** Makes or changes a venue of one's own. */
export function Page() {
  const say = useText();
  const { uuid = 'new' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: keyOf('venue', uuid),
    queryFn: async ({ signal }) =>
      uuid === 'new'
        ? null
        : readTagged(api.GET('/api/v1/venues/{uuid}', { params: { path: { uuid } }, signal })),
  });
  const title = uuid === 'new' ? say('festival.newVenue') : (found.data?.shown.name ?? say('festival.venue'));
  return (
    <FestivalPage title={title}>
      {(city) => {
        if (found.isPending) return <Loading />;
        if (found.isError) return <Refused error={found.error} retry={() => void found.refetch()} />;
        // Somebody else's is looked at where everybody looks at it.
        if (found.data && !found.data.shown.may_change)
          return <Navigate to={paths.publicVenue(uuid)} replace />;
        return <Editor key={found.data?.etag ?? 'new'} city={city} found={found.data} />;
      }}
    </FestivalPage>
  );
}

function Editor({ city, found }: { readonly city: City; readonly found: Tagged<Venue> | null }) {
  const say = useText();
  const navigate = useNavigate();
  const change = useChange();
  const lookups = useLookups(city.slug);
  if (lookups.isPending) return <Loading />;
  if (lookups.isError) return <Refused error={lookups.error} retry={() => void lookups.refetch()} />;
  const present = found?.shown;
  const submit = async (values: FormData) => {
    const body = readVenue(values);
    if (!found) {
      await change(unwrap(api.POST('/api/v1/venues', { body })));
      return navigate({ to: paths.profiles });
    }
    const params = { path: { uuid: found.shown.uuid } };
    const headers = { 'if-match': found.etag };
    return change(unwrap(api.PATCH('/api/v1/venues/{uuid}', { params, body, headers })));
  };
  return (
    <Stack maw={640}>
      <Form button={say('festival.save')} submit={submit}>
        <TextField name="name" label={say('festival.name')} defaultValue={present?.name ?? ''} required />
        <VenueFields present={present} city={city} lookups={lookups.data} />
        <ProfileFields present={present} zone={city.time_zone} />
      </Form>
      {present && (
        <ConfirmButton
          label={say('festival.remove')}
          question={say('festival.removeQuestion', { name: present.name })}
          act={async () => {
            const params = { path: { uuid: present.uuid } };
            await unwrap(api.DELETE('/api/v1/venues/{uuid}', { params }));
            await navigate({ to: paths.profiles });
            await change(Promise.resolve());
          }}
        />
      )}
    </Stack>
  );
}

function readVenue(values: FormData) {
  return {
    ...readProfile(values),
    description: textOrNull(values, 'description'),
    address: textIn(values, 'address'),
    town: textIn(values, 'town'),
    neighbourhood: textOrNull(values, 'neighbourhood'),
    venue_type: textIn(values, 'venue_type'),
    rain_option: textIn(values, 'rain_option'),
    alt_venue: textOrNull(values, 'alt_venue'),
    genres: tickedIn(values, 'genres'),
    latitude: numberOrNull(values, 'latitude'),
    longitude: numberOrNull(values, 'longitude'),
    capacity: numberOrNull(values, 'capacity'),
    ada: values.has('ada'),
    has_electricity: values.has('has_electricity'),
    has_pa: values.has('has_pa'),
    has_piano: values.has('has_piano'),
    is_indoor: values.has('is_indoor'),
  };
}
