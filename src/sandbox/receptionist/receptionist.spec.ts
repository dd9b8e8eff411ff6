import type { ChatMessage, ModelQuestion } from '../openai/model-script.js';
import { receptionist } from './receptionist.js';
import { wishesIn } from './wishes.js';

const restaurant = 'Vous répondez pour un restaurant, avec des tables.\n- Ouvert de 12 h à 14 h, fermé le dimanche.';
const everything = ['availability_read', 'appointment_create', 'leave_message', 'transfer_to_human', 'endCall'];

type Line = string | { tool: string; with: object; result: string };

/** Who calls and who answers take turns; what a tool was asked stands between them. */
function asked(lines: readonly Line[], about: Partial<ModelQuestion> = {}): ModelQuestion {
  const message = (role: string, content: string): ChatMessage => ({
    role,
    content,
    toolCalls: [],
    toolCallId: undefined,
  });
  let isCallers = false;
  const messages = lines.flatMap((line) => {
    if (typeof line === 'string') {
      isCallers = !isCallers;
      return [message(isCallers ? 'user' : 'assistant', line)];
    }
    const toolCalls = [{ id: '1', name: line.tool, arguments: JSON.stringify(line.with) }];
    return [{ ...message('assistant', ''), toolCalls }, message('tool', line.result)];
  });
  const said = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  return { model: 'any', system: restaurant, messages, tools: everything, said, results: [], ...about };
}

const uses = (name: string, args: object) => ({ calls: [{ name, arguments: args }] });

describe('the played model', () => {
  it('asks for what is missing, looks whether it is free, and books', () => {
    const talk: Line[] = ['Bonjour, une table pour demain soir.'];
    expect(receptionist(asked(talk))).toMatch(/combien de personnes/);
    talk.push('Pour combien de personnes ?', 'Nous serons quatre.');
    expect(receptionist(asked(talk))).toMatch(/quelle heure/);
    talk.push('À quelle heure ?', 'À vingt heures.');
    const moment = { date: 'demain soir à vingt heures' };
    expect(receptionist(asked(talk))).toEqual(uses('availability_read', moment));
    talk.push({ tool: 'availability_read', with: moment, result: 'Oui, c’est libre. Je réserve ?' });
    talk.push('Oui, c’est libre. Je réserve ?', 'Oui.');
    expect(receptionist(asked(talk))).toMatch(/quel nom/);
    talk.push('À quel nom, s’il vous plaît ?', 'Dupont.');
    const order = { start: moment.date, attendeeName: 'Dupont', partySize: 4 };
    expect(receptionist(asked(talk))).toEqual(uses('appointment_create', order));
  });

  it('looks again for another time, and takes the kind that the caller has named', () => {
    const talk: Line[] = [
      'Une table pour quatre demain à 20 h, au nom de Dupont.',
      {
        tool: 'availability_read',
        with: { date: 'demain à 20 h' },
        result: 'Pour quel type de rendez-vous : Table en salle ou Terrasse ?',
      },
      'Pour quel type de rendez-vous : Table en salle ou Terrasse ?',
      'En salle, plutôt à 21 h.',
    ];
    expect(receptionist(asked(talk))).toEqual(
      uses('availability_read', { eventTypeId: 'Table en salle', date: 'demain à 21 h' }),
    );
    // As a database gives it back.
    const read = { date: 'demain à 21 h', eventTypeId: 'Table en salle' };
    talk.push({ tool: 'availability_read', with: read, result: 'Oui, c’est libre. Je réserve ?' });
    talk.push('Oui, c’est libre. Je réserve ?', 'Oui.');
    expect(receptionist(asked(talk))).toMatchObject({
      calls: [{ name: 'appointment_create', arguments: { eventTypeId: read.eventTypeId, start: read.date } }],
    });
  });

  it('repeats what a tool has answered, without references', () => {
    const results = ['C’est réservé : Table, demain à midi (KVT).'];
    expect(receptionist(asked(['Oui.'], { results }))).toBe(
      'C’est réservé : Table, demain à midi. Puis-je faire autre chose pour vous ?',
    );
    expect(receptionist(asked(['Oui.'], { results: ['À quel nom ?'] }))).toBe('À quel nom ?');
  });

  it.each([
    ['Je voudrais parler à quelqu’un.', uses('transfer_to_human', { reason: 'Je voudrais parler à quelqu’un.' })],
    ['Non merci, au revoir.', uses('endCall', { farewell: 'Merci de votre appel. Au revoir.' })],
    ['Quels sont vos horaires ?', 'Ouvert de 12 h à 14 h, fermé le dimanche.'],
    ['Je voudrais laisser un message.', 'Je vous écoute : quel message dois-je transmettre ?'],
    ['Il pleut.', 'Je peux réserver pour vous, prendre un message, vous passer quelqu’un. Que souhaitez-vous ?'],
  ])('answers “%s”', (said, move) => {
    expect(receptionist(asked([said]))).toEqual(move);
  });

  it('takes the message that it has asked for', () => {
    const talk = ['Un message.', 'Je vous écoute : quel message dois-je transmettre ?', 'Rappelez Dupont demain.'];
    expect(receptionist(asked(talk))).toEqual(uses('leave_message', { text: 'Rappelez Dupont demain.' }));
  });

  it('promises nothing without tools, in the language that it is told', () => {
    const english = { system: 'You answer the phone.', tools: [] };
    expect(receptionist(asked(['A table for two, please.'], english))).toMatch(/cannot do that/);
    expect(receptionist(asked(['Goodbye.'], english))).toBe('Thank you for calling. Goodbye.');
  });
});

describe('what a caller wishes', () => {
  it.each([
    ['lundi soir à vingt heures, pour quatre personnes', { day: 'lundi soir', time: 'vingt heures', people: 4 }],
    ['une table pour deux mardi 24 novembre à 19h30', { day: 'mardi 24 novembre', time: '19h30', people: 2 }],
    ['demain midi, nous serons six, au nom de Lefèvre', { day: 'demain midi', people: 6, name: 'Lefèvre' }],
    ['ce soir à 20 h, non, à 21 h', { day: 'ce soir', time: '21 h', people: undefined }],
    ['tomorrow at 8 pm for four people, my name is Smith', { day: 'tomorrow', time: '8 pm', people: 4, name: 'Smith' }],
    ['il fait beau', { day: undefined, time: undefined, people: undefined, name: undefined }],
  ])('is read out of “%s”', (said, wishes) => {
    expect(wishesIn([said])).toMatchObject(wishes);
  });
});
