import { expect, test } from 'vitest';
import { html, trusted } from './html.ts';

test('inserted values are escaped, in text and in attributes', () => {
  const name = `<script>"&'`;
  expect(html`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&lt;script&gt;&quot;&amp;&#39;">&lt;script&gt;&quot;&amp;&#39;</p>',
  );
});

test('markup made by the template is inserted as it is, lists are joined, nothing is nothing', () => {
  const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${null}${undefined}${false}${0}${trusted('<br>')}</ul>`.text).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li>0<br></ul>',
  );
});
