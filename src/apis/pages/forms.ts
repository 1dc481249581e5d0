import { type Html, html } from '../../platform/http/html.ts';
import type { Locale } from '../../platform/texts.ts';
import { say, sayProblem } from './texts.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  /** What password managers and browsers fill in. */
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: string;
}

/** Messages by field, as the refusal of a module gives them. */
export type Problems = Readonly<Record<string, readonly string[]>>;

/**
 * A form that is sent to the address it stands on, so that the secret and the query stay. Messages stand beside their
 * field and are tied to it; the first wrong field has the focus.
 */
export function form(
  locale: Locale,
  fields: readonly Field[],
  button: string,
  problems: Problems = {},
): Html {
  const wrong = fields.filter(({ name }) => problems[name] !== undefined);
  const alert = html`<p class="wrong alert" role="alert">${say(locale, 'notAccepted')}</p>
`;
  return html`<form method="post">
${wrong.length > 0 && alert}${fields.map((field) => row(locale, field, problems[field.name] ?? [], field === wrong[0]))}<button type="submit">${button}</button>
</form>`;
}

function row(locale: Locale, field: Field, problems: readonly string[], focus: boolean): Html {
  const { name, label, type, autocomplete, value, hint } = field;
  const about = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(problems.length > 0 ? [`${name}-wrong`] : []),
  ];
  return html`<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required${
    value !== undefined && html` value="${value}"`
  }${about.length > 0 && html` aria-describedby="${about.join(' ')}"`}${
    problems.length > 0 && html` aria-invalid="true"`
  }${focus && html` autofocus`}>
${
  hint !== undefined &&
  html`<p class="hint" id="${name}-hint">${hint}</p>
`
}${
  problems.length > 0 &&
  html`<ul class="wrong" id="${name}-wrong">${problems.map((problem) => html`<li>${sayProblem(locale, problem)}</li>`)}</ul>
`
}`;
}
