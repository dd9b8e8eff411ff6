import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { ContactsModule } from '../contacts/index.js';
import { WebhooksApiModule } from '../webhooks/index.js';
import { AppointmentDecisions } from './appointments/appointment-decisions.service.js';
import { AppointmentFieldsResolver } from './appointments/appointment-fields.resolver.js';
import { AppointmentJournal } from './appointments/appointment-journal.js';
import { AppointmentLists } from './appointments/appointment-lists.js';
import { AppointmentSubjects } from './appointments/appointment-subjects.js';
import { AppointmentWritesResolver } from './appointments/appointment-writes.resolver.js';
import { AppointmentsResolver } from './appointments/appointments.resolver.js';
import { AppointmentsService } from './appointments/appointments.service.js';
import { CallAppointmentsResolver } from './appointments/call-appointments.resolver.js';
import { AppointmentsLiveResolver } from './appointments/live/appointments-live.resolver.js';
import { LiveAppointments } from './appointments/live/live-appointments.js';
import { AppointmentLoaders } from './appointments/reading/appointment-loaders.js';
import { AppointmentReader } from './appointments/reading/appointment-reader.js';
import { AvailabilityResolver } from './availability/availability.resolver.js';
import { FreeTimes } from './availability/free-times.service.js';
import { CalendarModule } from './calendar.module.js';
import { ContactMemberResolver } from './members/contact-member.resolver.js';
import { EventTypeChoice } from './event-types/event-type-choice.service.js';
import { EventTypesResolver } from './event-types/event-types.resolver.js';
import { AppointmentChanges } from './rest/appointment-changes.js';
import { AppointmentPairs } from './rest/appointment-pairs.js';
import { AvailabilityPairs } from './rest/availability-pairs.js';
import { BookingPairs } from './rest/booking-pairs.js';
import { CalComBookings } from './rest/calcom-bookings.js';
import { CalIntegrationController } from './rest/cal-integration.controller.js';
import { RestAppointments } from './rest/rest-appointments.js';
import { UserPairs } from './rest/user-pairs.js';
import { VapiEntrance } from './rest/vapi-entrance.js';
import { CalendarSyncResolver } from './sync/report/calendar-sync.resolver.js';

const reading = [AppointmentReader, AppointmentLoaders, AppointmentLists, LiveAppointments];
const writing = [AppointmentSubjects, AppointmentJournal, AppointmentsService, AppointmentDecisions];
const appointments = [
  AppointmentsResolver,
  AppointmentWritesResolver,
  AppointmentFieldsResolver,
  AppointmentsLiveResolver,
  CallAppointmentsResolver,
];
const times = [FreeTimes, AvailabilityResolver, EventTypeChoice, EventTypesResolver];
const pairs = [AppointmentPairs, UserPairs, AvailabilityPairs, BookingPairs];
const rest = [...pairs, AppointmentChanges, RestAppointments, CalComBookings, VapiEntrance];

/** The calendar over GraphQL and REST. */
@Module({
  imports: [AccountsModule, ContactsModule, WebhooksApiModule, CalendarModule],
  controllers: [CalIntegrationController],
  providers: [...reading, ...writing, ...appointments, ...times, ...rest, ContactMemberResolver, CalendarSyncResolver],
})
export class CalendarApiModule {}
