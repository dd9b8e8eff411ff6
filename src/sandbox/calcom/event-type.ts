/** Whoever, or whatever, an appointment is with: a person, a table. */
export interface StandInHost {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly username: string;
  readonly timeZone: string;
}

export type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** Hours of the wall clock, `HH:MM`; `24:00` is the end of the day. */
export interface OpeningHours {
  readonly days: readonly Weekday[];
  readonly startTime: string;
  readonly endTime: string;
}

/** A day that is unlike others; the same time twice closes it. */
export interface ScheduleOverride {
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
}

export interface StandInSchedule {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
  readonly availability: readonly OpeningHours[];
  readonly overrides: readonly ScheduleOverride[];
}

export type BookingFieldType = 'text' | 'textarea' | 'number' | 'boolean' | 'phone' | 'select' | 'radio';

/** A question to whoever books. */
export interface StandInBookingField {
  readonly type: BookingFieldType;
  readonly slug: string;
  readonly label: string;
  readonly required: boolean;
  readonly options?: readonly string[] | undefined;
}

export type StandInLocation =
  | { readonly type: 'address'; readonly address: string; readonly public: boolean }
  | { readonly type: 'attendeePhone' }
  | { readonly type: 'integration'; readonly integration: 'cal-video' | 'google-meet' | 'zoom' };

export interface Recurrence {
  readonly interval: number;
  readonly occurrences: number;
  readonly frequency: 'weekly' | 'monthly';
}

/** What can be booked, and how. All that is left out is off, as it is in a new event type of Cal.com. */
export interface StandInEventType {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  /** What its bookings are called, with `{Event type title}`, `{Organiser}` and `{Scheduler}` in it. */
  readonly customName?: string | undefined;
  readonly description: string;
  readonly lengthInMinutes: number;
  /** Several lengths to choose from; `lengthInMinutes` is the one that is taken where none is asked for. */
  readonly lengthInMinutesOptions?: readonly number[] | undefined;
  /** One, or several of which the first free one is booked. */
  readonly hosts: readonly [StandInHost, ...StandInHost[]];
  readonly schedule: StandInSchedule;
  readonly bookingFields?: readonly StandInBookingField[] | undefined;
  readonly locations?: readonly StandInLocation[] | undefined;
  /** From one start to the next; the length where it is left out. */
  readonly slotInterval?: number | undefined;
  readonly minimumBookingNotice?: number | undefined;
  /** How many days ahead can be booked. */
  readonly bookingWindowDays?: number | undefined;
  readonly beforeEventBuffer?: number | undefined;
  readonly afterEventBuffer?: number | undefined;
  readonly seatsPerTimeSlot?: number | undefined;
  readonly recurrence?: Recurrence | undefined;
  readonly requiresConfirmation?: boolean | undefined;
  /** Whether a booking that waits for confirmation keeps its time from others. Cal.com's default is no. */
  readonly blocksUnconfirmed?: boolean | undefined;
  /** In minor units of the currency; 0 is free. */
  readonly price?: number | undefined;
  readonly currency?: string | undefined;
  readonly disableCancelling?: boolean | undefined;
  readonly disableRescheduling?: boolean | undefined;
  readonly hidden?: boolean | undefined;
}
