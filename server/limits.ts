/**
 * Every limit of the live server, in one place and the same on every machine. Beyond each of them
 * stands a sentence (a Problem), never a crash. Tests hand in their own where a real one would take
 * minutes to reach.
 */
export const LIMITS = {
  // What one message may weigh.
  /** Bytes of one socket message; a command needs less than 1 KB. */
  messageBytes: 16 * 1024,
  /** Bytes of a JSON body, a scenario included. */
  scenarioBytes: 256 * 1024,
  /** Characters of a command's id, and of a seed. */
  idLength: 64,
  seedLength: 64,

  // How fast one may speak.
  /** Asks per second and socket, and how many at once. */
  asksPerS: 10,
  asksBurst: 20,
  /** Refused asks after which the socket is closed, and for how long its seat stays out, ms. */
  strikes: 30,
  banMs: 30_000,
  /** Newcomers a second and room; more are told when to come back. Tokens come in at once. */
  joinsPerS: 50,
  /** Asks of a host that may wait, where they come faster than that. */
  hostAsksWaiting: 200,
  /** Beyond, a host's asks are refused like others'; after so many of these it is closed too. */
  hostStrikes: 2_000,
  /**
   * Wrong room codes that one address (IPv4, or IPv6 /64) may have tested at once in 10 minutes;
   * and where a right one came from it within the hour: a class sits behind one address.
   */
  codesAtOnce: 3,
  codesAtOnceKnown: 30,
  /** Of the latter, beyond the former: in 10 minutes, all addresses together. */
  codesKnownAll: 2_000,
  /** Beyond, a code of it is tested this often, ms; all addresses together one a second. */
  codeEveryMs: 2_000,
  /** Codes of one address that may wait, and how long a code may, ms. */
  codesWaiting: 5,
  codesWaitMs: 600_000,
  /** Addresses that are told apart; beyond, those that come share one. */
  codeAddresses: 20_000,
  /** Rooms opened from one address in an hour. */
  opensPerHour: 200,

  // How many.
  rooms: 100,
  sockets: 2_000,
  /** Connections that have asked nothing yet; beyond it the oldest is closed. */
  silent: 250,
  /** Sockets in one room. */
  peopleInRoom: 500,
  /** Seats of one room; when all are made, those that are empty are used again. */
  seats: 2_000,
  /** Teams of a room, each a day of its own. */
  teams: 50,
  /** Commands of one seat: nobody fills the log of all. */
  seatEntries: 20_000,
  /** Entries, and bytes, of one room's log; newcomers get half of the entries at most. */
  logEntries: 200_000,
  logBytes: 64 * 1024 * 1024,
  /** Bytes of one room's log and facts on disk; beyond it its day stops. */
  roomBytes: 256 * 1024 * 1024,
  /** Facts one live day may be expected to make; all are in memory while the room is awake. */
  facts: 2_000_000,
  /** Expected facts of all awake rooms together (about 150 bytes each). */
  factsAwake: 6_000_000,

  // What a listener may leave unread before it is cut off; it comes back to a snapshot.
  queuedFrames: 64,
  queuedBytes: 1024 * 1024,
  queuedMs: 10_000,
  /** Facts in one message, and the gap beyond which a snapshot is shorter to send. */
  factsInBatch: 500,
  /** The same of a day that is over, which is asked for as a whole (some 200 KB). */
  factsLaidOpen: 2_000,
  /** Refusals remembered for each seat, so that a repeated ask gets its first answer. */
  refusalsKept: 64,

  // Prices by rollout, real ms.
  /** A room asks for one at most this often, and one at a time. */
  priceEveryMs: 2_000,
  /** Imagined futures are run for this long; less where other rooms wait. */
  priceMs: 500,
  /** Without an answer for this long, the process that works them out is replaced. */
  priceTimeoutMs: 10_000,
  /** The same of a day lived again by policies: the largest a room can hold take some 20 s. */
  whatIfTimeoutMs: 60_000,
  /** Answers of debriefs kept of one room (some 500 bytes each, 1 KB a talk for the first). */
  debriefsKept: 5_000,
  /** Prices and days of other rooms that may wait. */
  pricesWaiting: 40,
  /** For how long one may ask about staying, minutes. */
  minAhead: 0.25,
  maxAhead: 10,

  // Time, in real milliseconds.
  /** A room's updates: 4 a second. */
  tickMs: 250,
  /** Real time one loop may let pass at most: a machine that slept does not catch up in a burst. */
  tickCapMs: 250,
  /** An update is sent this often when the clock stands still: listeners know the room is alive. */
  heartbeatMs: 1_000,
  /** Facts and the clock reach the disk this often. */
  markMs: 1_000,
  /** How often a room that could not write tries again. */
  retryMs: 1_000,
  /** A seat without connection: its desk goes back to computer play after this… */
  absentMs: 10_000,
  /** …but while it has a caller on the line, only after this: a train’s tunnel keeps the call. */
  absentOnCallMs: 60_000,
  /** Then the desk stays reserved for that seat this long. */
  reservedMs: 120_000,
  /** A room with nobody in it goes to sleep on disk after this; the next person wakes it. */
  emptyMs: 2 * 3_600_000,
  /** A room untouched for this long is deleted. */
  keptMs: 30 * 24 * 3_600_000,
  /** A clock that goes this much further than the server has lived is doubted… */
  jumpMs: 2 * 24 * 3_600_000,
  /** …until the server has lived this long with it: meanwhile no room is deleted by it. */
  doubtMs: 7 * 24 * 3_600_000,
  /** Writes wait at most this long, or for this many, to share one transaction. */
  commitMs: 4,
  commitEntries: 64,

  // The clock: simulated seconds per real second.
  minSpeed: 0.6,
  maxSpeed: 60,
  /** Of a room of several; and where nobody says how fast. */
  maxSpeedTogether: 8,
  usualSpeed: 5,
  /** Where nobody has to do anything: before the first call, on the way to the next one. */
  fastSpeed: 600,
  /** How far it goes fast on the way to the next call, simulated ms. */
  toNextCallMs: 30 * 60_000,
  /** A call rings for this long at a person’s desk at any speed, real ms. */
  leastRingMs: 8_000,
  /** Where one plays alone the clock stands while it rings, but not longer than this, real ms. */
  aloneMs: 60_000,

  // Connections.
  pingIntervalMs: 5_000,
  pingTimeoutMs: 8_000,
  connectTimeoutMs: 5_000,
  /** The loop's own delay (p99, in two spells of 5 s on end) beyond which no room is opened, ms. */
  busyMs: 100,
};

export type Limits = typeof LIMITS;
