/** What to do, by what was found. */
export const calendarAdvice = {
  connect: {
    en: 'The assistant has calendar tools, and no calendar. Connect Cal.com under Integrations, or take the tools from it.',
    fr: 'L’assistant a des outils d’agenda, mais pas d’agenda. Connectez Cal.com dans les intégrations, ou retirez-lui ces outils.',
  },
  credentials: {
    en: 'Cal.com refuses the key. Create another in Cal.com under Settings > Developer > API keys, and save the connection.',
    fr: 'Cal.com refuse la clé. Créez-en une autre dans Cal.com, sous Settings > Developer > API keys, puis enregistrez la connexion.',
  },
  unavailable: {
    en: 'Cal.com does not answer now. Look at status.cal.com, and try again in a moment.',
    fr: 'Cal.com ne répond pas pour l’instant. Consultez status.cal.com et réessayez dans un moment.',
  },
  noEventType: {
    en: 'There is nothing that callers could book. Make an event type in Cal.com, and choose it by offerEventTypes.',
    fr: 'Les appelants n’ont rien à réserver. Créez un type d’événement dans Cal.com et choisissez-le avec offerEventTypes.',
  },
  lostEventType: {
    en: 'Some of the event types that were chosen are gone from Cal.com, or hidden there. Choose again by offerEventTypes.',
    fr: 'Des types d’événement choisis ont disparu de Cal.com ou y sont masqués. Choisissez de nouveau avec offerEventTypes.',
  },
  webhook: {
    en: 'Cal.com does not tell at once what is booked and cancelled elsewhere: it is seen minutes later. Accept the repair, or run npm run setup:calendar.',
    fr: 'Cal.com ne signale pas aussitôt ce qui est réservé ou annulé ailleurs : cela se voit des minutes plus tard. Acceptez la réparation, ou lancez npm run setup:calendar.',
  },
  closed: {
    en: 'Nothing of Cal.com can arrive, as there is no secret. Set CAL_WEBHOOK_SECRET to a long random text, and start the server anew.',
    fr: 'Rien de Cal.com ne peut arriver : il n’y a pas de secret. Définissez CAL_WEBHOOK_SECRET, un long texte aléatoire, et redémarrez le serveur.',
  },
  template: {
    en: 'The webhook has a payload template of its own, so that nothing of it is understood here. Empty the template in Cal.com.',
    fr: 'Le webhook a son propre modèle de contenu : rien n’en est compris ici. Videz ce modèle dans Cal.com.',
  },
} as const;
