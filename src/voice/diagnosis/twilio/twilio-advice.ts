/** What to do, by check, where the same is said whatever was found. */
export const twilioAdvice = {
  connect: {
    en: 'Connect Twilio under Integrations: the Account SID and the Auth Token stand on the first page of its console.',
    fr: 'Connectez Twilio dans les intégrations : l’Account SID et l’Auth Token se trouvent sur la première page de sa console.',
  },
  credentials: {
    en: 'Twilio refuses the key. Copy the Account SID and the Auth Token from its console again, and save the connection.',
    fr: 'Twilio refuse la clé. Recopiez l’Account SID et l’Auth Token depuis sa console, puis enregistrez la connexion.',
  },
  unavailable: {
    en: 'Twilio does not answer now. Look at status.twilio.com, and try again in a moment.',
    fr: 'Twilio ne répond pas pour l’instant. Consultez status.twilio.com et réessayez dans un moment.',
  },
  account: {
    en: 'Twilio has suspended or closed the account, so that no call gets through. Settle that with Twilio in its console.',
    fr: 'Twilio a suspendu ou fermé le compte : aucun appel ne passe. Réglez cela avec Twilio dans sa console.',
  },
  trial: {
    en: 'It is a trial account: callers hear a notice first, and only verified numbers can be called. Upgrade it in Twilio’s console.',
    fr: 'C’est un compte d’essai : les appelants entendent d’abord une annonce, et seuls des numéros vérifiés peuvent être appelés. Passez à un compte payant dans la console de Twilio.',
  },
  balance: {
    en: 'Top the account up in Twilio’s console: at zero, calls are no longer taken.',
    fr: 'Rechargez le compte dans la console de Twilio : à zéro, les appels ne sont plus pris.',
  },
  noNumber: {
    en: 'Give the assistant a number: buyPhoneNumber or importPhoneNumber, then assignPhoneLine.',
    fr: 'Donnez un numéro à l’assistant : buyPhoneNumber ou importPhoneNumber, puis assignPhoneLine.',
  },
  notOwned: {
    en: 'This Twilio account does not have the number. Connect the account (or subaccount) that has it, or assign another number.',
    fr: 'Ce compte Twilio n’a pas ce numéro. Connectez le compte (ou sous-compte) qui l’a, ou attribuez un autre numéro.',
  },
  inactive: {
    en: 'The number is not in use at Twilio yet, or no more. Look at it in Twilio’s console.',
    fr: 'Le numéro n’est pas encore, ou n’est plus, en service chez Twilio. Regardez-le dans la console de Twilio.',
  },
  voice: {
    en: 'The number takes no calls. Buy one with voice, and assign it to the assistant.',
    fr: 'Ce numéro ne prend pas d’appels. Achetez-en un qui prend la voix et attribuez-le à l’assistant.',
  },
  format: {
    en: 'Write the number with + and country code, without spaces: +33123456789.',
    fr: 'Écrivez le numéro avec + et l’indicatif du pays, sans espaces : +33123456789.',
  },
  voiceUrl: {
    en: 'Calls of the number go elsewhere. Accept the repair, or set the voice URL in Twilio’s console.',
    fr: 'Les appels du numéro partent ailleurs. Acceptez la réparation, ou réglez l’URL vocale dans la console de Twilio.',
  },
  method: {
    en: 'Twilio asks with GET, which is refused there. Accept the repair, or choose HTTP POST in Twilio’s console.',
    fr: 'Twilio interroge en GET, ce qui est refusé là-bas. Acceptez la réparation, ou choisissez HTTP POST dans la console de Twilio.',
  },
  trunk: {
    en: 'The number belongs to a SIP trunk, and Twilio passes over its voice URL. Accept the repair if nobody needs the trunk for this number.',
    fr: 'Le numéro est rattaché à un trunk SIP : Twilio ignore son URL vocale. Acceptez la réparation si personne n’a besoin du trunk pour ce numéro.',
  },
  trunkToVapi: {
    en: 'Calls come to Vapi by a SIP trunk. That works, but what the number itself says is passed over: keep the trunk’s origination address right.',
    fr: 'Les appels arrivent chez Vapi par un trunk SIP. Cela fonctionne, mais les réglages du numéro sont ignorés : gardez juste l’adresse d’origination du trunk.',
  },
  application: {
    en: 'The number has a TwiML application, and Twilio passes over its voice URL. Accept the repair if nobody needs the application for this number.',
    fr: 'Le numéro a une application TwiML : Twilio ignore son URL vocale. Acceptez la réparation si personne n’a besoin de l’application pour ce numéro.',
  },
  receiveMode: {
    en: 'The number receives faxes instead of calls. Accept the repair, or choose “Voice Calls” in Twilio’s console.',
    fr: 'Le numéro reçoit des fax au lieu d’appels. Acceptez la réparation, ou choisissez « Voice Calls » dans la console de Twilio.',
  },
  bundle: {
    en: 'Twilio wants documents for this number (regulatory bundle) and has not approved them. Complete them in Twilio’s console, else the number is taken back.',
    fr: 'Twilio demande des documents pour ce numéro (« regulatory bundle ») et ne les a pas approuvés. Complétez-les dans la console de Twilio, sinon le numéro sera repris.',
  },
  fallback: {
    en: 'Where the first address does not answer, callers hear an English error and are cut off. Accept the repair, and this server answers instead.',
    fr: 'Si la première adresse ne répond pas, les appelants entendent une erreur en anglais et sont coupés. Acceptez la réparation : ce serveur répondra à la place.',
  },
  statusCallback: {
    en: 'Nobody is told when a call ends. Accept the repair, or set the status callback in Twilio’s console.',
    fr: 'Personne n’est prévenu de la fin des appels. Acceptez la réparation, ou réglez le « status callback » dans la console de Twilio.',
  },
  region: {
    en: 'The number is answered in another region of Twilio, where settings and keys of their own count. Move it to us1 in Twilio’s console.',
    fr: 'Le numéro est traité dans une autre région de Twilio, qui a ses propres réglages et clés. Ramenez-le à us1 dans la console de Twilio.',
  },
} as const;
