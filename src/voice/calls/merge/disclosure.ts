/** Written so in any case, in the languages that assistants speak most. */
const named =
  /\b(?:assistante? (?:virtuel(?:le)?|vocale?|num[ée]rique|t[ée]l[ée]phonique automatique)|intelligence artificielle|artificial intelligence|(?:virtual|voice|digital|automated|ai) assistant|(?:chat|voice|ro)bot|asistente virtual|inteligencia artificial|virtuelle[rn]? assistent(?:in)?|k[üu]nstliche intelligenz|assistente virtuale|intelligenza artificiale)\b/i;

/** The same where word boundaries of ASCII say nothing, or where words are not set apart at all. */
const namedElsewhere =
  /(?<!\p{L})(?:asistente de voz|sprachassistent(?:in)?|assistente vocale|(?:spraak|virtuele )assistent|kunstmatige intelligentie|assistente (?:de voz|virtual)|inteligência artificial|asystent(?:em|ka|ką)? głosow(?:y|ym|a|ą)|sztuczn(?:a|ą|ej) inteligencj(?:a|ą|i)|(?:sesli|sanal) asistan|yapay zek[âa]|röstassistent|artificiell intelligens|stemmeassistent|kunstig intelligens)|(?:ال)?ذكاء (?:ال)?اصطناعي|مساعد صوتي|AI音声|人工知能|音声アシスタント|人工智能|语音助手/iu;

/** Capitals only: "j'ai" is no acronym. */
const acronym = /(?<![\p{L}\p{N}])(?:IA|AI|KI|I\.A\.|A\.I\.)(?![\p{L}\p{N}])/u;

const denied = /\b(?:pas|not|n't|kein|keine|no soy|non sono)(?: (?:une?|an?|the|l'))* ?$/i;

/** Whether an utterance tells the caller that an artificial intelligence speaks, as the law of many places asks. */
export function disclosesMachine(text: string): boolean {
  const found = named.exec(text) ?? namedElsewhere.exec(text) ?? acronym.exec(text);
  return found !== null && !denied.test(text.slice(0, found.index));
}
