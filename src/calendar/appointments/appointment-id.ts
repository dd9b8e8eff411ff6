import { fromGlobalId, toGlobalId } from '../../kernel/graphql/index.js';
import { AppointmentNotFound } from '../calendar.errors.js';

/** What the ids of appointments start with: `appointment_<uuid>`. */
export const appointmentPrefix = 'appointment';

export function toAppointmentId(id: string): string {
  return toGlobalId(appointmentPrefix, id);
}

/** @throws AppointmentNotFound for what is no id of an appointment. */
export function fromAppointmentId(id: string): string {
  // What was given may be the calendar's id, which is a secret: the error does not repeat it.
  return fromGlobalId(appointmentPrefix, id, () => new AppointmentNotFound());
}
