import { z } from 'zod';
import type { RequestContext } from '../../../kernel/context/index.js';
import { inLocale, type LocalizedText } from '../../../kernel/errors/index.js';
import { VoiceTool, type ToolInvocation, type VoiceToolContract } from '../../../voice/index.js';
import { CallerIdentity, isIdentified, type Caller } from '../caller.js';
import { sentences } from '../sentences.js';
import { spokenText } from '../spoken-arguments.js';
import { CallerProfiles } from './caller-profiles.js';
import { foldedWords } from '../folded-words.js';
import { profileSentences, together } from './profile-sentences.js';
import { isEmpty, profileArguments, readProfile } from './said-profile.js';

const input = z.looseObject({
  username: spokenText(120).describe('Not needed: give the name.'),
  ...profileArguments,
});
type Asked = z.output<typeof input>;

/** Notes who is calling, under the number that is calling. */
@VoiceTool({
  name: 'user_create',
  label: { en: 'Note who is calling', fr: 'Enregistrer l’appelant' },
  description:
    'Notes who the caller is, under the number that is calling: the name, and where the caller gives them an e-mail address ' +
    'and a time zone. Ask for the name first. It cannot note other people than the caller. When it asks something back, ask ' +
    'the caller and use it again with the answer. Say what it answers.',
  input,
})
export class UserCreateTool implements VoiceToolContract<Asked> {
  constructor(
    private readonly callers: CallerIdentity,
    private readonly profiles: CallerProfiles,
  ) {}

  async run(tx: RequestContext, asked: Asked, invocation: ToolInvocation): Promise<string> {
    const caller = await this.callers.find(tx, invocation);
    if (!isIdentified(caller)) return inLocale(profileSentences.anonymous, tx.locale);
    const said = readProfile({ ...asked, name: asked.name ?? (caller.name === null ? asked.username : undefined) });
    if (isEmpty(said)) return inLocale(whatElse(caller), tx.locale);
    // Maybe somebody else is to be noted, who has another number: that must not rename the caller.
    if (caller.name !== null && said.name !== undefined && foldedWords(said.name) !== foldedWords(caller.name)) {
      return inLocale(otherName(caller.name, said.name), tx.locale);
    }
    const answer = await this.profiles.tell(tx, caller, said);
    const nameless = caller.name === null && said.name === undefined;
    return inLocale(nameless ? together([answer, sentences.whichName]) : answer, tx.locale);
  }
}

function whatElse({ name }: Caller): LocalizedText {
  if (name === null) return sentences.whichName;
  return {
    en: `Your number is already noted in the name of ${name}. Shall I change anything?`,
    fr: `Votre numéro est déjà noté au nom de ${name}. Faut-il changer quelque chose ?`,
  };
}

function otherName(known: string, said: string): LocalizedText {
  return {
    en: `Your number is noted in the name of ${known}. Shall I change that name to ${said}?`,
    fr: `Votre numéro est noté au nom de ${known}. Faut-il remplacer ce nom par ${said} ?`,
  };
}
