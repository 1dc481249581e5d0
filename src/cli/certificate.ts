import { type Command, InvalidArgumentError } from 'commander';
import { requireAccount } from '../modules/identity/accounts.ts';
import { issueCertificate, listCertificates, revokeCertificate } from '../modules/learning/certificates.ts';
import { ownCourses, requireCourse } from '../modules/learning/courses.ts';
import { listEnrolments } from '../modules/learning/enrolments.ts';
import type { ListedCertificate } from '../modules/learning/types.ts';
import { parseMoment } from '../platform/record-values.ts';
import { asOperator } from './operator.ts';
import { hint, say, sayJson, sayMoment, sayTable } from './output.ts';

interface SiteOption {
  readonly site?: string;
  readonly json?: boolean;
}

interface IssueOptions extends SiteOption {
  readonly grade: string;
  readonly completedAt?: Date;
}

interface ListOptions extends SiteOption {
  readonly course?: string;
  readonly account?: string;
  readonly revoked?: boolean;
}

/** `muster certificate issue|revoke|list` */
export function defineCertificate(program: Command): void {
  const certificate = program
    .command('certificate')
    .description('Issue, revoke and list certificates: the proof that somebody finished a course.');
  withSite(certificate.command('issue <username> <course-id>'))
    .description('Issue a certificate and print its uuid and its address; a second one renews the first.')
    .requiredOption('--grade <grade>', 'the grade, as it is to be shown: 0.93, A, passed')
    .option('--completed-at <moment>', 'when the course was finished, ISO 8601 (default: now)', readMoment)
    .addHelpText(
      'after',
      '\nExample:\n  muster certificate issue amy course-v1:alpha+Math101+2027 --grade 0.93 --completed-at 2027-06-30 --site alpha',
    )
    .action(issue);
  withSite(certificate.command('revoke <uuid>'))
    .description('Take a certificate back: its address shows it no more.')
    .addHelpText(
      'after',
      '\nExample:\n  muster certificate revoke 0190f6a8-3c1e-7d2b-9a54-0c5e8f1b2d34 --site alpha',
    )
    .action(revoke);
  withSite(certificate.command('list'))
    .description("List the standing certificates in the courses of a site's organisations.")
    .option('--course <course-id>', 'only those of this course')
    .option('--account <username>', 'only those of this account')
    .option('--revoked', 'those that were taken back instead')
    .addHelpText(
      'after',
      '\nExample:\n  muster certificate list --course course-v1:alpha+Math101+2027 --site alpha --json',
    )
    .action(list);
}

function withSite(command: Command): Command {
  return command
    .option('--site <slug>', 'the site (default: the default site)')
    .option('--json', 'print JSON');
}

async function issue(username: string, key: string, options: IssueOptions): Promise<void> {
  const issued = await asOperator('certificate issue', async (operator) => {
    const { site, context } = await operator.at(options.site);
    const made = await context.transaction(async (tx) => {
      const account = await requireAccount(tx, username);
      const course = await requireCourse(tx, ownCourses(site), key);
      const completedAt = options.completedAt ?? tx.clock.now();
      const uuid = await issueCertificate(tx, course, {
        accountId: account.id,
        grade: options.grade,
        completedAt,
      });
      const enrolled = { courseKey: course.key, accountId: account.id };
      const { count } = await listEnrolments(tx, null, enrolled, { limit: 1, offset: 0 });
      return { uuid, isEnrolled: count > 0 };
    });
    if (!made.isEnrolled) {
      hint(
        `warning: "${username}" was never enrolled in the course; exports of enrolments will not name it.`,
      );
    }
    return { uuid: made.uuid, url: operator.installation.identity.address(site, pathOf(made.uuid)) };
  });
  if (options.json) sayJson(issued);
  else say(`uuid=${issued.uuid}\nurl=${issued.url}`);
}

async function revoke(uuid: string, options: SiteOption): Promise<void> {
  await asOperator('certificate revoke', async (operator) => {
    const { context } = await operator.at(options.site);
    await context.transaction((tx) => revokeCertificate(tx, uuid));
  });
  if (options.json) sayJson({ uuid, isRevoked: true });
  else say(`The certificate ${uuid} is revoked.`);
}

const pageSize = 1000;

async function list(options: ListOptions): Promise<void> {
  const certificates = await asOperator('certificate list', async (operator) => {
    const { site, context } = await operator.at(options.site);
    const filter = await context.read(async (read) => ({
      ...(options.course !== undefined && {
        courseId: (await requireCourse(read, ownCourses(site), options.course)).id,
      }),
      ...(options.account !== undefined && { accountId: (await requireAccount(read, options.account)).id }),
      isRevoked: options.revoked ?? false,
    }));
    const all: (ListedCertificate & { url: string })[] = [];
    const { address } = operator.installation.identity;
    for (let offset = 0; ; offset += pageSize) {
      const page = await context.read((read) =>
        listCertificates(read, ownCourses(site), filter, { limit: pageSize, offset }),
      );
      all.push(...page.certificates.map((one) => ({ ...one, url: address(site, pathOf(one.uuid)) })));
      if (page.certificates.length < pageSize) return all;
    }
  });
  if (options.json) return sayJson(certificates);
  const rows = certificates.map((one) => [
    one.uuid,
    one.username,
    one.courseKey,
    one.grade,
    sayMoment(one.completedAt),
  ]);
  sayTable(['UUID', 'ACCOUNT', 'COURSE', 'GRADE', 'COMPLETED'], rows, 'There is no such certificate.');
}

/** Where the page of a certificate is (contract §2.12). */
function pathOf(uuid: string): string {
  return `/certificates/${uuid}`;
}

function readMoment(text: string): Date {
  const moment = parseMoment(text);
  if (!moment) throw new InvalidArgumentError('Allowed: 2027-01-31, 2027-01-31T18:00+01:00.');
  return moment;
}
