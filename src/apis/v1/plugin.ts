import type { HttpServer } from '../../platform/http/contract.ts';
import { speakJson } from '../../platform/http/media-types.ts';
import type { Api, Services } from '../callers.ts';
import { serveActivity } from './activity.ts';
import { serveArtists } from './artists.ts';
import { admitCallers, ownSignIn } from './auth.ts';
import { serveBookings } from './bookings.ts';
import { serveBulkEnrolments } from './bulk-enrolments.ts';
import { countCalls } from './call-limits.ts';
import { serveCertificates } from './certificates.ts';
import { serveChoices } from './choices.ts';
import { serveCities } from './cities.ts';
import { serveComments } from './comments.ts';
import { serveConversations } from './conversations.ts';
import { serveCounts } from './counts.ts';
import { serveCourseAnalytics } from './course-analytics.ts';
import { serveCourses } from './courses.ts';
import { serveDemo } from './demo.ts';
import { serveCodeBatches, serveEnrolmentCodes } from './enrolment-codes.ts';
import { serveEnrolments } from './enrolments.ts';
import { errorShape } from './errors.ts';
import { serveEventFiles } from './event-files.ts';
import { serveEventWorkshops } from './event-workshops.ts';
import { serveEvents } from './events.ts';
import { serveFestivals } from './festivals.ts';
import { serveInvitations } from './invitations.ts';
import { serveJobs } from './jobs.ts';
import { serveLetters } from './letters.ts';
import { serveMe } from './me.ts';
import { serveMyLearning } from './my-learning.ts';
import { serveNotificationSettings } from './notification-settings.ts';
import { serveNotificationStreams } from './notification-streams.ts';
import { serveNotifications } from './notifications.ts';
import { serveOauthClients } from './oauth-clients.ts';
import { serveOwnCredentials } from './own-credentials.ts';
import { serveOwnPassword } from './own-password.ts';
import { serveParticipantImports } from './participant-imports.ts';
import { serveParticipants } from './participants.ts';
import { servePasswordResets } from './password-resets.ts';
import { servePeople } from './people.ts';
import { servePictures } from './pictures.ts';
import { serveProgramme } from './programme.ts';
import { serveReceivedInvitations } from './received-invitations.ts';
import { serveRedemptions } from './redemptions.ts';
import { serveSeats } from './seats.ts';
import { serveSecondFactors } from './second-factors.ts';
import { serveSession } from './session.ts';
import { serveSignUps } from './sign-ups.ts';
import { serveSites } from './sites.ts';
import { serveTenant } from './tenant.ts';
import { serveTenants } from './tenants.ts';
import { serveTimetables } from './timetables.ts';
import { serveTokens } from './tokens.ts';
import { serveTotp } from './totp.ts';
import { serveUpkeep } from './upkeep.ts';
import { serveVenues } from './venues.ts';

type Chapter = (server: HttpServer, services: Services) => void | Promise<void>;

/** Below `/api/v1`, in the order of the documentation. */
const chapters: readonly Chapter[] = [
  serveSession,
  serveEvents,
  serveEventWorkshops,
  serveParticipants,
  serveParticipantImports,
  serveEventFiles,
  serveChoices,
  serveSeats,
  serveTimetables,
  servePeople,
  serveInvitations,
  serveActivity,
  serveComments,
  serveCounts,
  serveCourses,
  serveCourseAnalytics,
  serveEnrolments,
  serveBulkEnrolments,
  serveCodeBatches,
  serveEnrolmentCodes,
  serveRedemptions,
  serveCertificates,
  serveMyLearning,
  serveCities,
  serveFestivals,
  serveProgramme,
  servePictures,
  serveConversations,
  serveBookings,
  serveArtists,
  serveVenues,
  serveSignUps,
  servePasswordResets,
  serveReceivedInvitations,
  serveMe,
  serveOwnPassword,
  serveOwnCredentials,
  serveTotp,
  serveSecondFactors,
  serveNotifications,
  serveNotificationStreams,
  serveNotificationSettings,
  serveJobs,
  serveTenant,
  serveSites,
  serveTokens,
  serveOauthClients,
  serveLetters,
  serveTenants,
  serveUpkeep,
  serveDemo,
];

/** Our own plain API, which the pages use. */
export const v1: Api = {
  name: 'v1',
  about: 'The plain API of Muster, which its pages use',
  security: (callers) => [
    ...(callers.every((kind) => kind === 'participant') ? [] : ownSignIn),
    // The operator's powers go to no program.
    ...(callers.every((kind) => kind === 'participant' || kind === 'operator')
      ? []
      : (['accessToken'] as const)),
    ...(callers.includes('participant') ? (['loginKey'] as const) : []),
  ],
  errors: errorShape,
  async register(server, services) {
    await server.register(
      async (scope) => {
        speakJson(scope);
        admitCallers(scope, services);
        countCalls(scope, services);
        for (const serve of chapters) await serve(scope, services);
      },
      { prefix: '/api/v1' },
    );
  },
};
