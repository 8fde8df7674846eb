import '../look/page.css';
import '../look/icons.ts';
import '../pages/lab/lab.ts';
import { restoreScheme } from '../look/scheme.ts';

/** The lab as one file (dist/lab.html): it opens from a disk, without a server. */
restoreScheme();
