import axe from 'axe-core';

/** The document and every shadow root in it. */
function roots(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? roots(shadowRoot) : [],
  );
  return [root, ...inner];
}

/**
 * What axe finds wrong on the page, WCAG 2.0 to 2.2 A and AA, in one line each.
 * What still fades is let come to its end first: half a fade is no contrast to be judged.
 */
export async function faults(): Promise<string[]> {
  for (const root of roots(document)) for (const one of root.getAnimations()) one.finish();
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
