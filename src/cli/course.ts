import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  createCourse,
  isShown,
  listCourses,
  ownCourses,
  requireCourse,
  updateCourse,
} from '../modules/learning/courses.ts';
import { importCourses } from '../modules/learning/imported-courses.ts';
import type { Course, CourseChange, Pacing } from '../modules/learning/types.ts';
import { parseMoment } from '../platform/record-values.ts';
import { type ImportOptions, runImport, withImportFlags } from './import-files.ts';
import { asOperator } from './operator.ts';
import { hint, say, sayJson, sayMoment, sayTable, UsageError } from './output.ts';

interface CourseOptions {
  readonly name?: string;
  readonly capacity?: number | 'none';
  readonly start?: Date | 'none';
  readonly end?: Date | 'none';
  readonly enrollmentStart?: Date | 'none';
  readonly enrollmentEnd?: Date | 'none';
  readonly invitationOnly?: boolean;
  readonly pacing?: Pacing;
  readonly mode?: string[];
  readonly site?: string;
  readonly json?: boolean;
}

/** `muster course create|update|list|show|import` */
export function defineCourse(program: Command): void {
  const course = program.command('course').description('Make, change, list and import courses.');
  withFlags(course.command('create <course-id>'))
    .description('Make a course. Its key begins with an organisation of the site.')
    .requiredOption('--name <name>', 'its name')
    .addHelpText('after', createExamples)
    .action(create);
  withFlags(course.command('update <course-id>'))
    .description('Change a course. What is not named stays; none takes a date or the capacity away.')
    .option('--name <name>', 'its name')
    .addHelpText('after', updateExamples)
    .action(update);
  withSite(course.command('list'))
    .description("List the courses of a site's organisations.")
    .addHelpText('after', '\nExample:\n  muster course list --site alpha --json')
    .action(list);
  withSite(course.command('show <course-id>'))
    .description('Show a course.')
    .addHelpText('after', '\nExample:\n  muster course show course-v1:alpha+Math101+2027 --site alpha')
    .action(show);
  withImportFlags(course.command('import <file>'))
    .description(
      'Make the courses of a file, and change those that are here already: CSV with headings, or JSON lines. ' +
        'All of a file or nothing.',
    )
    .addHelpText('after', importHelp)
    .action((file: string, options: ImportOptions) =>
      runImport('course import', 'courses', file, options, ({ tx, scope, site, records }) =>
        importCourses(tx.as(scope), site, records),
      ),
    );
}

function withSite(command: Command): Command {
  return command
    .option('--site <slug>', 'the site (default: the default site)')
    .option('--json', 'print JSON');
}

function withFlags(command: Command): Command {
  return withSite(command)
    .option('--capacity <places>', 'how many may be in it, or none for as many as like', readCapacity)
    .option('--start <moment>', 'when it starts', readMoment)
    .option('--end <moment>', 'when it ends', readMoment)
    .option('--enrollment-start <moment>', 'from when people may enrol', readMoment)
    .option('--enrollment-end <moment>', 'until when people may enrol', readMoment)
    .option('--invitation-only', 'only whom staff enrols comes in')
    .option('--no-invitation-only', 'everybody may come in')
    .addOption(new Option('--pacing <pacing>', 'who sets the pace').choices(['instructor', 'self']))
    .option(
      '--mode <slug>',
      'a way to take part; may be repeated, the first is the usual one (audit)',
      append,
    );
}

const momentHelp = `
Moments are ISO 8601: a date (its first moment) or a timestamp, in UTC where no offset is given.`;

const createExamples = `${momentHelp}

Examples:
  muster course create course-v1:alpha+Math101+2027 --name "Mathematics" --capacity 30 --site alpha
  muster course create course-v1:alpha+Art+2027 --name Art --enrollment-end 2027-02-01T18:00+01:00 --mode audit --mode verified`;

const updateExamples = `${momentHelp}

Examples:
  muster course update course-v1:alpha+Math101+2027 --capacity 40 --site alpha
  muster course update course-v1:alpha+Math101+2027 --capacity none --enrollment-end none`;

const importHelp = `
Columns: course_id, name, capacity, start, end, enrollment_start, enrollment_end, invitation_only,
  pacing (instructor, self), modes (separated by blanks); docs/moving-in.md says more
A course that is here already is changed to what the file says: an empty cell leaves what it has, none takes it away.

Examples:
  muster course import courses.csv --site alpha --dry-run
  muster course import courses.csv --site alpha --skip-bad`;

