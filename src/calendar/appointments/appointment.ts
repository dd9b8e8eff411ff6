export const appointmentStatuses = ['PENDING', 'ACCEPTED', 'CANCELLED', 'REJECTED'] as const;
/** As clients know it; `vendorStatus` keeps what the calendar called it. */
export type AppointmentStatus = (typeof appointmentStatuses)[number];

export const calendarProviders = ['CAL_COM', 'GOOGLE_VIA_VAPI'] as const;
export type CalendarProvider = (typeof calendarProviders)[number];

/** Who comes; the first one booked. */
export interface Attendee {
  name: string;
  email: string | null;
  /** IANA. */
  timeZone: string | null;
  /** E.164. */
  phoneNumber: string | null;
  absent: boolean;
  /** Of a seated booking, by which this seat alone is moved or cancelled. It is a secret, like `calUid`. */
  seatUid: string | null;
}

/** What a calendar says of an appointment. */
export interface AppointmentFacts {
  /** The calendar's id. Whoever knows it can cancel the booking: https://cal.com/docs/api-reference/v2/bookings/cancel-a-booking */
  calUid: string;
  calId: number | null;
  eventTypeId: number | null;
  title: string;
  description: string | null;
  start: Date;
  end: Date;
  location: string | null;
  status: AppointmentStatus;
  vendorStatus: string;
  noShow: boolean;
  organizerId: number | null;
  organizerName: string;
  organizerEmail: string | null;
  attendees: readonly Attendee[];
  responses: Readonly<Record<string, unknown>>;
  metadata: Readonly<Record<string, unknown>>;
  cancellationReason: string | null;
  /** Several people book places in it, one by one. */
  seated: boolean;
  /** What the occurrences of a recurring booking have in common. */
  seriesUid: string | null;
  icalUid: string | null;
  rescheduledFromUid: string | null;
  rescheduledToUid: string | null;
  createdAt: Date;
  /** When it last changed there, as far as the calendar tells. */
  sourceUpdatedAt: Date | null;
}

/** What only this server knows of an appointment. */
export interface AppointmentLinks {
  callId: string | null;
  contactId: string | null;
  /** The attempt by which it was booked here. */
  attemptId: string | null;
  notes: string | null;
}

/** An appointment as it stands in the table. */
export interface Appointment extends AppointmentFacts, AppointmentLinks {
  [column: string]: unknown;
  id: string;
  workspaceId: string;
  provider: CalendarProvider;
  /** The account that it is read from; null for one that is read no more, since the person in it was erased. */
  accountId: string | null;
  paid: boolean;
  paymentId: string | null;
  /** The same for all appointments that one was moved to. */
  chainId: string;
  /** When the calendar was asked for what stands here; null where only an event has told it. */
  lastSeenAt: Date | null;
  /** When the event was sent that told what stands here, where the calendar could not be asked. */
  toldAt: Date | null;
  /** When the calendar first did not know it. */
  missedAt: Date | null;
  /** When it was found to be gone from the calendar. */
  deletedAt: Date | null;
  updatedAt: Date;
}

/** Whether somebody can still come to it. */
export function isOpen({ status, deletedAt }: Pick<Appointment, 'status' | 'deletedAt'>): boolean {
  return deletedAt === null && (status === 'PENDING' || status === 'ACCEPTED');
}
