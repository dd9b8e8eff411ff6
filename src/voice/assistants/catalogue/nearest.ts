/** The up to three candidates most like what was typed, best first; none where nothing comes near. */
export function nearest(typed: string, candidates: readonly string[], atMost = 3): string[] {
  const wanted = typed.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, distance: likeness(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.ceil(candidate.length / 2)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, atMost)
    .map(({ candidate }) => candidate);
}

/** A candidate that contains what was typed, or is contained in it, comes before any that must be edited. */
function likeness(typed: string, candidate: string): number {
  if (typed.length >= 2 && (candidate.includes(typed) || typed.includes(candidate))) return 1;
  return editDistance(typed.slice(0, 64), candidate);
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substituted, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous.at(-1) ?? 0;
}
