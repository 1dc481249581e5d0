import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';

/** Copies a text. Browsers let pages do so on https and on the own machine only: elsewhere there is no button. */
export function CopyText({ text }: { readonly text: string }) {
  const say = useText();
  const [isCopied, setCopied] = useState(false);
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) return null;
  const copy = () =>
    clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Button variant="default" mt="sm" onClick={() => void copy()}>
      <span aria-live="polite">{say(isCopied ? 'account.copied' : 'account.copy')}</span>
    </Button>
  );
}
