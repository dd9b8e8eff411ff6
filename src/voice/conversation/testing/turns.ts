import type { AnsweringAssistant } from '../answered-call.js';
import type { Turn } from '../turn.js';

const start = Date.parse('2026-11-21T18:00:00Z');

export const frenchAssistant: AnsweringAssistant = {
  id: '018f0000-0000-7000-8000-000000000001',
  name: 'Le Gourmet',
  active: true,
  language: 'fr-FR',
  otherLanguages: [],
  timeZone: 'Europe/Paris',
  modelProvider: 'openai',
  model: 'gpt-4.1',
  personality: 'WARM',
  context: 'Un restaurant.',
  firstMessage: 'Bonjour, je suis une intelligence artificielle.',
  phoneNumber: '+33159000001',
  transferNumber: null,
  tools: [],
  vapiAssistantId: null,
};

/** A turn that is done, ten seconds after the one before. */
export function turnOf(turn: number, fields: Partial<Turn> = {}): Turn {
  const at = new Date(start + turn * 10_000);
  return {
    turn,
    done: true,
    heard: 'Bonjour',
    language: 'fr-FR',
    said: 'Bonsoir.',
    next: { kind: 'listen' },
    fault: null,
    steps: [],
    usage: [],
    at,
    finishedAt: new Date(at.getTime() + 1_000),
    ...fields,
  };
}
