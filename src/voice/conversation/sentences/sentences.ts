/** What an assistant says by itself on the telephone, when its model says nothing. */
export interface Sentences {
  /** While the answer is being found. */
  moment: string;
  /** When it takes longer still. */
  stillLooking: string;
  /** After a first silence. */
  areYouThere: string;
  /** After a second one. */
  notHeard: string;
  /** After the last one, before hanging up. */
  silentGoodbye: string;
  /** When the recognition was not sure, as it is when another language is spoken. */
  unclear: string;
  /** When no answer came in time. */
  tooSlow: string;
  /** When the model has failed. */
  trouble: string;
  /** When it has failed again: what is said next is a message. */
  askMessage: string;
  /** Once it is noted, before hanging up. */
  noted: string;
  /** When the person who was called did not answer. */
  nobody: string;
  /** When the assistant is off. */
  closed: string;
  /** When the line comes back after a fault. */
  interrupted: string;
  /** To the person who is called, before the caller is put through. */
  whisper: string;
}
