import { type Static, Type } from 'typebox';
import type { Artist, ArtistDraft, ArtistFacts, Fit } from '../../modules/festival/types.ts';
import { integerOrNull, pictureAddress, present, textOrNull, textsOrNull } from './festival-requests.ts';
import { closed } from './formats.ts';
import { type Around, commonSent, commonShown, readCommon, showCommon } from './profile-forms.ts';

const facts = {
  description: Type.String(),
  long_description: textOrNull,
  soundcloud_url: textOrNull,
  soundcloud_song_urls: textsOrNull,
  youtube_video_urls: textsOrNull,
  group_size: integerOrNull,
  needs_electricity: Type.Boolean(),
  needs_pa: Type.Boolean(),
  needs_piano: Type.Boolean(),
};

/** An artist as people who are signed in see it. */
export const artist = closed({ ...commonShown, ...facts, picture_url: textOrNull });

export const artistChange = Type.Partial(Type.Object({ ...commonSent, ...facts }), {
  additionalProperties: false,
});

export const newArtist = closed({
  ...artistChange.properties,
  name: commonSent.name,
  genres: commonSent.genres,
  description: facts.description,
});

export function showArtist(one: Artist, fit: Fit | null, around: Around): Static<typeof artist> {
  return {
    ...showCommon({ profile: one, fit }, around),
    description: one.description,
    long_description: one.longDescription,
    soundcloud_url: one.soundcloudUrl,
    soundcloud_song_urls: one.soundcloudSongUrls,
    youtube_video_urls: one.youtubeVideoUrls,
    group_size: one.groupSize,
    needs_electricity: one.needsElectricity,
    needs_pa: one.needsPa,
    needs_piano: one.needsPiano,
    picture_url: pictureAddress('artists', one.pictureId),
  };
}

/** @param zone of local times */
export function readArtistChange(sent: Static<typeof artistChange>, zone: string): Partial<ArtistFacts> {
  return present({
    ...readCommon(sent, zone),
    description: sent.description,
    longDescription: sent.long_description,
    soundcloudUrl: sent.soundcloud_url,
    soundcloudSongUrls: sent.soundcloud_song_urls,
    youtubeVideoUrls: sent.youtube_video_urls,
    groupSize: sent.group_size,
    needsElectricity: sent.needs_electricity,
    needsPa: sent.needs_pa,
    needsPiano: sent.needs_piano,
  });
}

export function readNewArtist(sent: Static<typeof newArtist>, zone: string): ArtistDraft {
  const { name, description, genres } = sent;
  return { ...readArtistChange(sent, zone), name, description, genres };
}
