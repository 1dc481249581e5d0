import { type Static, Type } from 'typebox';
import type { Fit, Venue, VenueDraft, VenueFacts } from '../../modules/festival/types.ts';
import { integerOrNull, numberOrNull, present, textOrNull } from './festival-requests.ts';
import { closed } from './formats.ts';
import { type Around, commonSent, commonShown, readCommon, showCommon } from './profile-forms.ts';

const facts = {
  description: textOrNull,
  address: Type.String(),
  town: Type.String(),
  district: textOrNull,
  neighbourhood: textOrNull,
  zip_code: textOrNull,
  latitude: numberOrNull,
  longitude: numberOrNull,
  ada: Type.Boolean({ description: 'Accessible' }),
  venue_type: Type.String(),
  rain_option: Type.String(),
  virtual_option: Type.String(),
  alt_venue: textOrNull,
  has_electricity: Type.Boolean(),
  has_pa: Type.Boolean(),
  has_piano: Type.Boolean(),
  capacity: integerOrNull,
  is_indoor: Type.Boolean(),
  access_notes: textOrNull,
};

/** A venue as people who are signed in see it; what is chosen from a list by key. */
export const venue = closed({ ...commonShown, ...facts });

export const venueChange = Type.Partial(Type.Object({ ...commonSent, ...facts }), {
  additionalProperties: false,
});

export const newVenue = closed({
  ...venueChange.properties,
  name: commonSent.name,
  address: facts.address,
  venue_type: facts.venue_type,
  rain_option: facts.rain_option,
  ada: facts.ada,
  neighbourhood: facts.neighbourhood,
});

export function showVenue(one: Venue, fit: Fit | null, around: Around): Static<typeof venue> {
  const common = showCommon({ profile: one, fit }, around);
  return {
    ...common,
    description: one.description,
    address: one.address,
    town: one.town,
    district: one.district,
    neighbourhood: one.neighbourhood,
    zip_code: one.zipCode,
    latitude: one.latitude,
    longitude: one.longitude,
    ada: one.ada,
    venue_type: one.venueType,
    rain_option: one.rainOption,
    virtual_option: one.virtualOption,
    alt_venue: one.altVenue,
    has_electricity: one.hasElectricity,
    has_pa: one.hasPa,
    has_piano: one.hasPiano,
    capacity: one.capacity,
    is_indoor: one.isIndoor,
    access_notes: common.may_change ? one.accessNotes : null,
  };
}

/** @param zone of local times */
export function readVenueChange(sent: Static<typeof venueChange>, zone: string): Partial<VenueFacts> {
  return present({
    ...readCommon(sent, zone),
    description: sent.description,
    address: sent.address,
    town: sent.town,
    district: sent.district,
    neighbourhood: sent.neighbourhood,
    zipCode: sent.zip_code,
    latitude: sent.latitude,
    longitude: sent.longitude,
    ada: sent.ada,
    venueType: sent.venue_type,
    rainOption: sent.rain_option,
    virtualOption: sent.virtual_option,
    altVenue: sent.alt_venue,
    hasElectricity: sent.has_electricity,
    hasPa: sent.has_pa,
    hasPiano: sent.has_piano,
    capacity: sent.capacity,
    isIndoor: sent.is_indoor,
    accessNotes: sent.access_notes,
  });
}

export function readNewVenue(sent: Static<typeof newVenue>, zone: string): VenueDraft {
  return {
    ...readVenueChange(sent, zone),
    name: sent.name,
    address: sent.address,
    venueType: sent.venue_type,
    rainOption: sent.rain_option,
    ada: sent.ada,
    neighbourhood: sent.neighbourhood,
  };
}
