/** A mail as its text is written; the port adds the sender. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The one link that the mail is about, where there is one. */
  link?: string | undefined;
}

/** Sends mail. By SMTP where `SMTP_URL` is set, else into a folder. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}
