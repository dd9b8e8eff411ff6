import type { CallerReply, TwilioScenario } from './scenario.js';

/** The one who calls, by their script. */
export class Caller {
  #nth = 0;
  #heard: string[] = [];

  constructor(private readonly replies: TwilioScenario['replies']) {}

  hears(text: string): void {
    this.#heard.push(text);
  }

  /** Whether the next thing they say comes before the question is over. */
  get bargesIn(): boolean {
    const next = typeof this.replies === 'function' ? null : this.replies[this.#nth];
    return typeof next === 'object' && next !== null && 'bargesIn' in next && next.bargesIn === true;
  }

  /** What they do now. */
  next(): CallerReply {
    const heard = this.#heard.join(' ');
    this.#heard = [];
    const nth = this.#nth;
    this.#nth += 1;
    if (typeof this.replies === 'function') return this.replies(heard, nth);
    return this.replies[nth] ?? { hangsUp: true };
  }
}
