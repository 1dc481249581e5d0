import { hash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { type Html, html, trusted } from '../../platform/http/html.ts';
import { CONTENT_SECURITY_POLICY } from '../../platform/http/security-headers.ts';
import type { Locale } from '../../platform/texts.ts';

export interface Page {
  readonly locale: Locale;
  /** The heading, and the window's title. */
  readonly title: string;
  readonly body: Html;
  /** A form that came back with messages: said first in the window's title, which screen readers read first. */
  readonly prefix?: string;
}

/** How a page is declared as an answer of a route. */
export const pageSchema = {
  description: 'A page',
  content: { 'text/html': { schema: Type.String() } },
} as const;

/** The page as HTML: one heading, no script, readable at 360 pixels, in light and dark. */
export function renderPage({ locale, title, body, prefix }: Page): string {
  return html`${trusted('<!doctype html>')}
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${prefix === undefined ? '' : `${prefix} `}${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text;
}

/** Nothing may keep, frame or pass on a page whose address is a secret; the style is allowed by its hash. */
export function pageHeaders(locale: Locale): Readonly<Record<string, string>> {
  policy ??= CONTENT_SECURITY_POLICY.replace(
    "style-src 'self'",
    `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  ).replace("script-src 'self'", "script-src 'none'");
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': locale,
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    vary: 'accept-language',
  };
}

/** Answers with a page. */
export function sendPage(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  return reply.code(status).headers(pageHeaders(page.locale)).send(renderPage(page));
}

let policy: string | undefined;

const style = `
:root{color-scheme:light dark;--ink:#1c1c1a;--soft:#55554f;--paper:#fff;--ground:#f4f4f2;--line:#8a8a82;--leaf:#1f4d3a;--wrong:#a1201b}
@media (prefers-color-scheme:dark){:root{--ink:#ecece8;--soft:#b9b9b2;--paper:#232321;--ground:#171716;--line:#8f8f88;--leaf:#8fd3b0;--wrong:#ff9c94}}
*{box-sizing:border-box}
body{margin:0;padding:1rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:34rem;margin:0 auto;padding:1.5rem;background:var(--paper);border-radius:.5rem}
h1{margin:0 0 1rem;font-size:1.5rem;line-height:1.25}
a{color:var(--leaf)}
label{display:block;margin-top:1rem;font-weight:600}
input{width:100%;min-height:2.75rem;margin-top:.25rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.375rem}
input[aria-invalid]{border:2px solid var(--wrong)}
button{margin-top:1.5rem;min-height:2.75rem;padding:.5rem 1.25rem;font:inherit;font-weight:600;color:var(--paper);background:var(--leaf);border:0;border-radius:.375rem;cursor:pointer}
:focus-visible{outline:3px solid var(--leaf);outline-offset:2px}
.hint,.small{margin:.25rem 0 0;color:var(--soft);font-size:.875rem}
.wrong{margin:.25rem 0 0;padding:0;list-style:none;color:var(--wrong);font-weight:600}
.alert{padding:.5rem .75rem;border-left:.25rem solid var(--wrong)}
`;
