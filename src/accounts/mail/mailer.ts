import { z } from 'zod';

/** A mail as its text is written; the port adds the sender. */
export const mailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** The one link that the mail is about, where there is one. */
  link: z.string().optional(),
  /** When that link ends: later the mail would lead nowhere, and is not sent. */
  endsAt: z.iso.datetime().optional(),
});
export type Mail = z.infer<typeof mailSchema>;

/** Sends mail. By SMTP where `SMTP_URL` is set, else into a folder. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}
