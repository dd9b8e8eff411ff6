import type { VapiCategoryData } from '../vapi-catalogue.schema.js';

export const phoneNumbers: VapiCategoryData = {
  key: 'phone-numbers',
  label: { en: 'Phone numbers', fr: 'Numéros de téléphone' },
  description: {
    en: 'Where the numbers come from on which the assistant is called. They need an account of yours, but for Vapi’s own.',
    fr: 'D’où viennent les numéros auxquels on appelle l’assistant. Il y faut un compte à vous, sauf pour ceux de Vapi.',
  },
  providers: [
    {
      key: 'byo-sip-trunk',
      name: 'SIP Trunk',
      description: {
        en: 'Numbers of any operator that speaks SIP, such as Plivo, Zadarma or DIDWW, over the telephone network.',
        fr: 'Les numéros de tout opérateur qui parle SIP, comme Plivo, Zadarma ou DIDWW, sur le réseau téléphonique.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Takes the operator’s gateways as IP addresses, and its user name and password.',
        fr: 'Demande les passerelles de l’opérateur sous forme d’adresses IP, son identifiant et son mot de passe.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['byo-sip-trunk'],
      documentationUrl: 'https://docs.vapi.ai/advanced/sip/sip-trunk',
    },
    {
      key: 'dialys',
      name: 'Dialys',
      description: {
        en: 'Named by the guide among the phone numbers.',
        fr: 'Cité par le guide parmi les numéros de téléphone.',
      },
      lifecycle: 'UNKNOWN',
      note: {
        en: 'Vapi has no provider of this name today, nor one that is near. An operator that speaks SIP can be connected as a SIP trunk.',
        fr: 'Vapi n’a aujourd’hui aucun fournisseur de ce nom, ni de nom voisin. Un opérateur qui parle SIP se connecte comme jonction SIP.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: [],
    },
    {
      key: 'vonage',
      name: 'Vonage',
      description: {
        en: 'Numbers that you have at Vonage.',
        fr: 'Les numéros que vous avez chez Vonage.',
      },
      lifecycle: 'AVAILABLE',
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['vonage'],
      documentationUrl: 'https://docs.vapi.ai/calls/outbound-calling',
    },
    {
      key: 'twilio',
      name: 'Twilio',
      description: {
        en: 'Numbers that you have at Twilio, French ones too.',
        fr: 'Les numéros que vous avez chez Twilio, français aussi.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'An import overwrites the voice address of the number at Twilio, and the one for text messages unless told otherwise.',
        fr: 'Un import remplace l’adresse d’appel du numéro chez Twilio, et celle des SMS sauf indication contraire.',
      },
      asOf: '2026-08-20',
      inGuide: false,
      credentials: ['twilio'],
      dashboardUrl: 'https://dashboard.vapi.ai/phone-numbers',
      documentationUrl: 'https://docs.vapi.ai/phone-numbers/import-twilio',
    },
    {
      key: 'telnyx',
      name: 'Telnyx Numbers',
      description: {
        en: 'Numbers that you have at Telnyx.',
        fr: 'Les numéros que vous avez chez Telnyx.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Since 13 March 2025. Imported in Vapi’s dashboard with the number and a key.',
        fr: 'Depuis le 13 mars 2025. S’importent dans le tableau de bord de Vapi avec le numéro et une clé.',
      },
      asOf: '2026-08-20',
      inGuide: false,
      credentials: ['telnyx'],
      dashboardUrl: 'https://dashboard.vapi.ai/phone-numbers',
      documentationUrl: 'https://docs.vapi.ai/telnyx',
    },
    {
      key: 'vapi',
      name: 'Vapi Numbers',
      description: {
        en: 'Free numbers in the United States, and SIP addresses.',
        fr: 'Numéros gratuits aux États-Unis, et adresses SIP.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'At most five for an account, and they call the United States only.',
        fr: 'Cinq au plus par compte, et ils n’appellent que les États-Unis.',
      },
      asOf: '2026-08-20',
      inGuide: false,
      credentials: ['vapi'],
      dashboardUrl: 'https://dashboard.vapi.ai/phone-numbers',
      documentationUrl: 'https://docs.vapi.ai/free-telephony',
    },
  ],
};
