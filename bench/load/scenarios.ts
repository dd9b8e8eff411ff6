import { scenarios as all, type Scenario } from '../../src/sandbox/index.js';

/** Whole calls as the product meets them, except those in which a tool is used: tool calls are a row of their own. */
export const wholeCalls: readonly Scenario[] = all.filter(
  ({ turns, dialect }) => dialect === undefined && turns.every((turn) => !('uses' in turn)),
);

const talk: Scenario = {
  key: 'bench-talk',
  title: { en: 'A caller asks for the opening hours', fr: 'Une personne demande les horaires' },
  direction: 'inbound',
  caller: { name: 'Martin', number: '+33639980001' },
  ringSeconds: 2,
  turns: [
    { says: 'user', text: 'Bonjour, êtes-vous ouverts ce soir ?' },
    { says: 'assistant', text: 'Bonjour ! Oui, ce soir de dix-neuf heures à vingt-trois heures.' },
    { says: 'user', text: 'Et demain midi, c’est possible aussi ?' },
    { says: 'assistant', text: 'Oui, de midi à quatorze heures. Souhaitez-vous réserver ?' },
    { says: 'user', text: 'Pas maintenant, je vous rappellerai. Merci, au revoir.' },
  ],
  ending: { reason: 'customer-ended-call', succeeded: true },
};

/** Its events but the largest have 2 KB each on the short line. */
export const talks: readonly Scenario[] = [talk];

/** The tool of the bench's own server, which does nothing. */
export const noopToolName = 'bench_noop';

/** A call that asks for that tool once. */
export const toolUses: readonly Scenario[] = [useOf(noopToolName, { reason: 'bench' })];

/** A call that asks for a tool once. */
export function useOf(name: string, args: Readonly<Record<string, unknown>>): Scenario {
  return {
    ...talk,
    key: 'bench-tool',
    turns: [
      { says: 'user', text: 'Pouvez-vous vérifier ?' },
      { uses: name, with: args, shape: 'argument-object', expects: 'Fait.' },
    ],
  };
}
