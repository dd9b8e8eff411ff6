import { Injectable } from '@nestjs/common';

/** What time it is for sessions, limits and keys. A test puts its own here instead of waiting. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The moment this many milliseconds from now. */
  in(milliseconds: number): Date {
    return new Date(this.now().getTime() + milliseconds);
  }
}
