import type { Sentences } from './sentences.js';

export const german: Sentences = {
  moment: 'Einen Moment, bitte.',
  stillLooking: 'Danke für Ihre Geduld, ich bin gleich so weit.',
  areYouThere: 'Sind Sie noch da? Ich höre Ihnen zu.',
  notHeard: 'Ich kann Sie nicht hören. Könnten Sie etwas lauter sprechen?',
  silentGoodbye: 'Ich höre Sie leider nicht mehr. Rufen Sie gern wieder an. Auf Wiederhören.',
  unclear: 'Entschuldigung, das habe ich nicht ganz verstanden. Könnten Sie es auf Deutsch wiederholen?',
  tooSlow:
    'Entschuldigung, das dauert zu lange. Könnten Sie Ihre Frage wiederholen, oder möchten Sie eine Nachricht hinterlassen?',
  trouble:
    'Entschuldigung, es gibt ein technisches Problem. Könnten Sie das wiederholen, oder möchten Sie eine Nachricht hinterlassen?',
  askMessage:
    'Das technische Problem besteht weiter. Bitte sprechen Sie jetzt Ihre Nachricht mit Ihrem Namen, ich gebe sie weiter.',
  noted: 'Danke, Ihre Nachricht ist notiert und wird weitergegeben. Auf Wiederhören.',
  nobody: 'Im Moment kann niemand den Anruf annehmen. Möchten Sie eine Nachricht hinterlassen?',
  closed: 'Wir können Ihren Anruf gerade nicht annehmen. Bitte rufen Sie später noch einmal an.',
  interrupted: 'Entschuldigung, wir wurden unterbrochen. Was kann ich für Sie tun?',
  whisper: 'Ein Anruf, weitergeleitet vom Sprachassistenten.',
};
