import type { Account } from '../../src/modules/identity/types.ts';
import { issueCertificate } from '../../src/modules/learning/certificates.ts';
import { generateCodes, redeemCode } from '../../src/modules/learning/enrolment-codes.ts';
import type { TestApp, TestSite } from './app.ts';
import { course, enrol } from './learning.ts';

/** Names of what the tenant teaches. */
export interface FilledLearning {
  readonly courseKey: string;
  readonly batchId: string;
  /** Of the member. */
  readonly certificate: string;
  /** Of a code that is open. */
  readonly code: string;
}

const day = 86_400_000;

/** Four courses with people in them, a batch of codes half of which are redeemed, certificates. */
export async function fillLearning(
  muster: TestApp,
  at: TestSite,
  { member }: { readonly member: Account },
  crowd: readonly Account[],
): Promise<FilledLearning> {
  const now = muster.clock.now().getTime();
  const from = (days: number) => new Date(now + days * day);
  const key = (code: string) => `course-v1:riverside+${code}+2027`;
  const first = { startsAt: from(-20), endsAt: from(90) };
  const aid = await course(at, { key: key('AID1'), name: 'First aid at work', capacity: 24, ...first });
  const later = { startsAt: from(40), enrollmentStartsAt: from(-5), modes: ['audit', 'verified'] };
  const data = await course(at, { key: key('DATA'), name: 'Reading data with confidence', ...later });
  const wood = { key: key('WOOD'), name: 'Working with wood', capacity: 6, invitationOnly: true };
  const shop = await course(at, wood);
  await course(at, { key: key('NL-B1'), name: 'Nederlands op de werkvloer (B1)', capacity: 16 });
  const names = crowd.map(({ username }) => username);
  await enrol(at, [aid], [...names.slice(0, 17), member.username, 'waiting@partner.example.com'], {
    autoEnroll: true,
  });
  await enrol(at, [data], names.slice(8, 19));
  await enrol(at, [shop], names.slice(2, 8), { force: true });
  await muster.query(
    `update enrolments set created_at = created_at - make_interval(days => (id * 5 % 27)::integer) where tenant_id = $1`,
    [at.site.tenantId],
  );
  return at.context.transaction(async (tx) => {
    const { batchId, codes } = await generateCodes(tx, data, 12);
    for (const [index, { email }] of crowd.slice(0, 5).entries())
      await redeemCode(tx, { email, code: codes[index] ?? '' });
    const completed = { grade: '8.5', completedAt: from(-2) };
    const certificate = await issueCertificate(tx, aid, { accountId: member.id, ...completed });
    for (const { id } of crowd.slice(0, 3)) await issueCertificate(tx, aid, { accountId: id, ...completed });
    return { courseKey: aid.key, batchId, certificate, code: codes[11] ?? '' };
  });
}
