import { html, trusted } from './http/html.ts';
import type { Locale } from './texts.ts';

/** A piece of a letter: a paragraph, or a link that stands alone with the words of its button. */
export type Block = { readonly text: string } | { readonly link: string; readonly label: string };

/** What a letter says, ready to be sent. */
export interface LetterContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Lays a letter out as plain text and as HTML that say the same. In the text a link stands on a line of its own, so
 * that every mail program makes the whole of it clickable.
 * Blanks and control characters within a piece become one blank: a name cannot add lines of its own to a letter.
 * Refuses a link that is not http or https.
 */
export function layOutLetter(letter: {
  readonly locale: Locale;
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Who writes, below a line at the end. */
  readonly footer: string;
}): LetterContent {
  const subject = flat(letter.subject);
  const blocks = letter.blocks.map((block) => ('link' in block ? judged(block) : { text: flat(block.text) }));
  const footer = flat(letter.footer);
  return {
    subject,
    text: `${[...blocks.map(asText), `-- \n${wrapped(footer)}`].join('\n\n')}\n`,
    html: asHtml(letter.locale, subject, blocks, footer),
  };
}

/**
 * The name, unless it could carry an advertisement: anyone may register anyone's address under any name, and the
 * letter goes to that address.
 */
export function greetable(name: string): string | null {
  const trimmed = name.trim();
  const suspicious = trimmed.length > 80 || /[/@\\]|www\.|\p{L}\.\p{Ll}{2,}/u.test(trimmed);
  return trimmed === '' || suspicious ? null : trimmed;
}

function flat(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function judged(block: { link: string; label: string }): Block {
  if (!/^https?:\/\/[^\s<>"]+$/.test(block.link)) throw new Error('A letter links to http and https only.');
  return { link: block.link, label: flat(block.label) };
}

function asText(block: Block): string {
  return 'link' in block ? block.link : wrapped(block.text);
}

/** Lines of up to 72 characters: longer ones would be sent encoded, and a link with them could not be read as it is. */
function wrapped(text: string): string {
  return text.replace(/(?=.{73})(.{1,72}) /gu, '$1\n');
}

const pageStyle = 'margin:0;padding:24px;background:#f4f4f2;color:#1c1c1a;font:16px/1.5 system-ui,sans-serif';
const sheetStyle = 'max-width:34rem;margin:0 auto;padding:24px 32px;background:#fff;border-radius:8px';
const buttonStyle =
  'display:inline-block;padding:12px 20px;background:#1f4d3a;color:#fff;border-radius:6px;text-decoration:none';
const smallStyle = 'font-size:14px;color:#55554f;word-break:break-all';

/** Inline styles and no pictures: mail programs drop style sheets and hide what they would have to fetch. */
function asHtml(locale: Locale, subject: string, blocks: readonly Block[], footer: string): string {
  const pieces = blocks.map((block) =>
    'link' in block
      ? html`<p><a href="${block.link}" style="${buttonStyle}">${block.label}</a></p>
<p style="${smallStyle}">${block.link}</p>
`
      : html`<p>${block.text}</p>
`,
  );
  return html`${trusted('<!doctype html>')}
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="${pageStyle}">
<div style="${sheetStyle}">
${pieces}<hr style="border:0;border-top:1px solid #dcdcd6">
<p style="${smallStyle}">${footer}</p>
</div>
</body>
</html>
`.text;
}
