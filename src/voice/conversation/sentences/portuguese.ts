import type { Sentences } from './sentences.js';

export const portuguese: Sentences = {
  moment: 'Um momento, por favor.',
  stillLooking: 'Obrigado por aguardar, estou quase a terminar.',
  areYouThere: 'Ainda está aí? Estou a ouvir.',
  notHeard: 'Não consigo ouvir. Pode falar um pouco mais alto?',
  silentGoodbye: 'Já não consigo ouvir. Volte a ligar quando quiser. Até breve.',
  unclear: 'Desculpe, não percebi bem. Pode repetir em português?',
  tooSlow: 'Desculpe, isto está a demorar demasiado. Pode repetir o seu pedido ou prefere deixar uma mensagem?',
  trouble: 'Desculpe, há um problema técnico. Pode repetir ou prefere deixar uma mensagem?',
  askMessage: 'O problema técnico continua. Diga agora a sua mensagem, com o seu nome, e eu transmito-a.',
  noted: 'Obrigado, a sua mensagem está anotada e será transmitida. Até breve.',
  nobody: 'Ninguém pode atender neste momento. Deseja deixar uma mensagem?',
  closed: 'Não podemos atender a sua chamada neste momento. Por favor, volte a ligar mais tarde.',
  interrupted: 'Desculpe, fomos interrompidos. Em que posso ajudar?',
  whisper: 'Chamada transferida pelo assistente de voz.',
};
