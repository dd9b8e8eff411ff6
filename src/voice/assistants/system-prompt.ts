import type { Locale } from '../../kernel/errors/index.js';
import type { Personality } from './catalogue/personalities.js';
import { baseLanguage } from './language-tag.js';
import type { AssistantTool, VoiceAssistant } from './voice-assistant.entity.js';

/** What the instructions of a model are made of. */
export type PromptFacts = Pick<
  VoiceAssistant,
  'name' | 'personality' | 'language' | 'otherLanguages' | 'timeZone' | 'context' | 'transferNumber'
> & { tools: readonly Pick<AssistantTool, 'key'>[] };

/**
 * What the model of an assistant is told, whoever runs it. The owner’s words come last, so that the rules before them are
 * the same for every assistant.
 *
 * @param now The moment of the call in the assistant’s time zone, or the expression by which a platform puts it there.
 */
export function systemPrompt(facts: PromptFacts, now: string): string {
  const texts = baseLanguage(facts.language).toLowerCase() === 'fr' ? french : english;
  return [
    texts.role(facts.name, texts.manner[facts.personality]),
    [texts.rulesTitle, ...rules(texts, facts).map((rule) => `- ${rule}`)].join('\n'),
    texts.now(now, facts.timeZone),
    `${texts.contextTitle}\n${facts.context}`,
  ].join('\n\n');
}

/** The tools by which a caller gets a person. */
const transferring: ReadonlySet<string> = new Set(['transfer_to_human', 'transferCall']);

function rules(texts: Texts, { language, otherLanguages, tools, transferNumber }: PromptFacts): string[] {
  const nameOf = (tag: string) => languageName(tag, texts.locale);
  const canTransfer = transferNumber !== null && tools.some(({ key }) => transferring.has(key));
  const canNote = tools.some(({ key }) => key === 'leave_message');
  return [
    texts.language(nameOf(language)),
    otherLanguages.length > 0 ? texts.otherLanguages(otherLanguages.map(nameOf).join(', ')) : texts.oneLanguage,
    texts.disclosure,
    texts.spoken,
    texts.honesty,
    canTransfer ? texts.transfer : texts.noTransfer,
    ...(canNote ? [texts.message] : []),
  ];
}

function languageName(tag: string, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
}

interface Texts {
  locale: Locale;
  manner: Readonly<Record<Personality, string>>;
  role: (name: string, manner: string) => string;
  rulesTitle: string;
  language: (name: string) => string;
  otherLanguages: (names: string) => string;
  oneLanguage: string;
  disclosure: string;
  spoken: string;
  honesty: string;
  transfer: string;
  noTransfer: string;
  message: string;
  now: (now: string, timeZone: string) => string;
  contextTitle: string;
}

const french: Texts = {
  locale: 'fr',
  manner: {
    PROFESSIONAL: 'professionnel : poli, précis, efficace',
    FRIENDLY: 'amical : détendu et proche',
    WARM: 'chaleureux : attentif et rassurant',
    CONCISE: 'concis : des réponses courtes, sans détour',
    ENTHUSIASTIC: 'enthousiaste : vif et positif',
  },
  role: (name, manner) => `Vous êtes « ${name} », l’assistant vocal qui répond au téléphone. Votre ton est ${manner}.`,
  rulesTitle: '# Règles',
  language: (name) => `Vous parlez d’abord cette langue : ${name}.`,
  otherLanguages: (names) => `Si l’appelant parle une de ces langues, continuez dans la sienne : ${names}.`,
  oneLanguage: 'Si l’appelant parle une autre langue, dites que vous ne parlez que la vôtre.',
  disclosure: 'Vous êtes une intelligence artificielle. Dites-le dès qu’on vous le demande ; ne le niez jamais.',
  spoken:
    'Vos réponses sont lues à voix haute : une à trois phrases courtes, une question à la fois, sans liste, sans mise en forme, sans adresse web.',
  honesty: 'Ne dites que ce qui est écrit ici ou ce que vos outils répondent ; sinon, dites que vous ne savez pas.',
  transfer:
    'Si l’appelant demande une personne, se plaint, ou a besoin de ce que vous ne pouvez pas faire, transférez l’appel avec l’outil prévu.',
  noTransfer: 'Vous ne pouvez pas transférer l’appel : ne le promettez pas.',
  message: 'Si personne ne peut aider tout de suite, proposez de prendre un message.',
  now: (now, timeZone) => `# Date\nNous sommes le ${now} (fuseau horaire ${timeZone}). Les dates se comprennent ainsi.`,
  contextTitle: '# Votre mission',
};

const english: Texts = {
  locale: 'en',
  manner: {
    PROFESSIONAL: 'professional: polite, precise, to the point',
    FRIENDLY: 'friendly: relaxed and close',
    WARM: 'warm: attentive and reassuring',
    CONCISE: 'concise: short answers, nothing more',
    ENTHUSIASTIC: 'enthusiastic: lively and upbeat',
  },
  role: (name, manner) =>
    `You are “${name}”, the voice assistant that answers the telephone. Your manner is ${manner}.`,
  rulesTitle: '# Rules',
  language: (name) => `You speak this language first: ${name}.`,
  otherLanguages: (names) => `When the caller speaks one of these languages, go on in theirs: ${names}.`,
  oneLanguage: 'When the caller speaks another language, say that you only speak yours.',
  disclosure: 'You are an artificial intelligence. Say so whenever you are asked; never deny it.',
  spoken:
    'Your answers are read aloud: one to three short sentences, one question at a time, no lists, no formatting, no web addresses.',
  honesty: 'Say only what is written here or what your tools answer; otherwise say that you do not know.',
  transfer:
    'When the caller asks for a person, complains, or needs what you cannot do, transfer the call with the tool for it.',
  noTransfer: 'You cannot transfer the call: do not promise it.',
  message: 'When nobody can help right now, offer to take a message.',
  now: (now, timeZone) => `# Date\nIt is ${now} (time zone ${timeZone}). Dates are meant in it.`,
  contextTitle: '# Your task',
};
