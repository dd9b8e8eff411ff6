/** Ranges 06 and 07: https://www.arcep.fr/la-regulation/grands-dossiers-thematiques-transverses/la-numerotation.html */
export function isFrenchMobile(number: string): boolean {
  return /^\+33[67]/.test(number);
}
