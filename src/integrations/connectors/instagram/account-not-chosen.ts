import { InvalidInput } from '../../../kernel/errors/index.js';

/** The Pages of a token lead to no professional account, or to several. */
export class AccountNotChosen extends InvalidInput {
  constructor(accounts?: number) {
    const message =
      accounts === 0
        ? {
            en: 'This token reaches no Page that is linked to a professional Instagram account. Link them in Meta Business Suite and assign the Page to the system user.',
            fr: 'Ce token n’atteint aucune Page liée à un compte Instagram professionnel. Liez-les dans Meta Business Suite et attribuez la Page à l’utilisateur système.',
          }
        : {
            en: 'This connection does not say which Instagram account is meant. Enter the id of the account.',
            fr: 'Cette connexion ne dit pas quel compte Instagram est visé. Saisissez l’identifiant du compte.',
          };
    super('INTEGRATIONS.INSTAGRAM_ACCOUNT_NOT_CHOSEN', message, [{ path: 'igUserId', message }]);
  }
}
