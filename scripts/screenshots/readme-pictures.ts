import type { Opened } from '../../test/support/every-page.ts';

const desk = 1280;
const phone = 400;

/** What the README shows, by the names of the pages: who sees it, at which width. */
const wanted: readonly (readonly [name: string, opener: Opened['opener'], width: number])[] = [
  ['app', 'admin', desk],
  ['app-choose', 'participant', phone],
  ['app-events-id', 'staff', desk],
  ['app-events-id-workshops', 'staff', desk],
  ['app-events-id-participants', 'staff', desk],
  ['app-people', 'admin', desk],
  ['app-people-uuid', 'admin', desk],
  ['app-courses', 'member', phone],
  ['app-learning-courses-key-figures', 'staff', desk],
  ['app-calendar', 'nobody', phone],
  ['app-festival-office', 'staff', desk],
  ['app-jobs-uuid', 'staff', desk],
];

/** Finds the pages of the README among all pages. Fails where one is no more. */
export function readmePictures(...pages: readonly (readonly Opened[])[]) {
  return wanted.map(([name, opener, width]) => {
    const page = pages.flat().find((one) => one.name === name);
    if (!page) throw new Error(`The README shows the page ${name}, which is no more.`);
    return { name: name.replace(/^app-?/, '') || 'home', width, page: { ...page, opener } };
  });
}
