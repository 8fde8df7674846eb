import '../../client/elements/wall-sheet/wall-sheet.ts';
import { exhibit } from './exhibit.ts';

/** A page to look at: ?show=wall&day=small&minute=42&scheme=stage&lang=en, at any size. */
const asked = new URLSearchParams(location.search);
document.documentElement.dataset['scheme'] = asked.get('scheme') ?? 'paper';
const element = exhibit(
  asked.get('show') ?? 'score',
  asked.get('day') === 'large' ? 'large' : 'small',
  Number(asked.get('minute') ?? 42),
);
element.style.height = '100dvh';
document.body.append(element);
await element.updateComplete;
document.title = 'drawn';
