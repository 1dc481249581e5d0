import type { OutgoingLetter, Transport } from './contract.ts';
import { openFolderTransport } from './folder-transport.ts';
import { openServerTransport } from './server-transport.ts';

/**
 * Opens the way out for letters: the mail server of `SMTP_URL`, or without one a folder of files.
 * @param options.show writes the text of every letter sent to the screen of a developer; never set in production,
 *   since letters carry one-time links
 */
export function openTransport(options: {
  readonly smtpUrl: string | null;
  readonly folder: string;
  readonly show?: ((text: string) => void) | undefined;
}): Transport {
  const { smtpUrl, folder, show } = options;
  const transport = smtpUrl === null ? openFolderTransport(folder) : openServerTransport(smtpUrl);
  return show === undefined ? transport : showing(transport, show);
}

function showing(transport: Transport, show: (text: string) => void): Transport {
  return {
    async send(letter) {
      const where = await transport.send(letter);
      show(asSeen(letter));
      return where;
    },
    close: () => transport.close(),
  };
}

function asSeen({ from, to, subject, text }: OutgoingLetter): string {
  const head = `From: ${from.name} <${from.address}>\nTo: ${to.name} <${to.address}>\nSubject: ${subject}`;
  const rule = '─'.repeat(72);
  return `${rule}\n${head}\n\n${text}${rule}\n`;
}
