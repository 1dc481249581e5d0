import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { countAsked, forgetfulOwner, offerReset } from '../../modules/admissions/password-resets.ts';
import { prepareSignUp } from '../../modules/admissions/sign-ups.ts';
import { register, requireEmail } from '../../modules/identity/registrations.ts';
import { openTenant, refuseTakenTenant } from '../../modules/tenants/tenant-sign-ups.ts';
import { countCall } from '../../platform/http/call-limits.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { noSooner } from '../../platform/http/even-time.ts';
import { HttpRefusal } from '../../platform/http/problems.ts';
import { languageOf } from '../../platform/http/languages.ts';
import { route } from '../../platform/http/route.ts';
import { Refusal, refuse } from '../../platform/refusal.ts';
import { locales } from '../../platform/texts.ts';
import type { Services } from '../callers.ts';
import { closed, noContent } from './formats.ts';

const signUp = closed({
  name: Type.String({ minLength: 1, maxLength: 100, description: 'Of the tenant, unique' }),
  subdomain: Type.String({ minLength: 1, maxLength: 63, description: 'Letters, digits and hyphens, unique' }),
  email: Type.String({ minLength: 3, maxLength: 254, description: "The owner's" }),
  password: Type.String({ minLength: 1, maxLength: 128 }),
  first_name: Type.Optional(Type.String({ maxLength: 30 })),
  last_name: Type.Optional(Type.String({ maxLength: 30 })),
  locale: Type.Optional(Type.String({ enum: [...locales] })),
});
