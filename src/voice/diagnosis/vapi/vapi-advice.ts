/** What to do, by check, where the same is said whatever was found. */
export const vapiAdvice = {
  connect: {
    en: 'Connect Vapi under Integrations: its private key stands in Vapi’s dashboard under API Keys.',
    fr: 'Connectez Vapi dans les intégrations : sa clé privée se trouve dans le tableau de bord de Vapi, sous API Keys.',
  },
  credentials: {
    en: 'Vapi refuses the key. Copy the private key (not the public one) from its dashboard again, and save the connection.',
    fr: 'Vapi refuse la clé. Recopiez la clé privée (pas la clé publique) depuis son tableau de bord, puis enregistrez la connexion.',
  },
  unavailable: {
    en: 'Vapi does not answer now. Look at status.vapi.ai, and try again in a moment.',
    fr: 'Vapi ne répond pas pour l’instant. Consultez status.vapi.ai et réessayez dans un moment.',
  },
  noNumber: {
    en: 'Give the assistant a number: buyPhoneNumber or importPhoneNumber, then assignPhoneLine.',
    fr: 'Donnez un numéro à l’assistant : buyPhoneNumber ou importPhoneNumber, puis assignPhoneLine.',
  },
  notImported: {
    en: 'Vapi does not know the number, and refuses its calls. Accept the repair, or assign the line again.',
    fr: 'Vapi ne connaît pas le numéro et refuse ses appels. Acceptez la réparation, ou attribuez de nouveau la ligne.',
  },
  numberInactive: {
    en: 'Vapi does not take calls of the number now. Look at it in Vapi’s dashboard under Phone Numbers; a blocked one is unblocked by Vapi’s support.',
    fr: 'Vapi ne prend pas les appels de ce numéro pour l’instant. Regardez-le dans le tableau de bord de Vapi, sous Phone Numbers ; un numéro bloqué est débloqué par l’assistance de Vapi.',
  },
  otherAccount: {
    en: 'Vapi has the number by another Twilio account, and cannot steer its calls. Remove it in Vapi’s dashboard, then assign the line again.',
    fr: 'Vapi a ce numéro par un autre compte Twilio et ne peut pas piloter ses appels. Retirez-le dans le tableau de bord de Vapi, puis attribuez de nouveau la ligne.',
  },
  notAssigned: {
    en: 'At Vapi the number rings at another assistant, or at none. Accept the repair, or assign the line again.',
    fr: 'Chez Vapi, le numéro sonne chez un autre assistant, ou nulle part. Acceptez la réparation, ou attribuez de nouveau la ligne.',
  },
  missing: {
    en: 'The assistant is not at Vapi (any more). Run syncVoiceAssistant.',
    fr: 'L’assistant n’est pas, ou plus, chez Vapi. Lancez syncVoiceAssistant.',
  },
  server: {
    en: 'Vapi tells another address what happens, so nothing arrives here. Accept the repair.',
    fr: 'Vapi prévient une autre adresse : rien n’arrive ici. Acceptez la réparation.',
  },
  secret: {
    en: 'Vapi does not prove itself with the secret that is expected here, so its messages are refused. Accept the repair.',
    fr: 'Vapi ne se présente pas avec le secret attendu ici : ses messages sont refusés. Acceptez la réparation.',
  },
  credential: {
    en: 'Vapi has no credential with the secret that is expected here. Run syncVoiceAssistant: it makes one, and puts the rest right.',
    fr: 'Vapi n’a pas d’identifiant contenant le secret attendu ici. Lancez syncVoiceAssistant : il en crée un et remet le reste en ordre.',
  },
  events: {
    en: 'Vapi does not tell everything that has to be on record (such as the final transcript). Accept the repair.',
    fr: 'Vapi ne dit pas tout ce qui doit être enregistré (comme la transcription finale). Acceptez la réparation.',
  },
  retries: {
    en: 'Vapi tells each thing once: what this server misses while it restarts is lost until it is asked for. Accept the repair.',
    fr: 'Vapi ne dit chaque chose qu’une fois : ce que ce serveur manque pendant un redémarrage est perdu jusqu’à la relève. Acceptez la réparation.',
  },
  timeout: {
    en: 'Vapi waits for another time than this server expects. Accept the repair.',
    fr: 'Vapi attend une autre durée que celle prévue par ce serveur. Acceptez la réparation.',
  },
  settings: {
    en: 'Somebody has changed the assistant at Vapi: voice, model, text or another setting. Accept the repair, or look at provisioningPlan.',
    fr: 'Quelqu’un a modifié l’assistant chez Vapi : voix, modèle, texte ou autre réglage. Acceptez la réparation, ou consultez provisioningPlan.',
  },
  tools: {
    en: 'The tools at Vapi are not those of the assistant. Accept the repair, or run syncVoiceAssistant.',
    fr: 'Les outils chez Vapi ne sont pas ceux de l’assistant. Acceptez la réparation, ou lancez syncVoiceAssistant.',
  },
} as const;
