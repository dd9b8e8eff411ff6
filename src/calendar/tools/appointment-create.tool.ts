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
import type { SlotOrder } from '../bookings/slot-order.js';
import type { CalComEventType } from '../providers/calcom/event-type.js';
import { readSpokenEmail } from '../speech/spoken-email.js';
import { readSpokenPhone } from '../speech/spoken-phone.js';
import { sayMoment } from '../speech/say-moment.js';
import { answerFields } from './answer-fields.js';
import { CallerIdentity, type Caller } from './caller.js';
import { chooseEventType } from './choose-event-type.js';
import { Conversations, Say, type Conversation } from './conversation.js';
import { checkEnd, readSlot } from './read-slot.js';
import { sayRefusal } from './say-refusal.js';
import { saidTaken } from './said-slots.js';
import { sentences, stillNeeded } from './sentences.js';
import { spokenEventType, spokenText } from './spoken-arguments.js';
import { waitOf } from './wait-of.js';

const input = z.looseObject({
  eventTypeId: spokenEventType,
  start: spokenText(200).describe(
    'Day and time in the caller’s own words: "demain à 14h", "ce soir à 20 heures", "the day after tomorrow at noon".',
  ),
  end: spokenText(200).describe('Not needed: every kind of appointment has its length.'),
  attendeeName: spokenText(120).describe('Name of the person who comes.'),
  attendeeEmail: spokenText(200).describe('E-mail address, if the caller gives one; as it is spoken.'),
  attendeePhoneNumber: spokenText(60).describe('Telephone number, only if it is not the one that is calling.'),
  partySize: spokenText(40).describe('How many people come, where the appointment asks for it.'),
  notes: spokenText(500).describe('Wishes and remarks of the caller.'),
});
type Asked = z.output<typeof input>;

type Outcome = Say | { reached: Reached; talk: Conversation; eventType: CalComEventType; caller: Caller };

/** Books an appointment, once however often it is asked for; where something is missing, it asks. */
@VoiceTool({
  name: 'appointment_create',
  label: { en: 'Book an appointment', fr: 'Prendre un rendez-vous' },
  description:
    'Books an appointment for the caller. Give day and time in the caller’s own words and the name; everything else that the ' +
    'appointment asks for (such as the number of people) as further arguments. When it asks something back, ask the caller and ' +
    'use it again with the answer. When the time is taken it offers others. Say what it answers; it is booked only when it says so.',
  input,
})
export class AppointmentCreateTool implements VoiceToolContract<Asked, Outcome> {
  constructor(
    private readonly conversations: Conversations,
    private readonly callers: CallerIdentity,
    private readonly desk: BookingDesk,
    private readonly calls: CallRecorder,
  ) {}

  async act(ctx: RequestContext, asked: Asked, invocation: ToolInvocation): Promise<Outcome> {
    const talk = await this.conversations.open(ctx, invocation);
    if (talk instanceof Say) return talk;
    const caller = await this.callers.find(ctx, invocation);
    const wish = toOrder(asked, talk, caller);
    if (wish instanceof Say) return wish;
    const { order, eventType } = wish;
    const wanted = { eventType, start: order.start, timeZone: talk.timeZone, callKey: talk.callKey, now: talk.now };
    try {
      const result = await this.desk.book(ctx, talk.account, { order, wanted, wait: waitOf(invocation) });
      return result.kind === 'taken'
        ? new Say(saidTaken(result.alternatives, talk))
        : { reached: result, talk, eventType, caller };
    } catch (error) {
      return sayRefusal(error);
    }
  }

  async run(tx: RequestContext, asked: Asked, invocation: ActedInvocation<Outcome>): Promise<string> {
    const { outcome } = invocation;
    if (outcome instanceof Say) return inLocale(outcome.text, tx.locale);
    const callId = (await this.calls.record(tx, [invocation.facts])).get(invocation.callKey) ?? null;
    const links = { callId, notes: asked.notes ?? null, contactId: knownContact(outcome.caller) };
    const appointment = await this.desk.record(tx, outcome.reached, links);
    return inLocale(booked(appointment, outcome.eventType, outcome.talk), tx.locale);
  }
}

/** Who has no name yet is looked for again with the one that was said. */
function knownContact({ contactId, name }: Caller): string | null {
  return name === null ? null : contactId;
}

interface Wish {
  order: SlotOrder;
  eventType: CalComEventType;
}

/** What is asked for, or the first thing that still has to be asked: what, when, who, and what the event type wants to know. */
function toOrder(asked: Asked, talk: Conversation, caller: Caller): Wish | Say {
  const eventType = chooseEventType(asked.eventTypeId, talk.eventTypes);
  if (eventType instanceof Say) return eventType;
  const start = readSlot(asked.start, eventType, talk);
  if (start instanceof Say) return start;
  const wrongEnd = checkEnd(start, asked.end, talk);
  if (wrongEnd) return wrongEnd;
  const { responses, missing } = answerFields(eventType, asked);
  const booker = toBooker(asked, talk, caller);
  if (booker instanceof Say) return booker;
  if (missing.length > 0) return new Say(stillNeeded(missing));
  const notes = asked.notes !== undefined && takesNotes(eventType) ? { notes: asked.notes } : {};
  const origin = { kind: 'call', callKey: talk.callKey } as const;
  return {
    order: { eventTypeId: eventType.id, start, booker, responses: { ...responses, ...notes }, origin },
    eventType,
  };
}

function toBooker(
  asked: Asked,
  { timeZone, locale: language }: Conversation,
  caller: Caller,
): SlotOrder['booker'] | Say {
  const name = asked.attendeeName ?? caller.name;
  if (!name) return new Say(sentences.whichName);
  const email = asked.attendeeEmail === undefined ? { kind: 'none' as const } : readSpokenEmail(asked.attendeeEmail);
  if (email.kind === 'unclear') return new Say(sentences.spellEmail);
  const phoneNumber = caller.number ?? readSpokenPhone(asked.attendeePhoneNumber ?? '', null) ?? undefined;
  const address = email.kind === 'email' ? email.value : caller.emails[0];
  if (phoneNumber === undefined && address === undefined) return new Say(sentences.howToReach);
  return { name, timeZone: caller.timeZone ?? timeZone, email: address, phoneNumber, language };
}

/** Cal.com's own field for remarks, unless the owner has hidden it. */
function takesNotes({ fields }: CalComEventType): boolean {
  return fields.some(({ slug, hidden }) => slug === 'notes' && !hidden);
}

function booked(
  { start, status, attendees }: Appointment,
  { title }: CalComEventType,
  { now, timeZone }: Conversation,
): LocalizedText {
  const at = (locale: 'en' | 'fr') => sayMoment(start, { timeZone, now, locale });
  const who = attendees[0]?.name ?? '';
  if (status === 'PENDING') {
    return {
      en: `Your request is noted: ${title}, ${at('en')}, in the name of ${who}. You will get a confirmation.`,
      fr: `Votre demande est enregistrée : ${title}, ${at('fr')}, au nom de ${who}. Vous recevrez une confirmation.`,
    };
  }
  return {
    en: `It is booked: ${title}, ${at('en')}, in the name of ${who}.`,
    fr: `C’est réservé : ${title}, ${at('fr')}, au nom de ${who}.`,
  };
}
