import '../look/page.css';
import '../pages/shift/shift.ts';
import { restoreScheme } from '../look/scheme.ts';

/** A day of the game that replays itself, as one file: its data stand in the page beside this. */
restoreScheme();
