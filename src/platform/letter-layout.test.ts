import { expect, test } from 'vitest';
import { layOutLetter } from './letter-layout.ts';

const letter = {
  locale: 'en',
  subject: 'Subject',
  blocks: [{ text: 'Hello' }, { link: 'http://a.test/x/?a=1&b=2', label: 'Open' }],
  footer: 'A site',
} as const;

test('in the text a link stands on a line of its own', () => {
  expect(layOutLetter(letter).text).toBe('Hello\n\nhttp://a.test/x/?a=1&b=2\n\n-- \nA site\n');
});

test('the HTML says the same, escaped, with its language', () => {
  const { html } = layOutLetter({ ...letter, blocks: [{ text: '<b>&"' }, ...letter.blocks] });
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('&lt;b&gt;&amp;&quot;');
  expect(html).toContain('href="http://a.test/x/?a=1&amp;b=2"');
  expect(html).not.toContain('<b>');
});

test('a value cannot add lines of its own to subject or text', () => {
  const content = layOutLetter({
    ...letter,
    subject: 'A\r\nBcc: x@y.z',
    blocks: [{ text: 'Hi\n\nBuy\u2028now\u0000' }],
  });
  expect(content.subject).toBe('A Bcc: x@y.z');
  expect(content.text).toContain('Hi Buy now\n');
});

test.each(['javascript:alert(1)', 'http://a b', 'http://a"onclick', 'file:///etc/passwd'])(
  'the link %s is refused',
  (link) => {
    expect(() => layOutLetter({ ...letter, blocks: [{ link, label: 'x' }] })).toThrow('http');
  },
);

test('no line of the text but a link is longer than 72 characters, so that a letter in ASCII is sent as it is', () => {
  const link = `http://alpha.localhost:8000/password_reset_confirm/${'x'.repeat(22)}`;
  const text = 'With this link you choose the password of your account on the site. '.repeat(4);
  const letter = layOutLetter({
    locale: 'en',
    subject: 'S',
    blocks: [{ text }, { link, label: 'L' }],
    footer: text,
  });
  const lines = letter.text.split('\n');
  expect(lines).toContain(link);
  expect(link.length).toBeLessThanOrEqual(76);
  expect(Math.max(...lines.filter((line) => line !== link).map((line) => line.length))).toBeLessThanOrEqual(
    72,
  );
});
