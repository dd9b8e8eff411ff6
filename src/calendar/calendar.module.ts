import './calendar.personal-data.js';
import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/index.js';
import { VoiceModule } from '../voice/index.js';
import { CalendarAccounts } from './accounts/calendar-accounts.service.js';
import { AppointmentRecorder } from './appointments/appointment-recorder.js';
import { Availability } from './availability/availability.service.js';
import { ReleaseHolds } from './availability/release-holds.js';
import { SlotHolds } from './availability/slot-holds.repository.js';
import { BookingAttempts } from './bookings/booking-attempts.repository.js';
import { BookingDesk } from './bookings/booking-desk.js';
import { ExactlyOnceBooking } from './bookings/exactly-once-booking.js';
import { AssistantEventTypes } from './event-types/assistant-event-types.repository.js';
import { EventTypes } from './event-types/event-types.service.js';
import { OpeningHours } from './event-types/opening-hours.service.js';
import { CalendarMemberRepository } from './members/calendar-members.repository.js';
import { CalendarMembers } from './members/calendar-members.service.js';
import { CalendarChecks } from './diagnosis/calendar-checks.js';
import { WebhookOfAccount } from './diagnosis/webhook-of-account.js';
import { WebhookRepairs } from './diagnosis/webhook-repairs.js';
import { MemberLinker } from './members/member-linker.service.js';
import { MemberLinks } from './members/member-links.service.js';
import { GoogleAppointments } from './google/google-appointments.repository.js';
import { GoogleEventCreated } from './google/google-event-created.js';
import { AppointmentCancelTool } from './tools/appointment-cancel.tool.js';
import { AppointmentCreateTool } from './tools/appointment-create.tool.js';
import { AppointmentReadTool } from './tools/appointment-read.tool.js';
import { AppointmentUpdateTool } from './tools/appointment-update.tool.js';
import { AvailabilityReadTool } from './tools/availability-read.tool.js';
import { CalComWebhook } from './providers/calcom/calcom.webhook.js';
import { HintReader } from './sync/hints/hint-reader.js';
import { HintRecorder } from './sync/hints/hint-recorder.js';
import { LookAgain } from './sync/hints/look-again.js';
import { AccountStates } from './sync/recording/account-states.repository.js';
import { AttemptLinks } from './sync/recording/attempt-links.js';
import { BookingOwners } from './sync/recording/booking-owners.js';
import { BookingRecorder } from './sync/recording/booking-recorder.js';
import { SyncCounts } from './sync/recording/sync-counts.repository.js';
import { SyncReportRepository } from './sync/report/sync-report.repository.js';
import { SyncReports } from './sync/report/sync-report.service.js';
import { CallerIdentity } from './tools/caller.js';
import { CallersAppointments } from './tools/callers-appointments.js';
import { Conversations } from './tools/conversation.js';
import { OwnAppointmentsFinder } from './tools/own-appointments.js';
import { CallerProfiles } from './tools/users/caller-profiles.js';
import { UserCreateTool } from './tools/users/user-create.tool.js';
import { UserReadTool } from './tools/users/user-read.tool.js';
import { UserUpdateTool } from './tools/users/user-update.tool.js';

const bookings = [BookingAttempts, ExactlyOnceBooking, BookingDesk, AppointmentRecorder];
const times = [SlotHolds, Availability, ReleaseHolds, AssistantEventTypes, EventTypes, OpeningHours];
const members = [CalendarMemberRepository, MemberLinks, MemberLinker, CalendarMembers];
const google = [GoogleAppointments, GoogleEventCreated];
const recording = [AccountStates, AttemptLinks, BookingOwners, BookingRecorder, SyncCounts];
const sync = [...recording, HintReader, HintRecorder, LookAgain, CalComWebhook, SyncReportRepository, SyncReports];
const users = [CallerProfiles, UserReadTool, UserCreateTool, UserUpdateTool];
const diagnosis = [WebhookOfAccount, CalendarChecks, WebhookRepairs];
const tools = [
  Conversations,
  CallerIdentity,
  CallersAppointments,
  OwnAppointmentsFinder,
  AvailabilityReadTool,
  AppointmentCreateTool,
  AppointmentReadTool,
  AppointmentUpdateTool,
  AppointmentCancelTool,
];

/** Appointments: what is free, what is booked, and that both are true. */
@Module({
  imports: [ContactsModule, VoiceModule],
  providers: [
    CalendarAccounts,
    ...bookings,
    ...times,
    ...google,
    ...sync,
    ...members,
    ...users,
    ...tools,
    ...diagnosis,
  ],
  exports: [CalendarAccounts, ...bookings, ...times, ...recording, LookAgain, SyncReports, ...members],
})
export class CalendarModule {}
