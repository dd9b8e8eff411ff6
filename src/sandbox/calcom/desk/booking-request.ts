import { z } from 'zod';
import type { StandInEventType } from '../event-type.js';
import { isTimeZone } from '../slots/zone.js';

const languages: ReadonlySet<string> = new Set(
  (
    'ar az bg bn ca cs da de el en es es-419 et eu fi fr he hr hu id it iw ja km ko lv nl no pl pt pt-BR ro ru sk sr sv ' +
    'ta th tr uk vi zh-CN zh-TW'
  ).split(' '),
);

const zone = z.string('timeZone must be a string').refine(isTimeZone, 'timeZone must be a valid IANA time-zone');
const instant = z
  .string('start must be a string')
  .refine((text) => isoInstant(text) !== null, 'start must be a valid ISO 8601 date string');

const attendee = z
  .object({
    name: z.string('name must be a string').min(1, 'name should not be empty'),
    timeZone: zone,
    email: z.email('email must be an email').optional(),
    phoneNumber: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, 'phoneNumber must be a valid phone number in E.164 format')
      .optional(),
    language: z
      .string()
      .refine((code) => languages.has(code), 'language must be one of the supported ones')
      .optional(),
  })
  .refine(({ email, phoneNumber }) => (email ?? phoneNumber) !== undefined, {
    error: 'either email or phoneNumber must be provided',
  });

const metadata = z
  .record(z.string().max(40, 'metadata keys must be at most 40 characters long'), z.unknown())
  .refine((values) => Object.keys(values).length <= 50, 'metadata must have at most 50 keys')
  .refine(
    (values) => Object.values(values).every((value) => typeof value !== 'string' || value.length <= 500),
    'metadata values must be at most 500 characters long',
  );

/** The body of `POST /v2/bookings`, of version 2024-08-13 and of what has come since. */
export const bookingRequest = z.object({
  start: instant,
  attendee,
  eventTypeId: z.int('eventTypeId must be a number').optional(),
  eventTypeSlug: z.string().optional(),
  username: z.string().optional(),
  teamSlug: z.string().optional(),
  organizationSlug: z.string().optional(),
  guests: z.array(z.email('each value in guests must be an email')).optional(),
  location: z
    .object({
      type: z.string(),
      address: z.string().optional(),
      phone: z.string().optional(),
      integration: z.string().optional(),
      location: z.string().optional(),
    })
    .optional(),
  meetingUrl: z.string().optional(),
  lengthInMinutes: z.int('lengthInMinutes must be a number').optional(),
  bookingFieldsResponses: z.record(z.string(), z.unknown()).optional(),
  metadata: metadata.optional(),
  recurrenceCount: z.int('recurrenceCount must be a number').min(1).optional(),
});
export type BookingRequest = z.infer<typeof bookingRequest>;

/** UTC, whatever offset it was written with; a bare local time is read as UTC. */
export function isoInstant(text: string): number | null {
  const [, date, time = 'T00:00:00', offset = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  if (date === undefined) return null;
  const parsed = Date.parse(`${date}${time}${offset}`);
  // 31 February is not the 3rd of March.
  return Number.isNaN(parsed) || !isDate(date) ? null : parsed;
}

/** Whom the webhooks and the API name where only a telephone number was given. */
export function emailOf({ email, phoneNumber = '' }: BookingRequest['attendee']): string {
  return email ?? `${phoneNumber.replace(/\D/g, '')}@sms.cal.com`;
}

/** What is wrong with the answers to the event type's own questions. */
export function fieldFaults({ id, bookingFields = [] }: StandInEventType, answers: Record<string, unknown>): string[] {
  return bookingFields.flatMap(({ slug, type, required, options }) => {
    const answer = answers[slug];
    if (answer === undefined || answer === null || answer === '') {
      const missing = `Missing required booking field response: '${slug}' - it is required by the event type booking fields, but missing in the bookingFieldsResponses. You can fetch the event type with ID ${id} to see the required fields.`;
      return required ? [missing] : [];
    }
    const expected = type === 'number' || type === 'boolean' ? type : 'string';
    if (typeof answer !== expected) {
      return [
        `Invalid type for booking field '${slug}'. Expected type ${expected} (compatible with field type '${type}'), but received ${typeof answer}.`,
      ];
    }
    return options && !options.some((option) => option === answer)
      ? [
          `Invalid option ${JSON.stringify(answer)} for booking field '${slug}'. Allowed options are: ${options.join(', ')}.`,
        ]
      : [];
  });
}

function isDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
