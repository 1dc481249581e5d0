import { List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/index.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Empty } from '../../ui/States.tsx';
import type { Performance } from './data.ts';
import { drawingOf, type Place } from './map-scale.ts';
import { festivalPaths as paths } from './paths.ts';

type Venue = Performance['venue'];

/** The venues as points on a plain map with a scale, and as a list. */
export function CalendarMap({ performances }: { readonly performances: readonly Performance[] }) {
  const say = useText();
  const venues = [...new Map(performances.map(({ venue }) => [venue.uuid, venue])).values()];
  const placed = venues.flatMap((venue) => {
    const place = placeOf(venue);
    return place ? [{ venue, place }] : [];
  });
  return (
    <>
      {placed.length === 0 ? <Empty>{say('festival.noPlace')}</Empty> : <Drawn placed={placed} />}
      <List mt="md">
        {venues.map(({ uuid, name, address, town }) => (
          <List.Item key={uuid}>
            <LinkTo to={paths.publicVenue(uuid)}>{name}</LinkTo>
            <Text size="sm">
              {address}, {town}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}

function placeOf({ latitude, longitude }: Venue): Place | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function Drawn({ placed }: { readonly placed: readonly { readonly venue: Venue; readonly place: Place }[] }) {
  const say = useText();
  const { width, height, point, scale } = drawingOf(placed.map(({ place }) => place));
  const foot = height - 20;
  return (
    <svg className="festival-map" viewBox={`0 0 ${width} ${height}`}>
      <title>{say('festival.mapTitle')}</title>
      {placed.map(({ venue, place }) => {
        const { x, y } = point(place);
        return (
          <Link key={venue.uuid} to={paths.publicVenue(venue.uuid)} aria-label={venue.name}>
            <circle cx={x} cy={y} r={8} />
            <text x={x} y={y - 14} textAnchor="middle">
              {venue.name}
            </text>
          </Link>
        );
      })}
      <path className="festival-scale" d={`M20 ${foot - 6}V${foot}H${20 + scale.length}V${foot - 6}`} />
      <text x={28 + scale.length} y={foot}>
        {scale.km >= 1 ? `${scale.km} km` : `${Math.round(scale.km * 1000)} m`}
      </text>
    </svg>
  );
}
