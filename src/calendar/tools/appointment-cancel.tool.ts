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
import type { Appointment } from '../appointments/appointment.js';
import { BookingDesk, type Reached } from '../bookings/booking-desk.js';
import { sayMoment } from '../speech/say-moment.js';
import { seatOf } from './callers-appointments.js';
import { chooseAppointment } from './choose-appointment.js';
import { Conversations, Say, type Conversation } from './conversation.js';
import { OwnAppointmentsFinder } from './own-appointments.js';
import { sayRefusal } from './say-refusal.js';
import { sentences } from './sentences.js';
import { spokenText } from './spoken-arguments.js';

const input = z.looseObject({
  appointmentId: spokenText(100).describe(
    'Which appointment: its reference from appointment_read, or its day in the caller’s words. Leave out when there is only one.',
  ),
  reason: spokenText(300).describe('Why, if the caller says so.'),
});
type Asked = z.output<typeof input>;

type Outcome = Say | { reached: Reached; appointment: Appointment; talk: Conversation };

/** Cal.com wants a reason; callers need not give one. */
const noReason = { en: 'Cancelled by phone', fr: 'Annulé par téléphone' };

/** Cancels one of a caller's own appointments. */
@VoiceTool({
  name: 'appointment_cancel',
  label: { en: 'Cancel an appointment', fr: 'Annuler un rendez-vous' },
  description:
    'Cancels one of the caller’s own appointments. Ask the caller to confirm before you use it. When it asks which one is ' +
    'meant, ask the caller. Say what it answers.',
  input,
})
export class AppointmentCancelTool implements VoiceToolContract<Asked, Outcome> {
  constructor(
    private readonly conversations: Conversations,
    private readonly own: OwnAppointmentsFinder,
    private readonly desk: BookingDesk,
    private readonly calls: CallRecorder,
  ) {}

  async act(ctx: RequestContext, asked: Asked, invocation: ToolInvocation): Promise<Outcome> {
    const talk = await this.conversations.open(ctx, invocation);
    if (talk instanceof Say) return talk;
    const { who, appointments } = await this.own.find(ctx, invocation);
    const appointment = chooseAppointment(asked.appointmentId, appointments, talk);
    if (appointment instanceof Say) return appointment;
    if (appointment.provider !== 'CAL_COM') return new Say(sentences.elsewhere);
    const reason = asked.reason ?? inLocale(noReason, ctx.locale);
    const change = { kind: 'cancel' as const, appointment, reason, seatUid: seatOf(appointment, who) };
    try {
      const result = await this.desk.change(ctx, talk.account, { change });
      if (result.kind === 'taken') throw new Error('A cancellation wants no slot.');
      return { reached: result, appointment, talk };
    } catch (error) {
      return sayRefusal(error);
    }
  }

  async run(tx: RequestContext, _asked: Asked, invocation: ActedInvocation<Outcome>): Promise<string> {
    const { outcome } = invocation;
    if (outcome instanceof Say) return inLocale(outcome.text, tx.locale);
    await this.calls.record(tx, [invocation.facts]);
    await this.desk.record(tx, outcome.reached);
    return inLocale(cancelled(outcome.appointment, outcome.talk), tx.locale);
  }
}

function cancelled({ start }: Appointment, { now, timeZone }: Conversation): LocalizedText {
  const at = (locale: 'en' | 'fr') => sayMoment(start, { timeZone, now, locale });
  return {
    en: `Your appointment of ${at('en')} is cancelled.`,
    fr: `Votre rendez-vous (${at('fr')}) est annulé.`,
  };
}
