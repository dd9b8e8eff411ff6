import { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import { inLocale, type LocalizedText } from '../../kernel/errors/index.js';
import { HttpFailure } from '../../kernel/http/index.js';
import { VoiceTool, type ActedInvocation, type ToolInvocation, type VoiceToolContract } from '../../voice/index.js';
import { Availability, type FreeSlot } from '../availability/availability.service.js';
import type { CalComEventType } from '../providers/calcom/event-type.js';
import type { ReadMoment } from '../speech/read-moment.js';
import { sayMoment } from '../speech/say-moment.js';
import { chooseEventType } from './choose-event-type.js';
import { Conversations, Say, type Conversation } from './conversation.js';
import { dateIn, daysWindow, dayWindow, isInPart, type DayPart, type TimeWindow } from './day-window.js';
import { readMomentAsked } from './read-moment-asked.js';
import { saidSlots } from './said-slots.js';
import { sentences } from './sentences.js';
import { spokenEventType, spokenText } from './spoken-arguments.js';

const input = z.looseObject({
  eventTypeId: spokenEventType,
  userId: spokenText(100).describe('Not needed.'),
  date: spokenText(200).describe(
    'The day, with the time if the caller wants a certain one, in the caller’s own words: "demain à 14h", "mardi prochain", "the day after tomorrow".',
  ),
  time: spokenText(60).describe('The time, if it is not part of date.'),
});
type Asked = z.output<typeof input>;

/** What is free when, and which slot is kept for the caller meanwhile. */
interface Found {
  say: LocalizedText;
  hold?: { eventType: CalComEventType; start: Date } | undefined;
}

const mostOffered = 5;
const withinDays = 7;

/** Tells what is free; a slot that the caller names and that is free is kept for the call. */
@VoiceTool({
  name: 'availability_read',
  label: { en: 'Check availability', fr: 'Consulter les disponibilités' },
  description:
    'Tells which times are free for an appointment. Use it before booking, with the day and, where the caller wants a certain ' +
    'time, that time too, in the caller’s own words: it understands "demain à 14h" or "next Tuesday evening". When it asks ' +
    'something back, ask the caller. A free time that was asked for is kept for this caller until the end of the call.',
  input,
})
export class AvailabilityReadTool implements VoiceToolContract<Asked, Found> {
  constructor(
    private readonly conversations: Conversations,
    private readonly availability: Availability,
  ) {}

  async act(ctx: RequestContext, asked: Asked, invocation: ToolInvocation): Promise<Found> {
    const talk = await this.conversations.open(ctx, invocation);
    if (talk instanceof Say) return { say: talk.text };
    const eventType = chooseEventType(asked.eventTypeId, talk.eventTypes);
    if (eventType instanceof Say) return { say: eventType.text };
    const words = [asked.date, asked.time].filter((each) => each !== undefined).join(' ');
    const moment = words === '' ? null : readMomentAsked(words, eventType, talk);
    try {
      return await this.answer(ctx, { talk, eventType, moment });
    } catch (error) {
      if (error instanceof HttpFailure) return { say: sentences.calendarAway };
      throw error;
    }
  }

  async run(tx: RequestContext, _asked: Asked, { callKey, outcome }: ActedInvocation<Found>): Promise<string> {
    const { say, hold } = outcome;
    const kept = hold === undefined || (await this.availability.hold(tx, callKey, hold));
    return inLocale(kept ? say : sentences.notFree, tx.locale);
  }

  private async answer(ctx: RequestContext, question: Question): Promise<Found> {
    const { talk, moment } = question;
    switch (moment?.kind) {
      case 'unclear':
        return { say: moment.question };
      case 'impossible':
        return { say: moment.sentence };
      case 'not_understood':
        return { say: sentences.whichDay };
      case 'instant':
        return moment.start <= talk.now ? { say: sentences.inThePast } : this.at(ctx, question, moment);
      case 'day':
        return this.within(ctx, question, dayWindow(moment.date, talk.timeZone, moment.part));
      case 'range':
        return this.within(ctx, question, { ...daysWindow(moment.from, moment.to, talk.timeZone), part: moment.part });
      case undefined:
        return this.within(ctx, question, aheadOf(talk.now));
    }
  }

  /** A certain time: whether it is free, else what is near it. */
  private async at(
    ctx: RequestContext,
    { talk, eventType }: Question,
    { start, approximate }: { start: Date; approximate: boolean },
  ): Promise<Found> {
    const day = dayWindow(dateIn(start, talk.timeZone), talk.timeZone);
    const free = await this.find(ctx, { talk, eventType }, day);
    const isFree = free.some((slot) => slot.start.getTime() === start.getTime());
    if (isFree && !approximate) return { say: isFreeAt(start, talk), hold: { eventType, start } };
    const near = nearest(free, start);
    if (near.length > 0) return { say: approximate ? offers(near, talk) : notFreeBut(near, talk) };
    const later = await this.availability.alternatives(ctx, talk.account, {
      ...asksFor(talk, eventType),
      wanted: start,
    });
    return { say: later.length > 0 ? notFreeBut(later, talk) : sentences.nothingFree };
  }

  private async within(ctx: RequestContext, { talk, eventType }: Question, window: AskedWindow): Promise<Found> {
    if (window.to <= talk.now) return { say: sentences.inThePast };
    const { part } = window;
    const found = await this.find(ctx, { talk, eventType }, window);
    const free = part ? found.filter(({ start }) => isInPart(start, part, talk.timeZone)) : found;
    if (free.length > 0) return { say: offers(spread(free), talk) };
    const wanted = new Date(Math.max(window.from.getTime(), talk.now.getTime()));
    const later = await this.availability.alternatives(ctx, talk.account, { ...asksFor(talk, eventType), wanted });
    return { say: later.length > 0 ? notFreeBut(later, talk) : sentences.nothingFree };
  }

  private find(
    ctx: RequestContext,
    { talk, eventType }: Pick<Question, 'talk' | 'eventType'>,
    { from, to }: TimeWindow,
  ): Promise<FreeSlot[]> {
    const { timeZone, callKey, now } = talk;
    const begin = new Date(Math.max(from.getTime(), now.getTime()));
    const end = new Date(Math.min(to.getTime(), begin.getTime() + withinDays * 86_400_000));
    return this.availability.find(ctx, talk.account, { eventType, from: begin, to: end, timeZone, callKey });
  }
}

/** Some time, or the same part of each of its days. */
type AskedWindow = TimeWindow & { part?: DayPart | undefined };

interface Question {
  talk: Conversation;
  eventType: CalComEventType;
  moment: ReadMoment | null;
}

function asksFor({ timeZone, callKey, now }: Conversation, eventType: CalComEventType) {
  return { eventType, timeZone, callKey, now };
}

function aheadOf(now: Date): TimeWindow {
  return { from: now, to: new Date(now.getTime() + withinDays * 86_400_000) };
}

function nearest(free: readonly FreeSlot[], wanted: Date): FreeSlot[] {
  const distance = ({ start }: FreeSlot) => Math.abs(start.getTime() - wanted.getTime());
  return [...free]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 3)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** A few over the whole time, the first and the last included, rather than the first few. */
function spread(free: readonly FreeSlot[]): FreeSlot[] {
  if (free.length <= mostOffered) return [...free];
  const step = (free.length - 1) / (mostOffered - 1);
  return Array.from({ length: mostOffered }, (_, index) => free[Math.round(index * step)]).filter(
    (slot) => slot !== undefined,
  );
}

function isFreeAt(start: Date, { now, timeZone }: Conversation): LocalizedText {
  return {
    en: `Yes, ${sayMoment(start, { timeZone, now, locale: 'en' })} is free. Shall I book it?`,
    fr: `Oui, c’est libre ${sayMoment(start, { timeZone, now, locale: 'fr' })}. Je réserve ?`,
  };
}

function offers(slots: readonly FreeSlot[], talk: Conversation): LocalizedText {
  const said = saidSlots(slots, talk);
  return { en: `Free times: ${said.en}.`, fr: `Horaires libres : ${said.fr}.` };
}

function notFreeBut(slots: readonly FreeSlot[], talk: Conversation): LocalizedText {
  const said = saidSlots(slots, talk);
  return {
    en: `That is not free. I can offer ${said.en}.`,
    fr: `Ce n’est pas libre. Je peux vous proposer ${said.fr}.`,
  };
}
