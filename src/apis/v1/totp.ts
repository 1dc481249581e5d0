import encodeQR from 'qr';
import { Type } from 'typebox';
import { tellSecondFactorChanged } from '../../modules/admissions/password-resets.ts';
import { requireAccountById } from '../../modules/identity/accounts.ts';
import { wrongCode } from '../../modules/identity/refusals.ts';
import {
  beginSecondFactor,
  claimProof,
  confirmSecondFactor,
  dropSecondFactor,
  readSecondFactor,
} from '../../modules/identity/second-factors.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import type { Services } from '../callers.ts';
import { ownSignIn } from './auth.ts';
import { closed, iso, moment, noContent, nullable } from './formats.ts';
import { provePassword, requireWhole } from './own-password.ts';
import { write } from './writes.ts';

const path = '/me/totp';
const code = Type.String({ minLength: 1, maxLength: 40 });

/** `/me/totp`: the own second factor, an app that shows codes (RFC 6238). */
export function serveTotp(server: HttpServer, services: Services): void {
  serveState(server);
  serveSetUp(server, services);
  serveEnd(server, services);
}

function serveState(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path,
    caller: ['member'],
    security: ownSignIn,
    summary: 'Whether I sign in with a second factor',
    schema: {
      response: {
        200: closed({
          is_on: Type.Boolean(),
          since: nullable(moment),
          recovery_codes_left: Type.Integer(),
          is_demanded: Type.Boolean({ description: 'Of staff, by this tenant' }),
        }),
      },
    },
    handler: async (request) => {
      const { accountId, role } = requireWhole(request);
      const { isOn, since, codesLeft } = await request.context.read((read) =>
        readSecondFactor(read, accountId),
      );
      return {
        is_on: isOn,
        since: iso(since),
        recovery_codes_left: codesLeft,
        is_demanded: request.site.demandsSecondFactor && role !== 'member',
      };
    },
  });
}

function serveSetUp(server: HttpServer, { identity }: Services): void {
  route(server, {
    method: 'POST',
    path,
    caller: ['member'],
    security: ownSignIn,
    summary: 'Begin to set up a second factor',
    description:
      'The secret is told once, as text, as an address and as a QR code of that address; nothing asks for a code until ' +
      '`confirm`. Beginning again makes another secret. 409 where one is switched on.',
    schema: {
      response: {
        201: closed({
          secret: Type.String({ description: 'In base 32' }),
          uri: Type.String({ description: '`otpauth://totp/…`' }),
          qr: Type.String({ description: 'A picture, SVG' }),
        }),
      },
    },
    handler: (request, reply) => {
      const { accountId } = requireWhole(request);
      const work = async (tx: Parameters<typeof beginSecondFactor>[0]) => {
        const account = await requireAccountById(tx, accountId);
        const begun = await beginSecondFactor(tx, identity.secret, request.site, account);
        const qr = encodeQR(begun.uri, 'svg', { ecc: 'medium', border: 4 });
        return { status: 201, body: { ...begun, qr }, headers: { location: `/api/v1${path}` } };
      };
      return write(request, reply, work, { isSecret: true });
    },
  });
  route(server, {
    method: 'POST',
    path: `${path}/confirm`,
    caller: ['member'],
    security: ownSignIn,
    summary: 'Switch my second factor on, by a first code of the app',
    description: 'Answers the recovery codes, once: each signs in once where the app is lost.',
    schema: {
      body: closed({ code }),
      response: { 200: closed({ recovery_codes: Type.Array(Type.String()) }) },
    },
    handler: (request, reply) => {
      const { accountId } = requireWhole(request);
      return write(
        request,
        reply,
        async (tx) => {
          const codes = await confirmSecondFactor(tx, identity.secret, accountId, request.body.code);
          const account = await requireAccountById(tx, accountId);
          await tellSecondFactorChanged(tx, request.site, account, true);
          return { status: 200, body: { recovery_codes: codes } };
        },
        { isSecret: true },
      );
    },
  });
}

function serveEnd(server: HttpServer, services: Services): void {
  route(server, {
    method: 'DELETE',
    path,
    caller: ['member'],
    security: ownSignIn,
    summary: 'Switch my second factor off',
    description:
      'Takes the password and a code, of the app or for recovery. Where it is demanded it must be set up anew.',
    schema: {
      body: closed({ password: Type.String({ minLength: 1, maxLength: 1000 }), code }),
      response: noContent,
    },
    handler: async (request, reply) => {
      const { accountId } = requireWhole(request);
      const { context, body } = request;
      const account = await context.read((read) => requireAccountById(read, accountId));
      const sent = { ...body, field: 'password' };
      const { second } = await provePassword(services, request, account, sent);
      return write(request, reply, async (tx) => {
        if (second && !(await claimProof(tx, accountId, second))) throw wrongCode();
        await dropSecondFactor(tx, accountId);
        await tellSecondFactorChanged(tx, request.site, account, false);
        return { status: 204, body: null };
      });
    },
  });
}
