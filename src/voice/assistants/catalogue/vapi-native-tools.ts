import type { LocalizedText } from '../../../kernel/errors/index.js';

/** A tool that Vapi itself runs; its key is the `type` in Vapi's API. */
export interface VapiNativeTool {
  key: string;
  label: LocalizedText;
}

export const vapiNativeTools: readonly VapiNativeTool[] = [
  { key: 'endCall', label: { en: 'Hang up', fr: 'Raccrocher' } },
  { key: 'transferCall', label: { en: 'Transfer the call (Vapi)', fr: 'Transférer l’appel (Vapi)' } },
  { key: 'dtmf', label: { en: 'Press telephone keys', fr: 'Composer des touches du téléphone' } },
  {
    key: 'voicemail',
    label: { en: 'Leave a message on an answering machine', fr: 'Laisser un message sur un répondeur' },
  },
  { key: 'sms', label: { en: 'Send a text message', fr: 'Envoyer un SMS' } },
  {
    key: 'google.calendar.availability.check',
    label: {
      en: 'Check availability in Google Calendar (Vapi asks Google itself; this server learns of it only from the call’s report)',
      fr: 'Consulter les disponibilités dans Google Agenda (Vapi interroge Google elle-même ; ce serveur ne l’apprend que par le compte rendu de l’appel)',
    },
  },
  {
    key: 'google.calendar.event.create',
    label: {
      en: 'Create an event in Google Calendar (Vapi books in Google itself; this server learns of it only from the call’s report; moving and cancelling are not possible)',
      fr: 'Créer un événement dans Google Agenda (Vapi réserve dans Google elle-même ; ce serveur ne l’apprend que par le compte rendu de l’appel ; déplacer ou annuler n’est pas possible)',
    },
  },
  {
    key: 'google.sheets.row.append',
    label: { en: 'Add a row to a Google sheet', fr: 'Ajouter une ligne à une feuille Google Sheets' },
  },
  { key: 'slack.message.send', label: { en: 'Send a Slack message', fr: 'Envoyer un message Slack' } },
  {
    key: 'gohighlevel.calendar.availability.check',
    label: { en: 'Check availability in HighLevel', fr: 'Consulter les disponibilités dans HighLevel' },
  },
  {
    key: 'gohighlevel.calendar.event.create',
    label: { en: 'Create an event in HighLevel', fr: 'Créer un événement dans HighLevel' },
  },
  { key: 'gohighlevel.contact.get', label: { en: 'Look up a HighLevel contact', fr: 'Chercher un contact HighLevel' } },
  {
    key: 'gohighlevel.contact.create',
    label: { en: 'Create a HighLevel contact', fr: 'Créer un contact HighLevel' },
  },
];
