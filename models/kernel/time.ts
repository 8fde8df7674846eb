/**
 * Instants and durations are whole milliseconds below 2^31 (24 days), so that the hot path works
 * on machine integers alone.
 */

/** No event lies at or beyond this instant; a duration of NEVER has no end. */
export const NEVER = 2_147_483_647;