async function create(key: string, options: CourseOptions): Promise<void> {
  const made = await asOperator('course create', async (operator) => {
    const { site, context } = await operator.at(options.site);
    const wanted = {
      key,
      name: options.name ?? '',
      startsAt: null,
      endsAt: null,
      enrollmentStartsAt: null,
      enrollmentEndsAt: null,
      invitationOnly: false,
      pacing: 'instructor' as const,
      modes: [],
      capacity: null,
      ...toChange(options),
    };
    const course = await context.transaction((tx) => createCourse(tx, site, wanted));
    if (!isShown(site, course)) hint(`warning: course_org_filter of the site does not show "${course.org}".`);
    return course;
  });
  if (options.json) sayJson(made);
  else say(`Course ${made.key} is made.`);
}

async function update(key: string, options: CourseOptions): Promise<void> {
  const change = toChange(options);
  if (Object.keys(change).length === 0)
    throw new UsageError('Name what is to be changed: --capacity, --name, …');
  const changed = await asOperator('course update', async (operator) => {
    const { site, context } = await operator.at(options.site);
    return context.transaction((tx) => updateCourse(tx, site, key, change));
  });
  if (options.json) sayJson(changed);
  else describe(changed);
}

const pageSize = 1000;

async function list(options: CourseOptions): Promise<void> {
  const courses = await asOperator('course list', async (operator) => {
    const { site, context } = await operator.at(options.site);
    const all: Course[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const page = await context.read((read) =>
        listCourses(read, ownCourses(site), {}, { limit: pageSize, offset }),
      );
      all.push(...page.courses);
      if (page.courses.length < pageSize) return all;
    }
  });
  if (options.json) return sayJson(courses);
  const rows = courses.map((one) => [
    one.key,
    one.name,
    sayPlaces(one),
    sayMoment(one.startsAt),
    sayMoment(one.enrollmentStartsAt),
    sayMoment(one.enrollmentEndsAt),
  ]);
  const headings = ['COURSE', 'NAME', 'PLACES TAKEN', 'STARTS', 'ENROLMENT FROM', 'UNTIL'];
  sayTable(headings, rows, 'There is no course.');
}

async function show(key: string, options: CourseOptions): Promise<void> {
  const course = await asOperator('course show', async (operator) => {
    const { site, context } = await operator.at(options.site);
    return context.read((read) => requireCourse(read, ownCourses(site), key));
  });
  if (options.json) sayJson(course);
  else describe(course);
}

function describe(course: Course): void {
  say(`course:         ${course.key}`);
  say(`name:           ${course.name}`);
  say(`organisation:   ${course.org}`);
  say(`places taken:   ${sayPlaces(course)}`);
  say(`starts:         ${sayMoment(course.startsAt)}`);
  say(`ends:           ${sayMoment(course.endsAt)}`);
  say(`enrolment from: ${sayMoment(course.enrollmentStartsAt)}`);
  say(`until:          ${sayMoment(course.enrollmentEndsAt)}`);
  say(`open to:        ${course.invitationOnly ? 'whom staff enrols' : 'everybody'}`);
  say(`pacing:         ${course.pacing}`);
  say(`modes:          ${course.modes.map(({ slug }) => slug).join(', ')}`);
}

function sayPlaces({ taken, capacity }: Course): string {
  return capacity === null ? String(taken) : `${taken} of ${capacity}`;
}

function toChange(options: CourseOptions): CourseChange {
  const { name, invitationOnly, pacing, mode: modes } = options;
  return {
    ...(name !== undefined && { name }),
    ...(options.capacity !== undefined && { capacity: orNull(options.capacity) }),
    ...(options.start !== undefined && { startsAt: orNull(options.start) }),
    ...(options.end !== undefined && { endsAt: orNull(options.end) }),
    ...(options.enrollmentStart !== undefined && { enrollmentStartsAt: orNull(options.enrollmentStart) }),
    ...(options.enrollmentEnd !== undefined && { enrollmentEndsAt: orNull(options.enrollmentEnd) }),
    ...(invitationOnly !== undefined && { invitationOnly }),
    ...(pacing && { pacing }),
    ...(modes && { modes }),
  };
}

function orNull<T>(value: T | 'none'): T | null {
  return value === 'none' ? null : value;
}

/** commander takes null for an option without a value, so that `none` stays a word here. */
function readMoment(text: string): Date | 'none' {
  if (text.toLowerCase() === 'none') return 'none';
  const moment = parseMoment(text);
  if (!moment) throw new InvalidArgumentError('Allowed: 2027-01-31, 2027-01-31T18:00+01:00, none.');
  return moment;
}

function readCapacity(text: string): number | 'none' {
  if (text.toLowerCase() === 'none') return 'none';
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('Allowed: a whole number from 0, or none.');
  return Number(text);
}

function append(value: string, values: string[] = []): string[] {
  return [...values, value];
}
