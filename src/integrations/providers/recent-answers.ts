/** Answers that hold for a while: who asks meanwhile gets the same one, also while it is still on its way. */
export class RecentAnswers<T> {
  /** In the order in which they end. */
  readonly #kept = new Map<string, { answer: Promise<T>; until: number }>();

  constructor(
    private readonly keepMs: number,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** @param ask Must not reject: what went wrong is an answer as well, and kept like one. */
  of(key: string, ask: () => Promise<T>): Promise<T> {
    this.forget();
    const known = this.#kept.get(key);
    if (known) return known.answer;
    const answer = ask();
    this.#kept.set(key, { answer, until: this.now() + this.keepMs });
    return answer;
  }

  private forget(): void {
    const now = this.now();
    for (const [key, { until }] of this.#kept) {
      if (until > now) return;
      this.#kept.delete(key);
    }
  }
}
