import '../look/page.css';
import '../pages/report/report.ts';
import { restoreScheme } from '../look/scheme.ts';

/** A report that recomputes itself, as one file: its data stand in the page beside this. */
restoreScheme();
