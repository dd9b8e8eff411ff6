import { baseLanguage } from '../language-tag.js';

/** What an assistant says on the telephone beside what its owner wrote. */
export interface PhonePhrases {
  /** That no person speaks. */
  disclosure: string;
  /** Before the caller is put through to a person. */
  transfer: string;
  /** Before the assistant hangs up. */
  farewell: string;
}

/** By language, whatever the region. */
const phrases: Readonly<Record<string, PhonePhrases>> = {
  fr: {
    disclosure: 'Je suis un assistant vocal, une intelligence artificielle.',
    transfer: 'Je vous mets en relation avec une personne, ne quittez pas.',
    farewell: 'Merci de votre appel, au revoir.',
  },
  en: {
    disclosure: 'I am a voice assistant, an artificial intelligence.',
    transfer: 'I am putting you through to a person, please hold the line.',
    farewell: 'Thank you for calling, goodbye.',
  },
  es: {
    disclosure: 'Soy un asistente de voz, una inteligencia artificial.',
    transfer: 'Le paso con una persona, no cuelgue, por favor.',
    farewell: 'Gracias por su llamada, hasta luego.',
  },
  de: {
    disclosure: 'Ich bin ein Sprachassistent, eine künstliche Intelligenz.',
    transfer: 'Ich verbinde Sie mit einem Menschen, bitte bleiben Sie am Apparat.',
    farewell: 'Vielen Dank für Ihren Anruf, auf Wiederhören.',
  },
  it: {
    disclosure: 'Sono un assistente vocale, un’intelligenza artificiale.',
    transfer: 'La metto in contatto con una persona, resti in linea.',
    farewell: 'Grazie per la chiamata, arrivederci.',
  },
  nl: {
    disclosure: 'Ik ben een spraakassistent, een kunstmatige intelligentie.',
    transfer: 'Ik verbind u door met een medewerker, blijf aan de lijn.',
    farewell: 'Bedankt voor uw telefoontje, tot ziens.',
  },
  pt: {
    disclosure: 'Sou um assistente de voz, uma inteligência artificial.',
    transfer: 'Vou passar a chamada a uma pessoa, não desligue, por favor.',
    farewell: 'Obrigado pela sua chamada, até breve.',
  },
  ar: {
    disclosure: 'أنا مساعد صوتي يعمل بالذكاء الاصطناعي.',
    transfer: 'سأحوّلكم إلى أحد الموظفين، يرجى البقاء على الخط.',
    farewell: 'شكرًا على اتصالكم، مع السلامة.',
  },
  pl: {
    disclosure: 'Jestem asystentem głosowym, sztuczną inteligencją.',
    transfer: 'Łączę z pracownikiem, proszę się nie rozłączać.',
    farewell: 'Dziękuję za telefon, do widzenia.',
  },
  tr: {
    disclosure: 'Ben bir sesli asistanım, yapay zekâyım.',
    transfer: 'Sizi bir yetkiliye bağlıyorum, lütfen hatta kalın.',
    farewell: 'Aradığınız için teşekkürler, hoşça kalın.',
  },
  sv: {
    disclosure: 'Jag är en röstassistent, en artificiell intelligens.',
    transfer: 'Jag kopplar dig till en person, var god dröj.',
    farewell: 'Tack för samtalet, hej då.',
  },
  da: {
    disclosure: 'Jeg er en stemmeassistent, en kunstig intelligens.',
    transfer: 'Jeg stiller dig videre til en person, bliv venligst på linjen.',
    farewell: 'Tak for opkaldet, farvel.',
  },
  ja: {
    disclosure: 'AI音声アシスタントが承ります。',
    transfer: '担当者におつなぎします。そのままお待ちください。',
    farewell: 'お電話ありがとうございました。失礼いたします。',
  },
  zh: {
    disclosure: '我是人工智能语音助手。',
    transfer: '正在为您转接人工服务，请不要挂断。',
    farewell: '感谢您的来电，再见。',
  },
};

/** English where we have none in the language. */
export function phonePhrases(language: string): PhonePhrases {
  const base = baseLanguage(language).toLowerCase();
  const found = Object.hasOwn(phrases, base) ? phrases[base] : phrases.en;
  return found ?? { disclosure: '', transfer: '', farewell: '' };
}
