import type { Sentences } from './sentences.js';

export const polish: Sentences = {
  moment: 'Proszę chwilę poczekać.',
  stillLooking: 'Dziękuję za cierpliwość, już prawie gotowe.',
  areYouThere: 'Czy nadal jest Pan lub Pani na linii? Słucham.',
  notHeard: 'Nie słyszę. Czy można mówić trochę głośniej?',
  silentGoodbye: 'Nic już nie słyszę. Zapraszam do ponownego kontaktu. Do widzenia.',
  unclear: 'Przepraszam, nie do końca zrozumiałem. Proszę powtórzyć po polsku.',
  tooSlow: 'Przepraszam, to trwa zbyt długo. Proszę powtórzyć prośbę albo zostawić wiadomość.',
  trouble: 'Przepraszam, mam problem techniczny. Proszę powtórzyć albo zostawić wiadomość.',
  askMessage: 'Problem techniczny nadal trwa. Proszę teraz podać wiadomość wraz z nazwiskiem, przekażę ją.',
  noted: 'Dziękuję, wiadomość została zapisana i będzie przekazana. Do widzenia.',
  nobody: 'W tej chwili nikt nie może odebrać. Czy zostawić wiadomość?',
  closed: 'W tej chwili nie możemy odebrać. Prosimy zadzwonić później.',
  interrupted: 'Przepraszam, połączenie zostało przerwane. W czym mogę pomóc?',
  whisper: 'Połączenie przekazane przez asystenta głosowego.',
};
