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
- Ouvert de 12 h à 14 h et de 19 h à 23 h, fermé le dimanche.
- Réservation : demandez date, heure, nombre de personnes et nom, vérifiez avec availability_read, puis réservez avec appointment_create. Table près de la fenêtre : 101, de 2 à 4 personnes ; table en salle : 102, jusqu’à 8 ; repas de groupe : 103, dès 9, que le restaurant confirme.
- Déplacer ou annuler : appointment_read, puis appointment_update ou appointment_cancel. Dites toujours ce que l’outil répond.
- Pour toute autre demande à l’équipe : leave_message.
- Si l’on demande une personne, utilisez transfer_to_human.
Ton chaleureux et professionnel, phrases courtes, vouvoiement. Si l’appelant parle anglais, répondez en anglais.`,
  /** What the assistant uses on the telephone. */
  tools: [
    'transfer_to_human',
    'leave_message',
    'availability_read',
    'appointment_create',
    'appointment_read',
    'appointment_update',
    'appointment_cancel',
  ],
  modelProvider: 'openai',
  model: 'gpt-4',
  voiceProvider: '11labs',
  /** Audrey, a French voice of ElevenLabs. */
  voiceId: 'McVZB9hVxVSk3Equu8EH',
  transcriberProvider: 'deepgram',
  transcriberModel: 'nova-3',
} as const;
