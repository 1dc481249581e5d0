import { openWebFiles } from '../../platform/http/web-files.ts';
import type { Api } from '../callers.ts';
import { serveActivation } from './activation.ts';
import { serveApp } from './app.ts';
import { serveCalendar } from './calendar.ts';
import { serveCertificate } from './certificate.ts';
import { serveCourse } from './course.ts';
import { serveEmailConfirmation } from './email-confirmation.ts';
import { errors } from './errors.ts';
import { serveEventPage } from './event.ts';
import { serveFirstOwner } from './first-owner.ts';
import { serveHome } from './home.ts';
import { serveInvitation } from './invitation.ts';
import { servePassword } from './password.ts';
import { servePasswordReset } from './password-reset.ts';

/** Pages for people: what the links of letters open, certificates, and a word on each site's bare address. */
export const pages: Api = {
  name: 'pages',
  about: 'Pages for people: what the links of letters open',
  security: [],
  errors,
  async register(server, services) {
    serveHome(server);
    serveActivation(server, services);
    servePassword(server, services);
    servePasswordReset(server, services);
    serveInvitation(server, services);
    serveEmailConfirmation(server, services);
    serveFirstOwner(server, services);
    serveCertificate(server);
    serveEventPage(server);
    serveCourse(server);
    serveCalendar(server);
    serveApp(server, openWebFiles(services.webFolder));
  },
};
