import { z } from 'zod';
import type { RequestContext } from '../../../kernel/context/index.js';
import { inLocale } from '../../../kernel/errors/index.js';
import { VoiceTool, type ToolInvocation, type VoiceToolContract } from '../../../voice/index.js';
import { CallerIdentity, isIdentified } from '../caller.js';
import { spokenText } from '../spoken-arguments.js';
import { CallerProfiles } from './caller-profiles.js';
import { meansSelf } from './own-profile.js';
import { profileSentences } from './profile-sentences.js';

const input = z.looseObject({
  userId: spokenText(120).describe('Leave out, or "me": only the caller’s own information can be read.'),
  email: spokenText(200).describe('Not needed: the caller is known by the number that is calling.'),
});

/** Tells callers what is noted under their number. */
@VoiceTool({
  name: 'user_read',
  label: { en: 'Read the caller’s information', fr: 'Lire les informations de l’appelant' },
  description:
    'Tells what is noted about the caller: name, e-mail address, time zone. Use it when callers ask for their information or ' +
    'whether you know them. It knows the caller by the number that is calling and tells nothing about anybody else. Say what ' +
    'it answers.',
  input,
})
export class UserReadTool implements VoiceToolContract<z.output<typeof input>> {
  constructor(
    private readonly callers: CallerIdentity,
    private readonly profiles: CallerProfiles,
  ) {}

  async run(tx: RequestContext, asked: z.output<typeof input>, invocation: ToolInvocation): Promise<string> {
    const caller = await this.callers.find(tx, invocation);
    if (!isIdentified(caller)) return inLocale(profileSentences.anonymous, tx.locale);
    if (!meansSelf(asked, caller)) return inLocale(profileSentences.readsOwnOnly, tx.locale);
    return inLocale(this.profiles.read(tx, caller), tx.locale);
  }
}
