// A thread of the worker process. Before Node 22, hooks set by --import hold for the main thread
// only: a thread asks for its own, in plain JavaScript, then runs chunk.ts.
import { register } from 'tsx/esm/api';

register();
export default (await import('./chunk.ts')).default;
