import type { Tx } from '../../platform/database/contract.ts';
import { beginErrand } from '../errands/errands.ts';
import type { Errand, ErrandAtWork, ErrandKind, RowOutcome } from '../errands/types.ts';
import type { Site } from '../tenants/types.ts';
import { courseScope, findCourses, ownCourses } from './courses.ts';
import { carryOut, refuseTooMany } from './enrolments.ts';
import { distinctIdentifiers } from './people.ts';
import { unknownCourses } from './refusals.ts';
import type { EnrolmentAction, EnrolmentOrder, EnrolmentOutcome } from './types.ts';

/** An order with its courses by their keys. */
export type BulkOrder = Omit<EnrolmentOrder, 'courses'> & { readonly courseKeys: readonly string[] };

/**
 * Begins to carry out an order as an errand, a row for each identifier and course. Refuses an unknown course before
 * anything is changed, and more than 50 000 pairs.
 * @param scope whose courses the caller knows of
 */
export async function beginBulkEnrolment(
  tx: Tx,
  site: Site,
  order: BulkOrder,
  scope = courseScope(site),
): Promise<Errand> {
  const { identifiers: named, courseKeys, ...input } = order;
  const { courses, unknown } = await findCourses(tx, scope, courseKeys);
  if (unknown.length > 0) throw unknownCourses(unknown);
  const identifiers = distinctIdentifiers(named);
  refuseTooMany(identifiers.length, courses.length);
  const rows = courses.flatMap(({ key }) => identifiers.map((subject) => ({ subject, target: key })));
  return beginErrand(tx, site.id, { kind: bulkEnrolment.name, input, rows });
}

/** Carries an order out, by the same engine for a batch as for a call. Who was erased meanwhile is named no more. */
export const bulkEnrolment: ErrandKind = {
  name: 'enrolment.bulk',
  batch: 500,
  async work(tx, site, { rows, input }: ErrandAtWork) {
    const order = readOrder(input);
    const outcomes: RowOutcome[] = [];
    for (const [key, asked] of Map.groupBy(rows, ({ target }) => target ?? '')) {
      const { courses, unknown } = await findCourses(tx, ownCourses(site), [key]);
      if (unknown.length > 0) throw unknownCourses(unknown);
      const identifiers = asked.map(({ subject }) => subject);
      const [done] = await carryOut(tx, site, { ...order, identifiers, courses });
      const found = new Map(done?.outcomes.map((one) => [one.identifier, wordsOf(order.action, one)]));
      for (const subject of identifiers)
        outcomes.push({ subject, target: key, ...(found.get(subject) ?? { outcome: 'erased' }) });
    }
    return { outcomes };
  },
};

const sentences = {
  invalid: 'Neither a username here nor an e-mail address.',
  full: 'The course is full.',
  closed: 'Enrolment in the course is closed.',
} as const;

/** `enrolled`, `allowed` (comes in with an account), `unenrolled`, `unchanged`, or what hindered: `invalid`, `full`, `closed`. */
function wordsOf(
  action: EnrolmentAction,
  outcome: EnrolmentOutcome,
): Pick<RowOutcome, 'outcome' | 'message'> {
  if ('invalid' in outcome) return { outcome: 'invalid', message: sentences.invalid };
  if ('hindrance' in outcome) return { outcome: outcome.hindrance, message: sentences[outcome.hindrance] };
  const { before, after } = outcome;
  if (before.enrollment === after.enrollment && before.allowed === after.allowed)
    return { outcome: 'unchanged' };
  if (action === 'unenroll') return { outcome: 'unenrolled' };
  return { outcome: after.enrollment ? 'enrolled' : 'allowed' };
}

/** What `beginBulkEnrolment` wrote. */
function readOrder(input: unknown): Omit<EnrolmentOrder, 'identifiers' | 'courses'> {
  const kept = new Map<string, unknown>(Object.entries(input ?? {}));
  const reason = kept.get('reason');
  return {
    action: kept.get('action') === 'unenroll' ? 'unenroll' : 'enroll',
    autoEnroll: kept.get('autoEnroll') === true,
    notify: kept.get('notify') === true,
    force: kept.get('force') === true,
    reason: typeof reason === 'string' ? reason : '',
  };
}
