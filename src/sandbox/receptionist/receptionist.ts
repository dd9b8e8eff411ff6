import type { ChatMessage, ModelMove, ModelQuestion } from '../openai/model-script.js';
import { bookingMove } from './booking.js';
import { linesFor, type Lines } from './lines.js';

/**
 * Answers the telephone without a model: by what the caller has said so far it books, takes messages, puts callers through
 * and says goodbye, with the tools that it is offered. What it does not understand it answers with what it can do.
 */
export function receptionist(question: ModelQuestion): ModelMove {
  const lines = linesFor(question.system);
  const [result] = question.results.slice(-1);
  if (result !== undefined) return afterTool(result, lines);
  for (const move of [person, message, ownBooking, goodbye, booking, hours]) {
    const made = move(question, lines);
    if (made !== null) return made;
  }
  return abilities(question, lines);
}

type Move = (question: ModelQuestion, lines: Lines) => ModelMove | null;

const isDone =
  /^(?:C’est réservé|Votre demande est enregistrée|.* est déplacé|.* est annulé)|is booked|has been (?:moved|cancelled)|noté|noted/i;

/** Says what the tool has answered, but for references. */
function afterTool(result: string, lines: Lines): string {
  const told = result.replaceAll(/ \([A-Z]{3}\)/g, '').trim();
  if (told === '') return lines.unable;
  return isDone.test(told) && !told.endsWith('?') ? `${told} ${lines.anythingElse}` : told;
}

const person: Move = ({ said, tools }) =>
  tools.includes('transfer_to_human') &&
  /quelqu.un|un humain|une personne|un responsable|someone|human|a person|manager/i.test(said)
    ? use('transfer_to_human', { reason: said })
    : null;

/** In one breath, or once it has been asked for. */
const message: Move = ({ said, tools, messages }, lines) => {
  if (!tools.includes('leave_message')) return null;
  const asked = /(?:quel|prendre un) message|(?:what|take a) message/i.test(lastSaid(messages, 'assistant'));
  const refuses = /^(?:non|no)\b/i.test(said);
  if (asked && !refuses && said.split(/\s+/).length > 2) return use('leave_message', { text: said });
  if (asked && !refuses) return lines.whichMessage;
  if (!/message|rappel(?:er|ez)|call (?:me )?back/i.test(said)) return null;
  return said.split(/\s+/).length > 8 ? use('leave_message', { text: said }) : lines.whichMessage;
};

const ownBooking: Move = ({ said, tools }) => {
  if (tools.includes('appointment_cancel') && /annul|cancel/i.test(said)) return use('appointment_cancel', {});
  if (tools.includes('appointment_update') && /déplac|décal|move my|reschedule/i.test(said))
    return use('appointment_update', { start: said });
  if (
    tools.includes('appointment_read') &&
    /(?:ma|mes) (?:réservations?|rendez-vous)|my (?:booking|reservation)/i.test(said)
  )
    return use('appointment_read', {});
  return null;
};

const goodbye: Move = ({ said, tools }, { farewell }) => {
  const leaves =
    /au revoir|bonne (?:journée|soirée)|c.est parfait|c.est tout|rien d.autre|goodbye|bye|that.s all|nothing else/i;
  if (!leaves.test(said) && !/^(?:non|no)[\s,]*(?:merci|thank)/i.test(said)) return null;
  return tools.includes('endCall') ? use('endCall', { farewell }) : farewell;
};

const booking: Move = (question, lines) => bookingMove(question, lines);

/** What the owner has written about it. */
const hours: Move = ({ said, system }, { noHours }) => {
  if (!/horaires?|ouvert|fermé|opening|open|closed/i.test(said)) return null;
  const line = system.split('\n').find((each) => /^\W*(?:ouvert|horaires|open)/i.test(each));
  return line?.replace(/^[\s\-*•]+/, '') ?? noHours;
};

function abilities({ tools }: ModelQuestion, lines: Lines): string {
  const can = (
    [
      ['appointment_create', lines.abilities.book],
      ['leave_message', lines.abilities.message],
      ['transfer_to_human', lines.abilities.person],
    ] as const
  ).filter(([tool]) => tools.includes(tool));
  return can.length === 0 ? lines.unable : lines.ability(can.map(([, words]) => words));
}

function use(name: string, args: Readonly<Record<string, unknown>>): ModelMove {
  return { calls: [{ name, arguments: args }] };
}

function lastSaid(messages: readonly ChatMessage[], role: string): string {
  return messages.findLast((each) => each.role === role && each.content !== '')?.content ?? '';
}
