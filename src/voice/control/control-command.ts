/** What can be done to a call while it goes on. */
export type ControlCommand =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'mute'; readonly muted: boolean }
  | {
      readonly kind: 'transfer';
      /** E.164. */
      readonly to: string;
      /** BCP 47: in which the caller and whoever takes the call are spoken to. */
      readonly language: string;
    }
  | { readonly kind: 'end' };
