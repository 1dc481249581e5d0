import { Anchor, Code, Text } from '@mantine/core';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { Form, TextField } from '../../ui/Form.tsx';

interface Begun {
  readonly secret: string;
  readonly uri: string;
  readonly qr: string;
}

/** Hands the secret to the app, and takes the first code that shows that it has it. */
export function SetUp({
  begun: { secret, uri, qr },
  finish,
}: {
  readonly begun: Begun;
  readonly finish: (codes: readonly string[]) => Promise<void>;
}) {
  const say = useText();
  const submit = async (values: FormData) => {
    const body = { code: textIn(values, 'code') };
    const { recovery_codes: codes } = await unwrap(api.POST('/api/v1/me/totp/confirm', { body }));
    await finish(codes);
  };
  return (
    <>
      <Text>{say('account.scan')}</Text>
      {/* A picture, so that nothing in it could run. */}
      <img
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt={say('account.qr')}
        className="on-white"
        width={220}
        height={220}
      />
      <Text>
        {say('account.orType')} <Code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
      </Text>
      <Anchor href={uri} underline="always">
        {say('account.openApp')}
      </Anchor>
      <Form button={say('account.switchOn')} submit={submit}>
        <TextField
          name="code"
          label={say('account.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
        />
      </Form>
    </>
  );
}
