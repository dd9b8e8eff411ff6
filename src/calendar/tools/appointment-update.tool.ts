import { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import { inLocale, type LocalizedText } from '../../kernel/errors/index.js';
import {
  CallRecorder,
  VoiceTool,
  type ActedInvocation,
  type ToolInvocation,
  type VoiceToolContract,
} from '../../voice/index.js';
import { AppointmentRecorder } from '../appointments/appointment-recorder.js';
import type { Appointment } from '../appointments/appointment.js';
import { BookingDesk, type Reached } from '../bookings/booking-desk.js';
import { EventTypes } from '../event-types/event-types.service.js';
import { sayMoment } from '../speech/say-moment.js';
import { seatOf } from './callers-appointments.js';
import { chooseAppointment } from './choose-appointment.js';
import { Conversations, Say, type Conversation } from './conversation.js';
import { OwnAppointmentsFinder, type OwnAppointments } from './own-appointments.js';
import { checkEnd, readSlot } from './read-slot.js';
import { saidTaken } from './said-slots.js';
import { sayRefusal } from './say-refusal.js';
import { sentences } from './sentences.js';
import { spokenText } from './spoken-arguments.js';

const input = z.looseObject({
  appointmentId: spokenText(100).describe(
    'Which appointment: its reference from appointment_read, or its day in the caller’s words. Leave out when there is only one.',
  ),
  start: spokenText(200).describe(
    'The new day and time, in the caller’s own words. Leave out to change the notes only.',
  ),
  end: spokenText(200).describe('Not needed: every kind of appointment has its length.'),
  notes: spokenText(500).describe('Wishes and remarks of the caller; they replace the old ones.'),
});
type Asked = z.output<typeof input>;

interface Moved {
  talk: Conversation;
  reached: Reached;
}

type Outcome = Say | Moved | { appointment: Appointment };

/** Moves one of a caller's own appointments, or changes what is noted with it. */
@VoiceTool({
  name: 'appointment_update',
  label: { en: 'Move an appointment', fr: 'Déplacer un rendez-vous' },
  description:
    'Moves one of the caller’s own appointments to another time, or changes its notes. Give the new day and time in the ' +
    'caller’s own words. When it asks something back, ask the caller. When the new time is taken it offers others and nothing ' +
    'is changed. Say what it answers.',
  input,
})
export class AppointmentUpdateTool implements VoiceToolContract<Asked, Outcome> {
  constructor(
    private readonly conversations: Conversations,
    private readonly own: OwnAppointmentsFinder,
    private readonly eventTypes: EventTypes,
    private readonly desk: BookingDesk,
    private readonly recorder: AppointmentRecorder,
    private readonly calls: CallRecorder,
  ) {}

  async act(ctx: RequestContext, asked: Asked, invocation: ToolInvocation): Promise<Outcome> {
    const talk = await this.conversations.open(ctx, invocation);
    if (talk instanceof Say) return talk;
    const mine = await this.own.find(ctx, invocation);
    const appointment = chooseAppointment(asked.appointmentId, mine.appointments, talk);
    if (appointment instanceof Say) return appointment;
    if (asked.start === undefined)
      return asked.notes === undefined ? new Say(sentences.nothingToChange) : { appointment };
    if (appointment.provider !== 'CAL_COM') return new Say(sentences.elsewhere);
    return this.move(ctx, asked, { talk, mine, appointment });
  }

  async run(tx: RequestContext, { notes }: Asked, invocation: ActedInvocation<Outcome>): Promise<string> {
    const { outcome } = invocation;
    if (outcome instanceof Say) return inLocale(outcome.text, tx.locale);
    if ('appointment' in outcome) {
      await this.recorder.note(tx, outcome.appointment.calUid, notes ?? null);
      return inLocale(sentences.notesKept, tx.locale);
    }
    const callId = (await this.calls.record(tx, [invocation.facts])).get(invocation.callKey) ?? null;
    const appointment = await this.desk.record(tx, outcome.reached, { callId, ...(notes !== undefined && { notes }) });
    return inLocale(moved(appointment, outcome.talk), tx.locale);
  }

  private async move(ctx: RequestContext, asked: Asked, { talk, mine, appointment }: Moving): Promise<Outcome> {
    const { account, timeZone, callKey, now } = talk;
    try {
      const eventType = await this.eventTypes.require(account, appointment.eventTypeId ?? 0);
      const start = readSlot(asked.start, eventType, talk);
      if (start instanceof Say) return start;
      const wrongEnd = checkEnd(start, asked.end, talk);
      if (wrongEnd) return wrongEnd;
      const change = { kind: 'move' as const, appointment, start, seatUid: seatOf(appointment, mine.who) };
      const result = await this.desk.change(ctx, account, {
        change,
        wanted: { eventType, start, timeZone, callKey, now },
      });
      return result.kind === 'taken' ? new Say(saidTaken(result.alternatives, talk)) : { talk, reached: result };
    } catch (error) {
      return sayRefusal(error);
    }
  }
}

interface Moving {
  talk: Conversation;
  mine: OwnAppointments;
  appointment: Appointment;
}

function moved({ start, status }: Appointment, { now, timeZone }: Conversation): LocalizedText {
  const at = (locale: 'en' | 'fr') => sayMoment(start, { timeZone, now, locale });
  if (status === 'PENDING') {
    return {
      en: `Your appointment is moved to ${at('en')}; it still has to be confirmed.`,
      fr: `Votre rendez-vous est déplacé : ${at('fr')}, sous réserve de confirmation.`,
    };
  }
  return { en: `Your appointment is moved to ${at('en')}.`, fr: `Votre rendez-vous est déplacé : ${at('fr')}.` };
}
