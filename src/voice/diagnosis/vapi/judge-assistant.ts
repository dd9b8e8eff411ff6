import type { LocalizedText } from '../../../kernel/errors/index.js';
import { fail, pass, skipped, warn, type Finding } from '../finding.js';
import { offerFields } from './assistant-repair.js';
import { offerTools } from './tools-repair.js';
import type { RepairOffer } from '../repair-offer.js';
import { vapiAdvice as advice } from './vapi-advice.js';
import type { VapiState } from './vapi-reading.js';

const serverUrls = 'https://docs.vapi.ai/server-url/setting-server-urls';
const whole = /^assistant\.server$/;

interface Part {
  key: string;
  /** The differences that it is blamed for. */
  is: RegExp;
  advice: LocalizedText;
  helpUrl: string;
  /** Calls go on without it. */
  mild?: boolean;
}

/** What makes an assistant tell what happens; the rest is its settings. */
const parts: readonly Part[] = [
  {
    key: 'vapi.server-url',
    is: /^assistant\.server(\.url)?$/,
    advice: advice.server,
    helpUrl: serverUrls,
  },
  {
    key: 'vapi.secret',
    is: /^(credential|assistant\.server\.(credentialId|headers))$/,
    advice: advice.secret,
    helpUrl: 'https://docs.vapi.ai/server-url/server-authentication',
  },
  {
    key: 'vapi.retries',
    is: /^assistant\.server\.backoffPlan$/,
    advice: advice.retries,
    helpUrl: serverUrls,
    mild: true,
  },
  {
    key: 'vapi.timeout',
    is: /^assistant\.server\.timeoutSeconds$/,
    advice: advice.timeout,
    helpUrl: serverUrls,
    mild: true,
  },
  {
    key: 'vapi.events',
    is: /^assistant\.serverMessages$/,
    advice: advice.events,
    helpUrl: 'https://docs.vapi.ai/server-url/events',
  },
];

export const assistantKeys = [
  'vapi.assistant-exists',
  ...parts.map(({ key }) => key),
  'vapi.tools',
  'vapi.assistant-settings',
];

const absent = {
  en: 'Not looked at: the assistant is not at Vapi.',
  fr: 'Non vérifié : l’assistant n’est pas chez Vapi.',
};
const withoutServer = {
  en: 'Not looked at: the assistant has no server of its own at Vapi.',
  fr: 'Non vérifié : l’assistant n’a pas de serveur à lui chez Vapi.',
};

/** Whether the assistant at Vapi is ours, and tells us everything. Each difference is blamed on one check. */
export function judgeAssistant(state: VapiState, assistantId: string): Record<string, Finding> {
  const { live, differences } = state;
  if (!live) {
    const others = Object.fromEntries(assistantKeys.map((key) => [key, skipped(absent)]));
    return { ...others, 'vapi.assistant-exists': fail({ advice: advice.missing, helpUrl: dashboard }) };
  }
  const hasServer = !differences.some(({ target }) => whole.test(target));
  const found = parts.map((part): [string, Finding] => {
    const isOfServer = part.key !== 'vapi.events' && part.key !== 'vapi.server-url';
    if (isOfServer && !hasServer) return [part.key, skipped(withoutServer)];
    return [part.key, judgePart(part, state, assistantId)];
  });
  return {
    'vapi.assistant-exists': pass(live.id),
    ...Object.fromEntries(found),
    'vapi.tools': judgeTools(state, assistantId),
    'vapi.assistant-settings': judgeSettings(state, assistantId),
  };
}

function judgePart({ key, is, advice: what, helpUrl, mild }: Part, state: VapiState, assistantId: string): Finding {
  const differences = state.differences.filter(({ target }) => is.test(target));
  const winner = key === 'vapi.server-url' ? whoWins(state) : undefined;
  if (differences.length === 0) return pass(winner);
  const told = {
    observed: winner ?? shown(differences[0]?.before),
    expected: key === 'vapi.server-url' ? state.serverUrl : shown(differences[0]?.after),
    helpUrl,
    ...remedy(state, { advice: what, repair: () => offerFields({ assistantId, differences }) }),
  };
  return (mild ?? isHarmless(key, state)) ? warn(told) : fail(told);
}

/** Everything arrives all the same: by the number’s address, or among more than was asked for. */
function isHarmless(key: string, { live, number, differences, serverUrl }: VapiState): boolean {
  if (key === 'vapi.server-url') return urlOf(live?.fields.server) === null && number?.serverUrl === serverUrl;
  const messages = key === 'vapi.events' && differences.find(({ target }) => target === 'assistant.serverMessages');
  const [told, wanted] = messages ? [messages.before, messages.after] : [];
  return Array.isArray(told) && Array.isArray(wanted) && wanted.every((each) => told.includes(each));
}

/** The first that has one: https://docs.vapi.ai/server-url/setting-server-urls. A tool’s own address is for that tool. */
function whoWins({ live, number }: VapiState): LocalizedText {
  const own = urlOf(live?.fields.server);
  if (own !== null) return { en: `the assistant’s: ${own}`, fr: `celle de l’assistant : ${own}` };
  const ofNumber = number?.serverUrl ?? null;
  if (ofNumber !== null) return { en: `the number’s: ${ofNumber}`, fr: `celle du numéro : ${ofNumber}` };
  return {
    en: 'the organisation’s, which only Vapi’s dashboard shows',
    fr: 'celle de l’organisation, que seul le tableau de bord de Vapi montre',
  };
}

function judgeTools(state: VapiState, assistantId: string): Finding {
  const ofTools = state.differences.filter(({ target }) => target.startsWith('tool:'));
  if (ofTools.length === 0) return pass();
  const observed = ofTools.map(({ target, action }) => `${target.slice('tool:'.length)} (${action})`).join(', ');
  const repair = () => offerTools({ assistantId, differences: ofTools });
  const helpUrl = 'https://docs.vapi.ai/tools/custom-tools';
  return fail({ observed, helpUrl, ...remedy(state, { advice: advice.tools, repair }) });
}

/** What has to be made at Vapi before, and could not be taken back, is no repair. */
function remedy(
  { differences }: VapiState,
  { advice: what, repair }: { advice: LocalizedText; repair: () => RepairOffer },
) {
  const lacksCredential = differences.some(({ target }) => target === 'credential');
  return lacksCredential ? { advice: advice.credential } : { advice: what, repair: repair() };
}

function judgeSettings(state: VapiState, assistantId: string): Finding {
  const blamed = (target: string) => target.startsWith('tool:') || parts.some(({ is }) => is.test(target));
  const others = state.differences.filter(({ target }) => !blamed(target));
  if (others.length === 0) return pass();
  const observed = others.map(({ target }) => target).join(', ');
  return warn({
    observed,
    helpUrl: dashboard,
    ...remedy(state, {
      advice: advice.settings,
      repair: () => offerFields({ assistantId, differences: others }),
    }),
  });
}

function urlOf(server: unknown): string | null {
  return typeof server === 'object' && server !== null && 'url' in server && typeof server.url === 'string'
    ? server.url
    : null;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

const dashboard = 'https://dashboard.vapi.ai/assistants';
