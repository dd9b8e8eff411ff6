import { z } from 'zod';
import type { RequestContext } from '../../../kernel/context/index.js';
import { inLocale } from '../../../kernel/errors/index.js';
import { VoiceTool, type ToolInvocation, type VoiceToolContract } from '../../../voice/index.js';
import { CallerIdentity, isIdentified } from '../caller.js';
import { spokenText } from '../spoken-arguments.js';
import { CallerProfiles } from './caller-profiles.js';
import { meansSelf } from './own-profile.js';
import { profileSentences, together } from './profile-sentences.js';
import { isEmpty, profileArguments, readProfile } from './said-profile.js';

const input = z.looseObject({
  userId: spokenText(120).describe('Leave out, or "me": only the caller’s own information can be changed.'),
  ...profileArguments,
  phoneNumber: spokenText(60).describe('Another number, if the caller asks for that: it cannot be changed by phone.'),
});
type Asked = z.output<typeof input>;

/** Changes what is noted under the caller's number. */
@VoiceTool({
  name: 'user_update',
  label: { en: 'Change the caller’s information', fr: 'Modifier les informations de l’appelant' },
  description:
    'Changes what is noted about the caller: name, e-mail address, time zone. Give what changes only. It knows the caller by ' +
    'the number that is calling and changes nothing of anybody else. When it asks something back, ask the caller. Say what it ' +
    'answers.',
  input,
})
export class UserUpdateTool implements VoiceToolContract<Asked> {
  constructor(
    private readonly callers: CallerIdentity,
    private readonly profiles: CallerProfiles,
  ) {}

  async run(tx: RequestContext, asked: Asked, invocation: ToolInvocation): Promise<string> {
    const caller = await this.callers.find(tx, invocation);
    if (!isIdentified(caller)) return inLocale(profileSentences.anonymous, tx.locale);
    const said = readProfile(asked);
    if (!meansSelf({ userId: asked.userId }, caller, said.name)) {
      return inLocale(profileSentences.changesOwnOnly, tx.locale);
    }
    const stays = asked.phoneNumber === undefined ? [] : [profileSentences.numberStays];
    if (!isEmpty(said)) {
      const answer = await this.profiles.tell(tx, caller, said);
      return inLocale(together([answer, ...stays]), tx.locale);
    }
    return inLocale(stays[0] ?? profileSentences.nothingToChange, tx.locale);
  }
}
