/** What to do, by check. */
export const serverAdvice = {
  inside: {
    en: 'From the internet, PUBLIC_URL leads nowhere. Set it to the public https address of this server, then run syncVoiceAssistant.',
    fr: 'Depuis Internet, PUBLIC_URL ne mène nulle part. Définissez-la : l’adresse https publique de ce serveur, puis lancez syncVoiceAssistant.',
  },
  plain: {
    en: 'Over http everybody on the way reads along. Set PUBLIC_URL to an https address.',
    fr: 'En http, tout le monde lit en chemin. Définissez PUBLIC_URL avec une adresse https.',
  },
  silent: {
    en: 'This server cannot reach its own address. Check PUBLIC_URL, the reverse proxy in front of it and its certificate.',
    fr: 'Ce serveur ne joint pas sa propre adresse. Vérifiez PUBLIC_URL, le proxy devant lui et son certificat.',
  },
  other: {
    en: 'Something else answers at that address. Have the reverse proxy pass /api on, unchanged, to this server.',
    fr: 'Autre chose répond à cette adresse. Faites passer /api, tel quel, du proxy à ce serveur.',
  },
  closed: {
    en: 'Nothing can arrive, as there is no secret yet. Set VAPI_WEBHOOK_SECRET, or run syncVoiceAssistant with an account of your own.',
    fr: 'Rien ne peut arriver : il n’y a pas encore de secret. Définissez VAPI_WEBHOOK_SECRET, ou lancez syncVoiceAssistant avec votre propre compte.',
  },
  refused: {
    en: 'This server refused its own signed message: look at its log by the time of this check.',
    fr: 'Ce serveur a refusé son propre message signé : consultez son journal à l’heure de cette vérification.',
  },
  waiting: {
    en: 'The message was stored and is not worked on. Start a worker (npm run worker, or WORKER=inline), and look at the queue.',
    fr: 'Le message est enregistré mais n’est pas traité. Démarrez un worker (npm run worker, ou WORKER=inline) et regardez la file.',
  },
  lost: {
    en: 'The address took the message, and it is not on record here: something else answers there, or this server writes to another database.',
    fr: 'L’adresse a pris le message, mais il n’est pas enregistré ici : autre chose y répond, ou ce serveur écrit dans une autre base.',
  },
  noWebhook: {
    en: 'Nothing has ever arrived from the platform. Ring the number once; if nothing comes, the checks above say where it is lost.',
    fr: 'Rien n’est encore arrivé de la plateforme. Appelez le numéro une fois ; si rien ne vient, les vérifications ci-dessus disent où cela se perd.',
  },
  noCall: {
    en: 'No call of this assistant is on record yet. Ring its number, or use placeTestCall.',
    fr: 'Aucun appel de cet assistant n’est encore enregistré. Appelez son numéro, ou utilisez placeTestCall.',
  },
} as const;
