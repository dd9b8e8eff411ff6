import type { Sentences } from './sentences.js';

export const spanish: Sentences = {
  moment: 'Un momento, por favor.',
  stillLooking: 'Gracias por esperar, ya casi está.',
  areYouThere: '¿Sigue ahí? Le escucho.',
  notHeard: 'No le oigo. ¿Puede hablar un poco más alto?',
  silentGoodbye: 'Ya no le oigo. No dude en volver a llamar. Adiós.',
  unclear: 'Disculpe, no le he entendido bien. ¿Puede repetirlo en español?',
  tooSlow: 'Disculpe, esto está tardando demasiado. ¿Puede repetir su petición o prefiere dejar un mensaje?',
  trouble: 'Disculpe, tengo un problema técnico. ¿Puede repetirlo o prefiere dejar un mensaje?',
  askMessage: 'El problema técnico continúa. Diga ahora su mensaje, con su nombre, y lo transmitiré.',
  noted: 'Gracias, su mensaje queda anotado y será transmitido. Adiós.',
  nobody: 'Nadie puede atender la llamada en este momento. ¿Desea dejar un mensaje?',
  closed: 'No podemos atender su llamada en este momento. Por favor, vuelva a llamar más tarde.',
  interrupted: 'Disculpe, se ha interrumpido la comunicación. ¿En qué puedo ayudarle?',
  whisper: 'Llamada transferida por el asistente de voz.',
};
