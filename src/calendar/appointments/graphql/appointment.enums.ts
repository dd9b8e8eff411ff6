import { registerEnumType } from '@nestjs/graphql';
import { appointmentStatuses, calendarProviders } from '../appointment.js';

export const AppointmentStatusEnum = enumOf(appointmentStatuses);
export const CalendarProviderEnum = enumOf(calendarProviders);

registerEnumType(AppointmentStatusEnum, {
  name: 'AppointmentStatus',
  description: 'What has become of an appointment. Whether it is over is told by endTime.',
  valuesMap: {
    PENDING: { description: 'Waits for confirmAppointment or declineAppointment.' },
    CANCELLED: { description: 'Also one that was moved: rescheduledTo is where it went.' },
  },
});
registerEnumType(CalendarProviderEnum, {
  name: 'CalendarProvider',
  description: 'Which calendar keeps an appointment.',
  valuesMap: {
    GOOGLE_VIA_VAPI: {
      description:
        'Vapi booked it in Google Calendar during a call; it is neither followed nor changed from here afterwards.',
    },
  },
});

function enumOf<Value extends string>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value, value]));
}
