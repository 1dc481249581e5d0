import {
  type ErrorShape,
  errorPage,
  type Problem,
  type Rendered,
  under,
} from '../../platform/http/error-shapes.ts';
import { html } from '../../platform/http/html.ts';
import { chooseLocale } from '../../platform/texts.ts';
import { pageHeaders, renderPage } from './layout.ts';
import { say } from './texts.ts';

const prefixes = under(
  '/app',
  '/activate',
  '/password_reset_confirm',
  '/password-reset',
  '/invitation',
  '/confirm_email',
  '/first_owner',
  '/certificates',
  '/courses',
  '/calendar',
);

/** Words errors as pages, in the language of whoever asks. */
export const errors: ErrorShape = {
  ...errorPage((path) => path === '/' || prefixes(path)),
  name: 'pages',
  render: asPage,
};

/** For a route below a path whose errors another API words. */
export function asPage(problem: Problem): Rendered {
  return render(problem, kindOf(problem), []);
}

type LinkKind = 'activate' | 'password' | 'confirm' | 'owner' | 'invite';

/** For a route whose link may be dead: says so, and what to do in this case. */
export function deadLinks(kind: LinkKind): (problem: Problem) => Rendered | undefined {
  return (problem) =>
    problem.code === 'link.unusable'
      ? render(problem, 'dead', [say(chooseLocale(...problem.languages), `${kind}Dead`)])
      : undefined;
}

type Kind = 'dead' | 'missing' | 'host' | 'closed' | 'refused' | 'busy' | 'fault';

function kindOf({ code, status }: Problem): Kind {
  if (code === 'site.unknown_host') return 'host';
  if (code === 'tenant.suspended') return 'closed';
  if (status === 404 || status === 405) return 'missing';
  if (status === 410) return 'dead';
  if (status === 503 || status === 429) return 'busy';
  return status >= 500 ? 'fault' : 'refused';
}

function render(problem: Problem, kind: Kind, advice: readonly string[]): Rendered {
  const locale = chooseLocale(...problem.languages);
  const values = kind === 'fault' ? { id: problem.requestId } : {};
  const paragraphs = [say(locale, `${kind}Body`, values), ...advice];
  const body = html`${paragraphs.map(
    (text) => html`<p>${text}</p>
`,
  )}`;
  const page = { locale, title: say(locale, `${kind}Title`), body };
  return { headers: pageHeaders(locale), body: renderPage(page) };
}
