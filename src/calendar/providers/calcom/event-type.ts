import { z } from 'zod';
import { dataOf, flag, optionalNumber, optionalText } from './reply-fields.js';

/** What the event type asks of the attendee. */
export interface CalComField {
  /** What answers go by. */
  readonly slug: string;
  /** name, email, phone, text, textarea, number, select, multiselect, radio, checkbox, boolean, address… */
  readonly type: string;
  readonly label: string | null;
  readonly required: boolean;
  readonly hidden: boolean;
  /** Whether it is Cal.com’s own (name, e-mail, location, notes, guests…) and not one of the event type. */
  readonly isDefault: boolean;
  /** The only answers that are taken; empty where any is. */
  readonly options: readonly string[];
}

export interface CalComRecurrence {
  readonly interval: number;
  readonly occurrences: number;
  /** yearly, monthly, weekly */
  readonly frequency: string;
}

/** A kind of appointment. */
export interface CalComEventType {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  readonly lengthInMinutes: number;
  /** Empty where there is one length only. */
  readonly lengthOptions: readonly number[];
  /** address, phone, attendeePhone, integration…: where it may take place. */
  readonly locationTypes: readonly string[];
  readonly fields: readonly CalComField[];
  readonly minimumNoticeMinutes: number;
  readonly scheduleId: number | null;
  readonly recurrence: CalComRecurrence | null;
  readonly seatsPerSlot: number | null;
  /** Bookings begin as pending; for some event types only where they are at short notice. */
  readonly needsConfirmation: boolean;
  readonly hidden: boolean;
  readonly ownerId: number | null;
  readonly teamId: number | null;
  /** collective, roundRobin or managed, of a team’s event type. */
  readonly schedulingType: string | null;
  /** In the currency’s minor unit; 0 is free. */
  readonly price: number;
  readonly currency: string | null;
  readonly bookingUrl: string | null;
}

const field = z
  .object({
    slug: z.string().min(1),
    type: z.string(),
    label: optionalText,
    required: flag,
    hidden: flag,
    isDefault: flag,
    options: z
      .array(z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)]))
      .nullish()
      .catch(null),
  })
  .transform(({ options, ...rest }): CalComField => ({ ...rest, options: options ?? [] }));

const recurrence = z
  .object({ interval: z.number(), occurrences: z.number(), frequency: z.string() })
  .nullish()
  .catch(null);
const seats = z.object({ seatsPerTimeSlot: optionalNumber }).nullish().catch(null);
/** `{ disabled: true }` stands for none. */
const confirmationPolicy = z.object({ disabled: flag }).nullish().catch(null);
/** Fields that we do not know how to read cannot be asked for anyway. */
const readable = <T extends z.ZodType>(schema: T) =>
  z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((rows) => (rows ?? []).flatMap((row) => schema.safeParse(row).data ?? []));

const eventTypeSchema = z
  .object({
    id: z.number(),
    slug: z.string(),
    title: z.string(),
    description: optionalText,
    lengthInMinutes: z.number(),
    lengthInMinutesOptions: z.array(z.number()).nullish().catch(null),
    locations: readable(z.object({ type: z.string() })),
    bookingFields: readable(field),
    minimumBookingNotice: optionalNumber,
    scheduleId: optionalNumber,
    recurrence,
    seats,
    seatsPerTimeSlot: optionalNumber,
    confirmationPolicy,
    hidden: flag,
    ownerId: optionalNumber,
    teamId: optionalNumber,
    schedulingType: optionalText,
    price: optionalNumber,
    currency: optionalText,
    bookingUrl: optionalText,
  })
  .transform(({ lengthInMinutesOptions, locations, bookingFields, minimumBookingNotice, ...type }): CalComEventType => {
    const { seats, seatsPerTimeSlot, confirmationPolicy, recurrence, price, ...rest } = type;
    return {
      ...rest,
      lengthOptions: lengthInMinutesOptions ?? [],
      locationTypes: locations.map((location) => location.type),
      fields: bookingFields,
      minimumNoticeMinutes: minimumBookingNotice ?? 0,
      recurrence: recurrence ?? null,
      seatsPerSlot: seats?.seatsPerTimeSlot ?? seatsPerTimeSlot,
      needsConfirmation: confirmationPolicy ? !confirmationPolicy.disabled : false,
      price: price ?? 0,
    };
  });

export const eventTypeReply = dataOf(eventTypeSchema);
export const eventTypesReply = dataOf(z.array(eventTypeSchema));

export const teamsReply = dataOf(z.array(z.object({ id: z.number() })));
