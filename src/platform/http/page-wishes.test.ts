import { expect, test } from 'vitest';
import { wishesPage } from './page-wishes.ts';

test('who names HTML wishes for a page, unless JSON weighs as much', () => {
  for (const accept of [
    'text/html',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'Text/HTML; charset=utf-8, application/json;q=0.5',
  ])
    expect([accept, wishesPage(accept)]).toEqual([accept, true]);
});

test('programs get JSON: they name it, take anything or say nothing', () => {
  for (const accept of [
    undefined,
    '',
    '*/*',
    'text/*',
    'application/json',
    'application/json, text/html',
    'application/problem+json, text/html',
    'text/html;q=0',
    'text/html;q=x',
    'application/json, text/html;q=0.9',
  ])
    expect([accept, wishesPage(accept)]).toEqual([accept, false]);
});
