import type { Joined, OpenedRoom } from '../../models/doors/live.ts';
import { isProblem, type Problem } from '../../models/doors/scenario.ts';
import { hashToken, joinKey } from './codes.ts';
import type { Member } from './member.ts';
import type { People } from './people.ts';

type Moved = NonNullable<Joined['moved']>;

/** Leads the people of a room whose day is over to another one, where it begins again. */
export class Moving {
  readonly #people: Pick<People, 'all'>;
  #opening: Promise<OpenedRoom | Problem> | null = null;
  #to: Required<Moved> | null = null;

  constructor(people: Pick<People, 'all'>) {
    this.#people = people;
  }

  /** Opens the other room, one however many hosts ask, and tells everybody the way. */
  open(opening: () => Promise<OpenedRoom | Problem>): Promise<OpenedRoom | Problem> {
    this.#opening ??= opening().then((opened) => {
      if (isProblem(opened)) this.#opening = null;
      else this.#lead(opened);
      return opened;
    });
    return this.#opening;
  }

  #lead({ code, hostToken: host }: OpenedRoom): void {
    this.#to = { code, key: joinKey(hashToken(host), code), host };
    for (const member of this.#people.all) {
      const { moved } = this.toldTo(member);
      if (moved) member.peer.tell('moved', moved);
    }
  }

  /** The way as this one may know it; nothing where there is none. */
  toldTo({ host }: Member): { readonly moved?: Moved } {
    if (this.#to === null) return {};
    const { code, key } = this.#to;
    return { moved: host ? this.#to : { code, key } };
  }
}
