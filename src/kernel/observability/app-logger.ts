import { Injectable } from '@nestjs/common';
import { pino, type DestinationStream, type Level, type Logger } from 'pino';
import { runtimeConfig, type Config } from '../config/index.js';
import { currentLogFields, type LogFields } from './log-fields.js';
import { Redactor } from './redactor.js';

export interface AppLoggerOptions {
  level?: Level | 'silent' | undefined;
  redactor?: Redactor | undefined;
  /** Where the lines go; standard output unless said otherwise. */
  destination?: DestinationStream | undefined;
}

/**
 * The log: one JSON object per line, named by a stable `event` that operators search for (`vapi.webhook.received`),
 * with the ids of the request or job it belongs to, and without secrets.
 *
 * @example
 * this.log.info('queue.job.failed', { job: name, error });
 */
@Injectable()
export class AppLogger {
  readonly #pino: Logger;
  readonly #redactor: Redactor;

  constructor(options: AppLoggerOptions = {}) {
    this.#redactor = options.redactor ?? new Redactor();
    const settings = {
      level: options.level ?? 'info',
      messageKey: 'event',
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.#pino = options.destination ? pino(settings, options.destination) : pino(settings);
  }

  static fromConfig(config: Config, destination?: DestinationStream): AppLogger {
    const redactor = new Redactor(config.secretValues());
    return new AppLogger({ level: config.get(runtimeConfig).logLevel, redactor, destination });
  }

  /** Masks secrets in a text that is kept or shown elsewhere than in the log. */
  get redactor(): Redactor {
    return this.#redactor;
  }

  debug(event: string, fields: LogFields = {}): void {
    this.#write('debug', event, fields);
  }

  info(event: string, fields: LogFields = {}): void {
    this.#write('info', event, fields);
  }

  warn(event: string, fields: LogFields = {}): void {
    this.#write('warn', event, fields);
  }

  error(event: string, fields: LogFields = {}): void {
    this.#write('error', event, fields);
  }

  fatal(event: string, fields: LogFields = {}): void {
    this.#write('fatal', event, fields);
  }

  #write(level: Level, event: string, fields: LogFields): void {
    if (!this.#pino.isLevelEnabled(level)) return;
    this.#pino[level](this.#redactor.fields({ ...currentLogFields(), ...fields }), event);
  }
}
