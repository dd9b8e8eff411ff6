import { join } from 'node:path';
import type { FactoryProvider } from '@nestjs/common';
import { Config, runtimeConfig } from '../../kernel/config/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { accountsConfig } from '../accounts.config.js';
import { FolderMailer } from './folder-mailer.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

/** The mailer that the settings ask for. */
export const mailerProvider: FactoryProvider<Mailer> = {
  provide: Mailer,
  inject: [Config, AppLogger],
  useFactory: (config: Config, log: AppLogger) => {
    const { smtpUrl, mailFrom } = config.get(accountsConfig);
    if (smtpUrl) return new SmtpMailer(smtpUrl, mailFrom);
    const { dataDir, nodeEnv } = config.get(runtimeConfig);
    const production = nodeEnv === 'production';
    if (production)
      log.warn('accounts.mail.no_server', { advice: 'Set SMTP_URL: mail is only written to DATA_DIR/mail.' });
    return new FolderMailer({ folder: join(dataDir, 'mail'), from: mailFrom, logLinks: !production }, log);
  },
};
