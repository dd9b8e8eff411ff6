import type { LoggerService } from '@nestjs/common';
import type { AppLogger } from './app-logger.js';
import type { LogFields } from './log-fields.js';

/** Parts of Nest that tell at every start what nobody asked: hundreds of routes and modules. */
const chatty = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'GraphQLModule',
]);

/** Carries what Nest itself and libraries written for it have to say into the log. */
export class NestLog implements LoggerService {
  constructor(private readonly appLog: AppLogger) {}

  log(message: unknown, ...rest: unknown[]): void {
    const fields = fieldsOf(message, rest);
    if (typeof fields.context === 'string' && chatty.has(fields.context)) this.appLog.debug('nest.log', fields);
    else this.appLog.info('nest.log', fields);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.appLog.debug('nest.debug', fieldsOf(message, rest));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.appLog.debug('nest.verbose', fieldsOf(message, rest));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.appLog.warn('nest.warning', fieldsOf(message, rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const fields = fieldsOf(message, rest);
    // The application tells what keeps it from listening, and throws it: whoever starts it says what to do.
    if (fields.context === 'NestApplication') this.appLog.debug('nest.error', fields);
    else this.appLog.error('nest.error', fields);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.appLog.fatal('nest.fatal', fieldsOf(message, rest));
  }
}

/** Nest calls with `(message, ...details, context)`, the context being a class name where there is one. */
function fieldsOf(message: unknown, rest: unknown[]): LogFields {
  const last = rest.at(-1);
  const context = typeof last === 'string' && !last.includes('\n') ? last : undefined;
  const details = (context === undefined ? rest : rest.slice(0, -1)).filter((detail) => detail !== undefined);
  return {
    ...(message instanceof Error ? { error: message } : { message }),
    ...(context !== undefined && { context }),
    ...(details.length > 0 && { details }),
  };
}
