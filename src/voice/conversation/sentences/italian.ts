import type { Sentences } from './sentences.js';

export const italian: Sentences = {
  moment: 'Un attimo, per favore.',
  stillLooking: 'Grazie per l’attesa, ho quasi finito.',
  areYouThere: 'È ancora in linea? La ascolto.',
  notHeard: 'Non La sento. Può parlare un po’ più forte?',
  silentGoodbye: 'Non La sento più. Ci richiami quando vuole. Arrivederci.',
  unclear: 'Mi scusi, non ho capito bene. Può ripetere in italiano?',
  tooSlow: 'Mi scusi, ci vuole troppo tempo. Può ripetere la richiesta o preferisce lasciare un messaggio?',
  trouble: 'Mi scusi, c’è un problema tecnico. Può ripetere o preferisce lasciare un messaggio?',
  askMessage: 'Il problema tecnico continua. Dica ora il Suo messaggio, con il Suo nome: lo riferirò.',
  noted: 'Grazie, il Suo messaggio è annotato e sarà riferito. Arrivederci.',
  nobody: 'Nessuno può rispondere in questo momento. Desidera lasciare un messaggio?',
  closed: 'In questo momento non possiamo rispondere. La preghiamo di richiamare più tardi.',
  interrupted: 'Mi scusi, siamo stati interrotti. Che cosa posso fare per Lei?',
  whisper: 'Chiamata trasferita dall’assistente vocale.',
};
