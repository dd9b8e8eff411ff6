/** What an assistant says first: for whom it answers, that it is an AI, and, where it records, that it records. */
interface Greeting {
  text: string;
  recording: string;
}

/**
 * By language, whatever the region. Callers must learn that no person answers (EU AI Act, article 50) and that the call
 * is recorded, before they say anything.
 */
const greetings: Readonly<Record<string, Greeting>> = {
  fr: {
    text: 'Bonjour, {client} à votre écoute. Je suis un assistant vocal, une intelligence artificielle. {recording}Comment puis-je vous aider ?',
    recording: 'Cet appel peut être enregistré. ',
  },
  en: {
    text: 'Hello, you have reached {client}. I am a voice assistant, an artificial intelligence. {recording}How can I help you?',
    recording: 'This call may be recorded. ',
  },
  es: {
    text: 'Hola, ha llamado a {client}. Soy un asistente de voz, una inteligencia artificial. {recording}¿En qué puedo ayudarle?',
    recording: 'Esta llamada puede ser grabada. ',
  },
  de: {
    text: 'Guten Tag, Sie sind mit {client} verbunden. Ich bin ein Sprachassistent, eine künstliche Intelligenz. {recording}Wie kann ich Ihnen helfen?',
    recording: 'Dieses Gespräch kann aufgezeichnet werden. ',
  },
  it: {
    text: 'Buongiorno, ha chiamato {client}. Sono un assistente vocale, un’intelligenza artificiale. {recording}Come posso aiutarla?',
    recording: 'Questa chiamata può essere registrata. ',
  },
  nl: {
    text: 'Goedendag, u spreekt met {client}. Ik ben een spraakassistent, een kunstmatige intelligentie. {recording}Waarmee kan ik u helpen?',
    recording: 'Dit gesprek kan worden opgenomen. ',
  },
  pt: {
    text: 'Olá, ligou para {client}. Sou um assistente de voz, uma inteligência artificial. {recording}Em que posso ajudar?',
    recording: 'Esta chamada pode ser gravada. ',
  },
  ar: {
    text: 'مرحبًا، معكم {client}. أنا مساعد صوتي يعمل بالذكاء الاصطناعي. {recording}كيف يمكنني مساعدتكم؟',
    recording: 'قد يتم تسجيل هذه المكالمة. ',
  },
  pl: {
    text: 'Dzień dobry, tu {client}. Jestem asystentem głosowym, sztuczną inteligencją. {recording}W czym mogę pomóc?',
    recording: 'Ta rozmowa może być nagrywana. ',
  },
  tr: {
    text: 'Merhaba, {client} hattına ulaştınız. Ben bir sesli asistanım, yapay zekâyım. {recording}Size nasıl yardımcı olabilirim?',
    recording: 'Bu görüşme kaydedilebilir. ',
  },
  sv: {
    text: 'Hej, du har kommit till {client}. Jag är en röstassistent, en artificiell intelligens. {recording}Hur kan jag hjälpa dig?',
    recording: 'Samtalet kan komma att spelas in. ',
  },
  da: {
    text: 'Goddag, du har ringet til {client}. Jeg er en stemmeassistent, en kunstig intelligens. {recording}Hvordan kan jeg hjælpe?',
    recording: 'Samtalen kan blive optaget. ',
  },
  ja: {
    text: 'お電話ありがとうございます。{client}です。AI音声アシスタントが承ります。{recording}ご用件をお聞かせください。',
    recording: 'この通話は録音される場合があります。',
  },
  zh: {
    text: '您好，这里是{client}。我是人工智能语音助手。{recording}请问有什么可以帮您？',
    recording: '本次通话可能会被录音。',
  },
};

export interface GreetingFacts {
  /** BCP 47. */
  language: string;
  clientName: string;
  recordingEnabled: boolean;
}

/** The first message of an assistant whose owner has not written one; English where we have no text in its language. */
export function greet({ language, clientName, recordingEnabled }: GreetingFacts): string {
  const greeting = greetings[language.split('-')[0] ?? ''] ?? greetings.en;
  if (!greeting) return '';
  // Functions as replacements: a client's name may hold `$&`, which a replacement text would expand.
  return greeting.text
    .replace('{recording}', () => (recordingEnabled ? greeting.recording : ''))
    .replace('{client}', () => clientName);
}
