/** The door of editing: what a form or a French schema needs, loaded only where asked for. */

export { frenchJsonSchema } from '../scenario/said/said.ts';
