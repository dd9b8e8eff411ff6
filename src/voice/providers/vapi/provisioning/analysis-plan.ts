import { sentenceLocale } from '../../../assistants/catalogue/tool-sentences.js';

interface Message {
  role: 'system' | 'user';
  content: string;
}

interface Prompts {
  summary: string;
  data: string;
  satisfaction: string;
  conversation: string;
}

const prompts: Readonly<Record<'en' | 'fr', (language: string) => Prompts>> = {
  fr: () => ({
    summary:
      'Vous résumez des appels téléphoniques. Résumez la conversation en deux ou trois phrases, en français : qui appelle, ce qui est demandé, ce qui est convenu. Ne répondez que le résumé.',
    data: 'Vous extrayez des données d’un appel téléphonique, selon le schéma JSON donné. Ne répondez que le JSON.\n\nSchéma :\n{{schema}}',
    satisfaction:
      'Satisfaction de l’appelant, de 1 (très mécontent) à 5 (très satisfait), d’après ce qu’il dit ; 3 si rien ne l’indique.',
    conversation: 'Voici la conversation :\n\n{{transcript}}\n\nFin de l’appel : {{endedReason}}',
  }),
  en: (language) => ({
    summary: `You summarise telephone calls. Summarise the conversation in two or three sentences, in ${language}: who calls, what is asked for, what is agreed. Answer with the summary only.`,
    data: 'You extract data from a telephone call, by the given JSON schema. Answer with the JSON only.\n\nSchema:\n{{schema}}',
    satisfaction:
      'How satisfied the caller is, from 1 (very unhappy) to 5 (very happy), by what is said; 3 when nothing tells.',
    conversation: 'This is the conversation:\n\n{{transcript}}\n\nEnd of the call: {{endedReason}}',
  }),
};

/** What Vapi is to find out when a call is over, in the language of its owner: https://docs.vapi.ai/assistants/call-analysis */
export function analysisPlan(language: string): object {
  const { summary, data, satisfaction, conversation } = promptsIn(language);
  return {
    summaryPlan: { enabled: true, messages: messages(summary, conversation) },
    successEvaluationPlan: { enabled: true, rubric: 'PassFail' },
    structuredDataPlan: {
      enabled: true,
      schema: {
        type: 'object',
        // Read again by this name from the report.
        properties: { satisfaction: { type: 'integer', description: satisfaction } },
        required: ['satisfaction'],
      },
      messages: messages(data, conversation),
    },
  };
}

const handOver: Readonly<Record<'en' | 'fr', (language: string) => Message[]>> = {
  fr: () =>
    messages(
      'Un appel va être transféré à une personne. En une ou deux phrases à lire à voix haute, en français, dites-lui qui appelle et pourquoi.',
      'Voici la conversation :\n\n{{transcript}}',
    ),
  en: (language) =>
    messages(
      `A call is about to be transferred to a person. In one or two sentences to be read aloud, in ${language}, tell them who calls and why.`,
      'This is the conversation:\n\n{{transcript}}',
    ),
};

/** What the person who takes a transferred call hears before the caller. */
export function handOverSummary(language: string): { enabled: true; messages: Message[] } {
  return { enabled: true, messages: handOver[localeOf(language)](nameOf(language)) };
}

function promptsIn(language: string): Prompts {
  return prompts[localeOf(language)](nameOf(language));
}

function localeOf(language: string): 'en' | 'fr' {
  return sentenceLocale(language) ?? 'en';
}

function nameOf(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}

function messages(system: string, user: string): Message[] {
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
}
