import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { AvailableSlotType } from '../../availability/graphql/available-slot.type.js';
import { AppointmentType } from './appointment.type.js';

@ObjectType('SlotTaken', { description: 'Nothing was booked or moved, since the time is not free.' })
export class SlotTakenType {
  @Field(() => String, { description: 'Why, in the reader’s language.' })
  message!: string;

  @Field(() => [AvailableSlotType], { description: 'The nearest free times, at most three, in the order of time.' })
  alternatives!: AvailableSlotType[];
}

export type BookingResult = AppointmentType | SlotTakenType;

export function isSlotTaken(result: BookingResult): result is SlotTakenType {
  return 'alternatives' in result;
}

const resolveType = (result: BookingResult) => (isSlotTaken(result) ? SlotTakenType : AppointmentType);

export const BookAppointmentResult = createUnionType({
  name: 'BookAppointmentResult',
  description: 'The appointment, or why it cannot be then.',
  types: () => [AppointmentType, SlotTakenType] as const,
  resolveType,
});

export const RescheduleAppointmentResult = createUnionType({
  name: 'RescheduleAppointmentResult',
  description: 'The appointment at its new time, or why it cannot be then.',
  types: () => [AppointmentType, SlotTakenType] as const,
  resolveType,
});
