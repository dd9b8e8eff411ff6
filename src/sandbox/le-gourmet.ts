/** The business of the demonstration: a French restaurant whose telephone an assistant answers. */
export const leGourmet = {
  name: 'Restaurant Le Gourmet',
  email: 'contact@legourmet.fr',
  phoneNumber: '+33123456789',
  /** Reserved for fiction, as are all numbers here that are not the restaurant's own: nobody answers it. */
  transferNumber: '+33199001234',
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  assistantName: 'Accueil du Gourmet',
  firstMessage:
    'Bonjour, Restaurant Le Gourmet. Je suis l’assistante vocale du restaurant, une intelligence artificielle, et cet appel peut être enregistré. Comment puis-je vous aider ?',
  context: `Vous répondez au téléphone pour le Restaurant Le Gourmet.
- Gastronomie française de saison, plats végétariens sur demande.
- Tables de 2 à 8 personnes ; au-delà, notez un message.
- Ouvert de 12 h à 14 h et de 19 h à 23 h, fermé le dimanche.
- Réservation : demandez nom, date, heure, nombre de personnes et numéro, répétez le tout, puis notez-le avec leave_message.
- Si l’on demande une personne, utilisez transfer_to_human.
Ton chaleureux et professionnel, phrases courtes, vouvoiement. Si l’appelant parle anglais, répondez en anglais.`,
  modelProvider: 'openai',
  model: 'gpt-4',
  voiceProvider: '11labs',
  /** Audrey, a French voice of ElevenLabs. */
  voiceId: 'McVZB9hVxVSk3Equu8EH',
  transcriberProvider: 'deepgram',
  transcriberModel: 'nova-3',
} as const;
