/**
 * Instants and durations are whole milliseconds below 2^31 (24 days), so that the hot path works
 * on machine integers alone. Modules on that path give a local name to what they import: V8 reads
 * an imported constant from its cell at each use (ARCHITECTURE 4).
 */

/** No event lies at or beyond this instant; a duration of NEVER has no end. */
export const NEVER = 2_147_483_647;
