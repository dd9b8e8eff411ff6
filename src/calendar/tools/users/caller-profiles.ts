import { Injectable } from '@nestjs/common';
import { ContactsService } from '../../../contacts/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import type { Locale, LocalizedText } from '../../../kernel/errors/index.js';
import { MemberLinks } from '../../members/member-links.service.js';
import type { Caller, IdentifiedCaller } from '../caller.js';
import { listed, sentences } from '../sentences.js';
import { profileSentences, together } from './profile-sentences.js';
import type { SaidProfile } from './said-profile.js';
import { sayEmail } from './say-email.js';
import { sayTimeZone } from './spoken-zone.js';

/** Keeps what callers say of themselves, and says what is noted. */
@Injectable()
export class CallerProfiles {
  constructor(
    private readonly contacts: ContactsService,
    private readonly links: MemberLinks,
  ) {}

  /**
   * What was understood is kept, and the rest is asked again.
   *
   * @param tx a unit of work.
   */
  async tell(tx: RequestContext, caller: IdentifiedCaller, said: SaidProfile): Promise<LocalizedText> {
    const { unclear, ...told } = said;
    if (Object.keys(told).length > 0) await this.contacts.tell(tx, caller.contactId, told);
    this.links.lookLater(tx, [caller.contactId]);
    return together([...noted(told, caller), ...unclear.map((field) => questions[field])]);
  }

  /** What is noted under a caller's number. */
  read(tx: RequestContext, caller: IdentifiedCaller): LocalizedText {
    this.links.lookLater(tx, [caller.contactId]);
    const [fr, en] = [factsOf(caller, 'fr'), factsOf(caller, 'en')];
    if (en.length === 0) return profileSentences.nothingKnown;
    return {
      en: `Under your number I have noted ${listed(en, 'and')}. Shall I change anything?`,
      fr: `Pour votre numéro, j’ai noté ${listed(fr, 'et')}. Faut-il changer quelque chose ?`,
    };
  }
}

type Told = Omit<SaidProfile, 'unclear'>;
interface Facts {
  name: string | null;
  emails: readonly string[];
  timeZone: string | null;
}

const questions = { email: sentences.spellEmail, timeZone: profileSentences.whichCity };

/** Addresses that count only: to read out one that was merely said would tell whether somebody else has it. */
function factsOf({ name, emails, timeZone }: Facts, locale: Locale): string[] {
  const [theName, theAddress] = locale === 'fr' ? ['le nom', 'l’adresse'] : ['the name', 'the address'];
  return [
    ...(name === null ? [] : [`${theName} ${name}`]),
    ...emails.map((email) => `${theAddress} ${sayEmail(email, locale)}`),
    ...(timeZone === null ? [] : [sayTimeZone(timeZone, locale)]),
  ];
}

function noted({ name, email, timeZone }: Told, { emails }: Caller): LocalizedText[] {
  const isTheirs = email !== undefined && emails.includes(email);
  const facts = { name: name ?? null, emails: isTheirs ? [email] : [], timeZone: timeZone ?? null };
  const [fr, en] = [factsOf(facts, 'fr'), factsOf(facts, 'en')];
  return [
    ...(en.length === 0 ? [] : [{ en: `I have noted ${listed(en, 'and')}.`, fr: `C’est noté : ${listed(fr, 'et')}.` }]),
    // Whether it was kept is not said: that would tell whether somebody else has it.
    ...(email === undefined || isTheirs ? [] : [heard(email), profileSentences.checksAddresses]),
  ];
}

function heard(email: string): LocalizedText {
  return {
    en: `I understood the address ${sayEmail(email, 'en')}.`,
    fr: `J’ai compris l’adresse ${sayEmail(email, 'fr')}.`,
  };
}
