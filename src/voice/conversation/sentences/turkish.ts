import type { Sentences } from './sentences.js';

export const turkish: Sentences = {
  moment: 'Bir dakika lütfen.',
  stillLooking: 'Beklediğiniz için teşekkürler, bitmek üzere.',
  areYouThere: 'Hâlâ orada mısınız? Sizi dinliyorum.',
  notHeard: 'Sizi duyamıyorum. Biraz daha yüksek sesle konuşabilir misiniz?',
  silentGoodbye: 'Sizi artık duyamıyorum. Dilediğiniz zaman tekrar arayın. Hoşça kalın.',
  unclear: 'Özür dilerim, tam anlayamadım. Türkçe tekrar edebilir misiniz?',
  tooSlow: 'Özür dilerim, bu çok uzun sürüyor. İsteğinizi tekrar eder misiniz, yoksa mesaj bırakmak mı istersiniz?',
  trouble: 'Özür dilerim, teknik bir sorun var. Tekrar eder misiniz, yoksa mesaj bırakmak mı istersiniz?',
  askMessage: 'Teknik sorun sürüyor. Lütfen adınızla birlikte mesajınızı şimdi söyleyin, ileteceğim.',
  noted: 'Teşekkürler, mesajınız not edildi ve iletilecek. Hoşça kalın.',
  nobody: 'Şu anda kimse çağrıya yanıt veremiyor. Mesaj bırakmak ister misiniz?',
  closed: 'Şu anda çağrınıza yanıt veremiyoruz. Lütfen daha sonra tekrar arayın.',
  interrupted: 'Özür dilerim, bağlantımız kesildi. Sizin için ne yapabilirim?',
  whisper: 'Sesli asistanın aktardığı bir çağrı.',
};
