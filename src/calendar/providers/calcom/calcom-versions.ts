/**
 * What `cal-api-version` has to say, by resource. Without it, or with another value, Cal.com answers in shapes of April 2024
 * and does not know half of the routes: https://cal.com/docs/api-reference/v2/introduction
 */
const versions: readonly (readonly [resource: string, version: string])[] = [
  ['/v2/bookings', '2024-08-13'],
  ['/v2/slots', '2024-09-04'],
  ['/v2/event-types', '2024-06-14'],
  ['/v2/schedules', '2024-06-11'],
];

/** The version that requests to this path are sent with; undefined where Cal.com does not ask for one. */
export function calComVersion(path: string): string | undefined {
  return versions.find(([resource]) => path === resource || path.startsWith(`${resource}/`))?.[1];
}
