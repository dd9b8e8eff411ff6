/**
 * When a call is to be deleted, as SQL: so many days after its end as its workspace (`$1`) keeps calls, or after its
 * beginning while no end is known. Null, which is never, where the workspace keeps everything.
 */
export function deleteAfter(ended: string, began: string): string {
  return `coalesce(${ended}, ${began}) + make_interval(days => (SELECT retention_days FROM workspaces WHERE id = $1))`;
}
