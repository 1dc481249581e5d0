import { FileInput, Stack, Title } from '@mantine/core';
import { api, send, unwrap } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Form, fieldId, useFieldError } from '../../ui/Form.tsx';
import { useChange } from './data.ts';

/** Gives an artist a picture, or takes it away. */
export function PictureForm({
  uuid,
  picture,
  name,
}: {
  readonly uuid: string;
  readonly picture: string | null;
  readonly name: string;
}) {
  const say = useText();
  const change = useChange();
  return (
    <Stack>
      <Title order={2} size="h3">
        {say('festival.picture')}
      </Title>
      {picture !== null && <img className="festival-picture" src={picture} alt={name} />}
      <Form
        button={say('festival.upload')}
        submit={(values) => change(upload(`/api/v1/artists/${uuid}/picture`, values.get('file')))}
      >
        <FileField label={say('festival.pictureFile')} />
      </Form>
      {picture !== null && (
        <ConfirmButton
          label={say('festival.removePicture')}
          question={say('festival.removePictureQuestion')}
          act={() =>
            change(unwrap(api.DELETE('/api/v1/artists/{uuid}/picture', { params: { path: { uuid } } })))
          }
        />
      )}
    </Stack>
  );
}

function FileField({ label }: { readonly label: string }) {
  return (
    <FileInput
      id={fieldId('/file')}
      name="file"
      label={label}
      accept="image/jpeg,image/png,image/webp,image/gif"
      error={useFieldError('/file')}
    />
  );
}

async function upload(path: string, file: FormDataEntryValue | null): Promise<void> {
  const body = file instanceof File ? file : new Blob([]);
  const headers = { 'content-type': body.type || 'application/octet-stream' };
  const answer = await send(
    new Request(new URL(path, window.location.origin), { method: 'PUT', headers, body }),
  );
  if (answer.ok) return;
  const told: unknown = await answer.json().catch(() => null);
  throw problemOf(answer.status, told, answer.headers.get('x-request-id'));
}
