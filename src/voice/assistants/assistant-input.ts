import { z } from 'zod';
import { emailAddress, onlyFields, phoneNumber, plainText, timeZoneName } from '../../contacts/index.js';
import type { Provider } from './catalogue/catalogue.types.js';
import { providers, unknownProvider } from './catalogue/catalogue.js';
import { personalities } from './catalogue/personalities.js';
import { canonicalLanguage } from './language-tag.js';
import { callRoutes } from './voice-assistant.entity.js';

/** Vapi refuses longer ones. */
export const longestName = 40;
const longestContext = 20_000;

const languageExpected =
  'Give a BCP 47 language tag such as fr-FR. | Indiquez une étiquette de langue BCP 47, par exemple fr-FR.';
const yesOrNo = z.boolean('Give true or false. | Indiquez true ou false.');
const globalId = z.string('Give an id. | Indiquez un identifiant.').max(100);

const name = plainText(longestName)
  .min(1, 'Give a name. | Indiquez un nom.')
  .regex(/^[^\t\n\r]*$/, 'Use one line of plain text. | Utilisez une seule ligne de texte.');

const clientName = plainText(120)
  .min(1, 'Give a name. | Indiquez un nom.')
  .regex(/^[^\t\n\r]*$/, 'Use one line of plain text. | Utilisez une seule ligne de texte.');

const language = z
  .string(languageExpected)
  .max(35, languageExpected)
  .transform((tag, check) => {
    const canonical = canonicalLanguage(tag.trim());
    if (canonical !== null) return canonical;
    check.addIssue({ code: 'custom', message: languageExpected });
    return z.NEVER;
  });

const context = plainText(longestContext).min(
  1,
  'Say what the assistant knows and does. | Indiquez ce que l’assistant sait et fait.',
);

const firstMessage = plainText(1_000).min(1, 'Give a text. | Indiquez un texte.');
const spoken = plainText(500).nullish();

/** A name at a provider: no spaces at the ends, no control characters. */
const providerName = plainText(200).min(1, 'Give a name. | Indiquez un nom.');

const tool = onlyFields({ key: plainText(100), sayOnStart: spoken, sayOnDone: spoken, sayOnFailure: spoken });

/** The fields that creating and updating have in common, as clients send them. */
const fields = {
  name,
  clientId: globalId,
  clientName,
  clientEmail: emailAddress,
  phoneNumber,
  route: oneOf(callRoutes),
  active: yesOrNo,
  language,
  otherLanguages: z
    .array(language, 'Give a list. | Indiquez une liste.')
    .max(10, 'Give at most 10 languages. | Indiquez au plus 10 langues.'),
  timeZone: timeZoneName,
  modelProvider: slug(providers.model),
  model: providerName,
  voiceProvider: slug(providers.voice),
  voiceId: providerName,
  transcriberProvider: slug(providers.transcriber),
  transcriberModel: providerName,
  personality: oneOf(personalities),
  context,
  firstMessage,
  transferNumber: phoneNumber,
  recordingEnabled: yesOrNo,
  tools: z
    .array(tool, 'Give a list. | Indiquez une liste.')
    .max(30, 'Give at most 30 tools. | Indiquez au plus 30 outils.'),
};

/** Null means not given, as GraphQL clients send it for an empty variable. */
function absentWhenNull<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const optional = {
  name: absentWhenNull(fields.name),
  clientId: absentWhenNull(fields.clientId),
  clientName: absentWhenNull(fields.clientName),
  clientEmail: absentWhenNull(fields.clientEmail),
  phoneNumber: absentWhenNull(fields.phoneNumber),
  route: absentWhenNull(fields.route),
  active: absentWhenNull(fields.active),
  language: absentWhenNull(fields.language),
  otherLanguages: absentWhenNull(fields.otherLanguages),
  timeZone: absentWhenNull(fields.timeZone),
  modelProvider: absentWhenNull(fields.modelProvider),
  model: absentWhenNull(fields.model),
  voiceProvider: absentWhenNull(fields.voiceProvider),
  voiceId: absentWhenNull(fields.voiceId),
  transcriberProvider: absentWhenNull(fields.transcriberProvider),
  transcriberModel: absentWhenNull(fields.transcriberModel),
  personality: absentWhenNull(fields.personality),
  firstMessage: absentWhenNull(fields.firstMessage),
  transferNumber: absentWhenNull(fields.transferNumber),
  recordingEnabled: absentWhenNull(fields.recordingEnabled),
  tools: absentWhenNull(fields.tools),
};

/** A new assistant: everything but `context` has a default. */
export const createAssistantInput = oneClient(onlyFields({ ...optional, context }));
export type CreateAssistant = z.output<typeof createAssistantInput>;

/** A change: what is absent stays; null clears what may be empty, and asks for a generated first message. */
export const updateAssistantInput = oneClient(
  onlyFields({
    ...optional,
    context: absentWhenNull(context),
    clientEmail: fields.clientEmail.nullish(),
    phoneNumber: fields.phoneNumber.nullish(),
    transferNumber: fields.transferNumber.nullish(),
    transcriberModel: fields.transcriberModel.nullish(),
    firstMessage: fields.firstMessage.nullish(),
  }),
);
export type UpdateAssistant = z.output<typeof updateAssistantInput>;

function oneClient<T extends z.ZodType<{ clientId?: unknown; clientName?: unknown }>>(schema: T) {
  return schema.refine(({ clientId, clientName }) => clientId === undefined || clientName === undefined, {
    path: ['clientName'],
    message:
      'Give clientId for a known client, or clientName, not both. | Indiquez clientId pour un client connu, ou clientName, pas les deux.',
  });
}

function slug(known: readonly Provider[]) {
  return z.string('Give a name. | Indiquez un nom.').transform((typed, check) => {
    const found = known.find((provider) => provider.slug === typed.trim().toLowerCase());
    if (found) return found.slug;
    check.addIssue({ code: 'custom', message: unknownProvider(typed, known) });
    return z.NEVER;
  });
}

function oneOf<const T extends readonly string[]>(values: T) {
  const list = values.join(', ');
  return z.enum(values, `Give one of: ${list}. | Indiquez l’une de ces valeurs : ${list}.`);
}
