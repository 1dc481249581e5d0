import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { operatorPaths } from './paths.ts';

/** Makes another site of the tenant. */
export function Page() {
  const say = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const make = async (values: FormData) => {
    const body = { slug: textIn(values, 'slug'), name: textIn(values, 'name') };
    const { id } = await unwrap(api.POST('/api/v1/sites', { body }));
    await client.invalidateQueries({ queryKey: ['sites'] });
    await navigate({ to: operatorPaths.site(String(id)) });
  };
  return (
    <Frame title={say('operator.newSite')}>
      <Form button={say('operator.makeSite')} submit={make}>
        <TextField
          name="slug"
          label={say('operator.slug')}
          description={say('operator.slugHint')}
          maxLength={63}
          autoCapitalize="none"
          required
        />
        <TextField name="name" label={say('operator.siteName')} maxLength={100} required />
      </Form>
    </Frame>
  );
}
