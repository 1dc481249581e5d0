import type { Opened } from '../../test/support/every-page.ts';

/** What the README shows, by the names of the pages: who sees it, at which width. */
const wanted: readonly (readonly [name: string, opener: Opened['opener'], width: number])[] = [
  ['app', 'admin', 1280],
  ['app-choose', 'participant', 400],
];

/** Finds the pages of the README among all pages. Fails where one is no more. */
export function readmePictures(...pages: readonly (readonly Opened[])[]) {
  return wanted.map(([name, opener, width]) => {
    const page = pages.flat().find((one) => one.name === name);
    if (!page) throw new Error(`The README shows the page ${name}, which is no more.`);
    return { name: width < 600 ? `${name}-phone` : name, width, page: { ...page, opener } };
  });
}
