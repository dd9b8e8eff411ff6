/** Somebody else answers the turn by now, or the caller has been answered otherwise. Nobody outside sees it. */
export class TurnLost extends Error {}

/** A model that neither spoke nor asked for anything. Nobody outside sees it. */
export class ModelSaidNothing extends Error {}
